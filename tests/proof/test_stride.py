"""Measures that fall every few rounds, and those that do not."""

import pytest
from integer import problem, systems

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, Ranking
from haltcheck.model.term import Integer, Variable, add, choose, compare, subtract
from haltcheck.proof.kernel import Proof, check

SEEK = systems(
    "def f(x, t):\n    while x != t:\n        if x < t:\n            x += 3\n"
    "        else:\n            x -= 2\n"
)[0]
X, T = Variable("x"), Variable("t")
GAP = choose(compare("<", X, T), subtract(T, X), subtract(X, T))


def granted(system, term, stride):
    location = min(system.inside)
    ranking = Ranking((((location, term),),), stride=stride)
    claim = Claim(system.subject, Answer.HALT, ranking)
    return isinstance(check(problem(system), claim), Proof)


def test_a_step_back_and_two_on_fall_in_four_rounds():
    assert granted(SEEK, GAP, 4)


@pytest.mark.parametrize("stride", [1, 2, 0, -1, 9])
def test_shorter_strides_and_odd_ones_are_refused(stride):
    assert not granted(SEEK, GAP, stride)


@pytest.mark.parametrize("term", [X, T, subtract(T, X), Integer(7), add(GAP, X)])
def test_other_measures_are_refused(term):
    assert not granted(SEEK, term, 4)


def test_a_run_that_goes_round_has_no_stride():
    system = systems("def f(x):\n    while x > 0:\n        x = 3 - x if x < 3 else x - 1\n")[0]
    assert not any(granted(system, X, stride) for stride in range(1, 9))


def test_too_many_ways_through_a_stride_are_refused():
    lines = "".join(f"        elif x % 9 == {k}:\n            x -= {k + 1}\n" for k in range(1, 8))
    text = f"def f(x):\n    while x > 0:\n        if x % 9 == 0:\n            x -= 1\n{lines}"
    assert not granted(systems(text + "        else:\n            x -= 9\n")[0], X, 8)
