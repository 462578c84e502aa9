from haltcheck.model.oracle import Oracle
from haltcheck.model.term import variables
from haltcheck.simulation.inputs import search
from haltcheck.simulation.kind import kinds


def test_kinds_come_from_annotations_defaults_and_uses(program):
    made = program(
        """
        def f(a: int, b: "list[int]", c=1.5, d=None, e=None, g=None, h=None):
            while a < 3:
                d += 1
                for x in e:
                    a += x
                g.split(",")
                h.frob()
        """
    )
    found = kinds(made.functions["f"])
    assert found == {
        "a": "int",
        "b": "list",
        "c": "float",
        "d": "int",
        "e": "list",
        "g": "str",
        "h": "object",
    }


def test_constants_of_the_source_and_their_neighbours_are_tried(program):
    made = program("def f(n):\n    while n != 4711:\n        n -= 1\n")
    values = [one["n"] for one in search(made, "f", 60, None)]
    assert {4711, 4710, 4712, 0, 1, -1} <= set(values)
    assert len(values) == len(set(values))


def test_strings_are_built_from_constants(program):
    made = program("def f(s):\n    while s.find('<<') >= 0:\n        s = s.replace('<<', '<')\n")
    values = [one["s"] for one in search(made, "f", 60, None)]
    assert {"<<", "<<<<", "a<<", "<<a", ""} <= set(values)


def test_several_parameters_are_combined_small_ones_first(program):
    made = program("def f(a, b):\n    while a < b:\n        a += b\n")
    found = search(made, "f", 50, None)
    assert found[0] == {"a": 0, "b": 0}
    assert len(found) == 50
    assert len({tuple(one.items()) for one in found}) == 50


def test_the_arguments_of_a_constructor_are_inputs(program):
    made = program(
        """
        class A:
            def __init__(self, size: int):
                self.size = size
                while False:
                    pass
            def f(self, k: str):
                while self.size:
                    pass
        """
    )
    assert set(search(made, "A.f", 5, None)[0]) == {"self.size", "k"}


class Echo(Oracle):
    """Knows one value for everything."""

    def model(self, formula):
        return dict.fromkeys(variables(formula), 12345)


def test_models_of_guards_come_first(program):
    made = program("def f(n, m):\n    while n < m:\n        n += 1\n")
    assert search(made, "f", 5, Echo())[0] == {"n": 12345, "m": 12345}
