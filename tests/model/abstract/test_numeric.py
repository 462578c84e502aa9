"""What is said of functions on numbers is what Python does."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.model.abstract.numeric import bit_count_facts, gcd_facts, remainder_facts
from haltcheck.model.term import Variable, holds

A, B, R = Variable("a"), Variable("b"), Variable("r")


@settings(deadline=None)
@given(st.integers(-500, 500))
def test_facts_of_bit_counts_hold(value: int) -> None:
    for result in (value.bit_length(), value.bit_count()):
        assert all(holds(fact, {"a": value, "r": result}) for fact in bit_count_facts(A, R))


@settings(deadline=None)
@given(st.integers(-60, 60), st.integers(-60, 60))
def test_facts_of_divisors_hold(left: int, right: int) -> None:
    at = {"a": left, "b": right, "r": math.gcd(left, right)}
    assert all(holds(fact, at) for fact in gcd_facts(A, B, R))


@settings(deadline=None)
@given(st.integers(-60, 60), st.integers(0, 5), st.integers(-9, 9).filter(bool))
def test_facts_of_remainders_hold(base: int, exponent: int, divisor: int) -> None:
    at = {"b": divisor, "r": pow(base, exponent, divisor)}
    assert all(holds(fact, at) for fact in remainder_facts(B, R))
