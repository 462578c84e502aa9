"""What is said of bit operations and shifts is what Python does."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.model.abstract.bitwise import bit_facts, intersection, shift_facts
from haltcheck.model.term import ONE, Integer, Variable, evaluate, holds, negate, subtract

_OPERATORS = {"&": operator.and_, "|": operator.or_, "^": operator.xor}
_SHIFTS = {"<<": operator.lshift, ">>": operator.rshift}
A, B, R = Variable("a"), Variable("b"), Variable("r")


@pytest.mark.parametrize("name", _OPERATORS)
@settings(deadline=None)
@given(left=st.integers(-40, 40), right=st.integers(-40, 40))
def test_facts_of_bits_hold(name: str, left: int, right: int) -> None:
    at = {"a": left, "b": right, "r": _OPERATORS[name](left, right)}
    assert all(holds(fact, at) for fact in bit_facts(name, A, B, R))


@settings(deadline=None)
@given(st.integers(-300, 300))
def test_the_lowest_bit_of_a_number_is_set(value: int) -> None:
    facts = bit_facts("&", A, negate(A), R)
    assert all(holds(fact, {"a": value, "r": value & -value}) for fact in facts)


@settings(deadline=None)
@given(value=st.integers(), mask=st.integers(-1000, 1000))
def test_a_mask_is_a_sum_of_remainders(value: int, mask: int) -> None:
    for term in (intersection(A, Integer(mask)), intersection(Integer(mask), A)):
        assert term is None or evaluate(term, {"a": value}) == value & mask


@pytest.mark.parametrize("mask", [0, 1, 4, 6, 255, 0xF0F, -1, -2, -8, -256, 1 << 200])
def test_simple_masks_are_terms(mask: int) -> None:
    term = intersection(A, Integer(mask))
    assert term is not None
    assert all(evaluate(term, {"a": value}) == value & mask for value in range(-300, 300, 7))


def test_masks_with_many_runs_are_not() -> None:
    assert intersection(A, Integer(0b101010101)) is None
    assert intersection(A, Integer(1 << 5000)) is None


def test_a_number_with_itself_and_with_its_complement() -> None:
    complement = subtract(negate(A), ONE)
    assert intersection(A, A) == A
    assert intersection(A, complement) == intersection(complement, A) == Integer(0)


@pytest.mark.parametrize("name", _SHIFTS)
@settings(deadline=None)
@given(left=st.integers(-200, 200), right=st.integers(0, 12))
def test_facts_of_shifts_hold(name: str, left: int, right: int) -> None:
    at = {"a": left, "b": right, "r": _SHIFTS[name](left, right)}
    for lowest in {0, min(right, 1), right}:
        assert all(holds(fact, at) for fact in shift_facts(name, A, B, R, lowest))


@settings(deadline=None)
@given(left=st.integers(1, 50), right=st.integers(1, 12))
def test_facts_of_shifts_tell_growth_and_fall(left: int, right: int) -> None:
    for name in _SHIFTS:
        at = {"a": left, "b": right, "r": left}
        assert not all(holds(fact, at) for fact in shift_facts(name, A, B, R))
