"""Small inputs are run, and what is not exact is not run."""

from dataclasses import replace

from integer import systems

from haltcheck.model.certificate import GaveUp
from haltcheck.model.system import Faith
from haltcheck.model.term import Integer, Variable, compare
from haltcheck.proof.grid import Trial, trial, trials

DOWN = systems("def f(n):\n    while n != 0:\n        n -= 1\n")[0]


def ends(system):
    found = trials(system)
    assert not isinstance(found, GaveUp)
    return {tuple(dict(one.inputs).values()): one.ends for one in found}


def test_every_small_input_is_told():
    assert all(ended is (n >= 0) for (n,), ended in ends(DOWN).items())
    assert set(range(-12, 13)) <= {n for (n,) in ends(DOWN)}


def test_a_state_that_comes_back_ends_no_run():
    turn = systems("def f(a):\n    while a != 4:\n        a = 9 - a\n")[0]
    assert all(ended is (a in (4, 5)) for (a,), ended in ends(turn).items())


def test_only_inputs_of_the_domain_are_run():
    positive = compare("<", Integer(0), Variable("n"))
    found = {n for (n,) in ends(replace(DOWN, entry_condition=positive))}
    assert set(range(1, 13)) <= found and min(found) == 1


def test_a_single_run_is_told_where_it_ends_or_comes_back():
    ended = trial(DOWN, (("n", 3),))
    assert isinstance(ended, Trial) and ended.ends
    assert trial(DOWN, (("n", -3),)) is None


def test_what_is_not_exact_is_not_followed():
    coarse = tuple(replace(one, faith=Faith.COARSE) for one in DOWN.transitions)
    assert isinstance(trials(replace(DOWN, transitions=coarse)), GaveUp)
    inner = tuple(
        replace(one, faith=Faith.COARSE) if one.source == one.target else one
        for one in DOWN.transitions
    )
    assert set(ends(replace(DOWN, transitions=inner)).values()) == {True}


def test_constants_of_the_guards_are_run_as_well():
    far = systems("def f(n):\n    while n > 90:\n        n -= 1\n")[0]
    assert {89, 90, 91} <= {n for (n,) in ends(far)}
