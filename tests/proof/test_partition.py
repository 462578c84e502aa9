"""Predicates that split the states into parts."""

from integer import problem, systems

from haltcheck.model.term import Integer, Variable, compare
from haltcheck.proof.partition import order, partition
from haltcheck.proof.rule import rules_of, strong


def rules(code):
    (system,) = systems(code)
    one = problem(system)
    return one.prover, rules_of(one, system, ())


def test_a_phase_that_ends_makes_two_parts_in_order():
    prover, found = rules("def f(x, y):\n    while x > 0:\n        x += y\n        y -= 1\n")
    growing = compare("<", Integer(0), Variable("y"))
    parts = partition(prover, growing, found)
    ((place, _),) = order(parts, growing)
    assert [part.nodes for part in parts] == [{(place, True)}, {(place, False)}]


def test_a_predicate_that_comes_and_goes_makes_none():
    prover, found = rules("def f(x, y):\n    while x > 0:\n        x -= 1\n        y = -y\n")
    assert partition(prover, compare("<", Integer(0), Variable("y")), found) == ()


def test_components_come_before_those_that_they_reach():
    assert strong([(1, 2), (2, 1), (2, 3), (3, 4)]) == [{1, 2}, {3}, {4}]
