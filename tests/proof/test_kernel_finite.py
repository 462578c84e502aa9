"""Boxes of states: what is looked through, and what the kernel does not take for one."""

from dataclasses import replace

import pytest
from integer import problem, systems

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Acyclic, Claim
from haltcheck.model.term import ZERO, Variable, compare
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.techniques.unrolling import Unrolling

WALK = "def f(n):\n    while 0 < n < 30:\n        n = n * 3 % 31\n"


def granted(text, *box, invariants=()):
    (system,) = systems(text)
    claim = Claim(system.subject, Answer.HALT, Acyclic(tuple(box), invariants))
    return isinstance(check(problem(system), claim), Proof)


def found(text):
    (system,) = systems(text)
    given = problem(system)
    claim = Unrolling().attempt(given)
    return isinstance(claim, Claim) and isinstance(check(given, claim), Proof)


def test_a_walk_through_all_residues_ends():
    assert granted(WALK, ("n", 1, 29))
    assert granted(WALK, ("n", 0, 30))
    assert found(WALK)


@pytest.mark.parametrize(
    "box", [(), (("n", 2, 29),), (("n", 1, 28),), (("n", 1, 29), ("n", 1, 29))]
)
def test_a_box_that_a_round_may_leave_is_none(box):
    assert not granted(WALK, *box)


def test_entries_may_lie_outside_where_every_round_leads_in():
    text = "def f(n):\n    while n != 0:\n        n = n * 2 % 8\n"
    assert granted(text, ("n", 0, 7))
    assert found(text)


def test_a_cycle_in_the_box_is_seen():
    text = "def f(n):\n    while n != 0:\n        n = (n * 2 + 1) % 8\n"
    assert not granted(text, ("n", 0, 7))
    assert not found(text)


def test_what_a_round_depends_on_must_be_in_the_box():
    text = "def f(n, k):\n    while 0 < n < 9:\n        n = n + k\n"
    assert not granted(text, ("n", 1, 8))


def test_a_box_too_large_to_be_looked_through_is_refused():
    text = "def f(n):\n    while 0 < n < 90000:\n        n = n - 1\n"
    assert not granted(text, ("n", 1, 89999))


def test_false_invariants_do_not_bound_a_box():
    (system,) = systems("def f(n):\n    while n < 5:\n        n = n - 1\n")
    held = ((0, compare("<=", ZERO, Variable("n"))),)
    claim = Claim(system.subject, Answer.HALT, Acyclic((("n", 0, 4),), held))
    assert not isinstance(check(problem(system), claim), Proof)


def test_a_division_by_zero_in_the_box_is_no_step():
    text = "def f(n):\n    while 0 <= n < 5:\n        n = 8 // n\n"
    (system,) = systems(text)
    claim = Claim(system.subject, Answer.HALT, Acyclic((("n", 0, 4),)))
    for index in range(len(system.transitions)):
        bare = replace(system.transitions[index], guard=compare("<=", ZERO, ZERO))
        changed = (*system.transitions[:index], bare, *system.transitions[index + 1 :])
        assert not isinstance(check(problem(replace(system, transitions=changed)), claim), Proof)
