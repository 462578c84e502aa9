"""What is said of square roots is what Python does."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.model.abstract.root import root_facts
from haltcheck.model.term import Variable, holds

A, R = Variable("a"), Variable("r")


@settings(deadline=None)
@given(st.integers(0, 500), st.integers(-2, 2))
def test_facts_of_exact_roots_fit_one_number(value: int, off: int) -> None:
    at = {"a": value, "r": math.isqrt(value) + off}
    assert all(holds(fact, at) for fact in root_facts(A, R, exact=True)) == (off == 0)


@settings(deadline=None)
@given(st.integers(0, 10**6) | st.integers(0, 10**300))
def test_facts_of_float_roots_hold(value: int) -> None:
    for root in (math.sqrt(value), value**0.5):
        at = {"a": value, "r": int(root)}
        assert all(holds(fact, at) for fact in root_facts(A, R, exact=False))
