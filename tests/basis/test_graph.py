"""Components and cycles of graphs."""

from haltcheck.basis.graph import components, cyclic


def test_long_chains_do_not_exhaust_the_stack():
    graph = {f"f{n}": frozenset({f"f{n + 1}"}) for n in range(20_000)}
    graph["f20000"] = frozenset({"f0"})
    assert len(components(graph)) == 1


def test_components_come_callees_first():
    graph = {
        "a": frozenset("b"), "b": frozenset("c"), "c": frozenset("bd"), "d": frozenset(),
    }  # fmt: skip
    assert components(graph) == (("d",), ("b", "c"), ("a",))


def test_what_reaches_itself_lies_on_a_cycle():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"d", "elsewhere"}, "e": set()}
    assert cyclic(graph) == {"b", "c", "d"}
