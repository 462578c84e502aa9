"""What is said of powers is what Python does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.api import check
from haltcheck.model.abstract.power import power_facts, product
from haltcheck.model.term import Integer, Variable, add, evaluate, holds

A, B, R = Variable("a"), Variable("b"), Variable("r")


@settings(deadline=None)
@given(base=st.integers(-9, 9), exponent=st.integers(0, 8))
def test_facts_of_powers_hold(base: int, exponent: int) -> None:
    at = {"a": base, "b": exponent, "r": base**exponent}
    for lowest in {0, min(exponent, 1), exponent}:
        assert all(holds(fact, at) for fact in power_facts(A, B, R, lowest))
    assert all(holds(fact, at) for fact in power_facts(A, Integer(exponent), R))
    assert all(holds(fact, at) for fact in power_facts(Integer(base), B, R))


@settings(deadline=None)
@given(base=st.integers(-6, 6), exponent=st.integers(0, 6), wrong=st.integers(-3, 3))
def test_small_powers_are_told_from_their_neighbours(base: int, exponent: int, wrong: int) -> None:
    if exponent < 2 or -2 < base < 2:
        at = {"a": base, "b": exponent, "r": base**exponent + wrong}
        assert wrong == 0 or not all(holds(fact, at) for fact in power_facts(A, B, R))


def test_a_constant_is_multiplied_into_a_sum() -> None:
    found = product(Integer(3), add(A, B))
    assert evaluate(found, {"a": 2, "b": 5}) == 21
    assert "3 * a" in str(found) or found == product(add(A, B), Integer(3))


ENDLESS = {
    "no axes": (
        """
def axes(shape: list, limit: int):
    count = 1
    while (count + 1) ** len(shape) <= limit:
        count += 1
    return count
""",
        "len(shape) == 0",
    ),
    "an exponent of zero": (
        """
def root(degree: int, number: int):
    found = 1
    while found ** degree <= number:
        found += 1
    return found - 1
""",
        "degree == 0",
    ),
    "a base of one": (
        """
def digits(base: int, number: int):
    count = 1
    while base ** count <= number:
        count += 1
    return count
""",
        "base == 1",
    ),
}

ENDING = {
    "some axes": """
def axes(shape: list, limit: int):
    if not shape:
        return 1
    count = 1
    while (count + 1) ** len(shape) <= limit:
        count += 1
    return count
""",
    "an exponent of one or more": """
def root(degree: int, number: int):
    if degree < 1:
        raise ValueError(degree)
    found = 1
    while found ** degree <= number:
        found += 1
    return found - 1
""",
    "a base of two or more": """
def digits(base: int, number: int):
    if base < 2:
        raise ValueError(base)
    count = 1
    while base ** count <= number:
        count += 1
    return count
""",
    "a constant exponent": """
def root(number: int):
    found = 1
    while found ** 2 <= number:
        found += 1
    return found - 1
""",
}


@pytest.mark.parametrize("name", sorted(ENDLESS))
def test_powers_that_stay_one_never_grow(name: str) -> None:
    text, needed = ENDLESS[name]
    (finding,) = check(text).files[0].findings
    assert finding.code == "HC103" and needed in finding.message


@pytest.mark.parametrize("name", sorted(ENDING))
def test_powers_that_grow_are_not_told(name: str) -> None:
    assert not check(ENDING[name]).files[0].findings
