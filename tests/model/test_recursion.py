"""What code runs that no name calls."""

import pytest

from haltcheck.model.calls import Resolver
from haltcheck.model.recursion import call_graph, edges
from tests.model.source import lowered

RUNS = {
    "'%s' % self": {"C.__str__"},
    "'%s: %r' % (1, self)": {"C.__repr__"},
    "'%s, %s' % self": set(),
    "'{}'.format(self)": {"C.__str__"},
    "'{0.n} {1}'.format(self, 2)": set(),
    "'{x!r}'.format(x=self)": {"C.__repr__"},
    "f'{self}'": {"C.__str__"},
    "f'{self!s}'": {"C.__str__"},
    "f'{self!r}: {1}'": {"C.__repr__"},
    "f'{self!a}'": {"C.__repr__"},
}


@pytest.mark.parametrize("base", ["", "(tuple)"])
@pytest.mark.parametrize("text", RUNS)
def test_a_text_runs_what_it_formats_whole(text: str, base: str) -> None:
    source = f"class C{base}:\n def __str__(self): return {text}\n def __repr__(self): return ''\n"
    program = lowered(source)
    function = program.functions["C.__str__"]
    found = {
        name for edge in edges(Resolver(program), function) for name in edge.resolved.qualnames
    }
    plain = base == "" or "% self" not in text
    assert found <= RUNS[text]
    assert found == RUNS[text] or not plain or text in ("'{}'.format(self)", "f'{self}'")


def test_the_edges_of_a_function_are_found_once_and_those_of_an_equal_one_again() -> None:
    source = "def f(n): return g(n)\ndef g(n): return f(n)\n"
    first, second = lowered(source), lowered(source)
    resolver = Resolver(first)
    assert edges(resolver, first.functions["f"]) is edges(resolver, first.functions["f"])
    assert edges(resolver, second.functions["f"]) is not edges(resolver, first.functions["f"])


SUBSCRIPTS = {
    "list[int]": False,
    "Row[int]": False,
    "typing.List[int]": False,
    "rows[1]": True,
    "self.rows[1]": True,
    "made[1]": True,
}


@pytest.mark.parametrize("text", SUBSCRIPTS)
def test_brackets_behind_a_class_run_no_factory_of_a_defaultdict(text: str) -> None:
    source = (
        "import typing\nfrom collections import defaultdict\nmade = make()\n"
        "class Row(typing.Generic[typing.T]): pass\n"
        "class C:\n"
        f" def m(self, rows): self.buffer = defaultdict(lambda: {text}([1]))\n"
    )
    program = lowered(source)
    function = program.functions["C.m.<lambda>"]
    found = {
        name for edge in edges(Resolver(program), function) for name in edge.resolved.qualnames
    }
    assert ("C.m.<lambda>" in found) is SUBSCRIPTS[text]


MISSED = """from collections import defaultdict
class Row(dict): pass
class Named:
    def __class_getitem__(cls, key): return cls
def f(table):
    own = defaultdict(lambda: {made})
    return own
"""


@pytest.mark.parametrize(
    "made", ["list[int]([1])", "Row[int]()", "Named['a']()", "dict[str, int]()"]
)
def test_a_class_with_its_parameters_misses_no_key(made: str) -> None:
    graph = call_graph(Resolver(lowered(MISSED.format(made=made))))
    assert "f.<lambda>" not in graph["f.<lambda>"]


@pytest.mark.parametrize("made", ["own[3]()", "table[3]()", "OTHER[3]()"])
def test_a_table_may_miss_one(made: str) -> None:
    graph = call_graph(Resolver(lowered(MISSED.format(made=made))))
    assert "f.<lambda>" in graph["f.<lambda>"]
