"""Where a quotient of integers is said to be exact, rounding to a float changes nothing."""

from __future__ import annotations

import math
import operator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from haltcheck.model.abstract.quotient import (
    beside_quotient,
    down,
    large_facts,
    safe,
    size,
    to_nearest,
    toward_zero,
    up,
)
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Quotient
from haltcheck.model.system import EXIT, Faith
from haltcheck.model.term import Integer, Variable, evaluate, holds, variables
from tests.model.abstract.test_arithmetic import system_of
from tests.model.abstract.test_fraction import scene

A, B, R, N = Variable("a"), Variable("b"), Variable("r"), Variable("n")
_ROUNDINGS = {
    "down": (down, math.floor),
    "up": (up, math.ceil),
    "toward zero": (toward_zero, int),
    "to nearest": (to_nearest, round),
}
_ORDER = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
}
_ANY = st.integers(-50, 50) | st.integers(-(2**54), 2**54) | st.integers(-(10**25), 10**25)
_DIVISOR = (st.integers(-12, 12) | st.integers(-(2**53), 2**53)).filter(bool)


@settings(deadline=None)
@given(st.integers())
def test_the_size_is_the_absolute_value(value: int) -> None:
    assert evaluate(size(A), {"a": value}) == abs(value)


@pytest.mark.parametrize("name", _ROUNDINGS)
@settings(deadline=None)
@given(left=_ANY, right=_DIVISOR)
@example(left=2**52 - 1, right=2)
@example(left=2**52 - 1, right=3)
@example(left=2**52 - 1, right=2**52 - 2)
def test_roundings(name: str, left: int, right: int) -> None:
    term, code = _ROUNDINGS[name]
    at = {"a": left, "b": right, "r": code(left / right)}
    if holds(safe(Quotient(A, B)), at):
        assert evaluate(term(A, B), at) == at["r"]
    else:
        for value in (Quotient(A, B), Quotient(A, Integer(right))):
            assert all(holds(fact, at) for fact in large_facts(value, R))


@pytest.mark.parametrize("name", _ORDER)
@settings(deadline=None)
@given(left=_ANY, right=_DIVISOR, number=_ANY, off=st.integers(-1, 1))
def test_comparisons(name: str, left: int, right: int, number: int, off: int) -> None:
    for divisor in (B, Integer(right)):
        formula = beside_quotient(scene(), State(), name, N, Quotient(A, divisor))
        coins = variables(formula) - {"a", "b", "n"}
        for other in (number, left // right + off):
            at = {"a": left, "b": right, "n": other}
            answers = {holds(formula, {**at, **dict.fromkeys(coins, coin)}) for coin in (0, 1)}
            assert _ORDER[name](other, left / right) in answers
            assert len(answers) == 1 or not holds(safe(Quotient(A, B)), at)


def test_nothing_is_proved_by_a_number_that_is_no_float_any_more() -> None:
    system = system_of("int(a / 3)")
    large = {"a": 10**400, "b": 0, "c": 1}
    going = [one for one in system.transitions if one.target in system.inside]
    possible = [one for one in going if one.source in system.inside]
    assert any(one.faith is Faith.COARSE for one in possible if one.target != EXIT)
    assert not any(
        holds(one.guard, large) for one in possible if one.faith is Faith.EXACT and not one.choices
    )
