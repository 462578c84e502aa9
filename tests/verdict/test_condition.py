"""Conditions of callees are evaluated or renamed at a call, or honestly left unclear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haltcheck.verdict.condition import (
    Known,
    Met,
    MetWhere,
    Obscure,
    Outcome,
    Renamed,
    Unclear,
    Unmet,
    at_call,
)


@pytest.mark.parametrize(
    ("condition", "value", "outcome"),
    [
        ("n < 0", -1, Met()),
        ("n < 0", 3, Unmet()),
        ("n % 2 == 1 and n > 2", 5, Met()),
        ("n // 0 == 1", 5, Unclear("its condition cannot be worked out")),
        ("n is None", None, Met()),
        ("len(n) == 0", "", Met()),
        ("not (n >= 0)", 1, Unmet()),
        ("-n == 1", -1, Met()),
        ("0 < n < 3", 2, Met()),
        ("n if n else 1", 0, Met()),
    ],
)
def test_literals_are_evaluated(condition: str, value: int | None, outcome: Outcome) -> None:
    assert at_call(condition, {"n": Known(value)}) == outcome


def test_parameters_are_renamed() -> None:
    assert at_call("n < 0", {"n": Renamed("count")}) == MetWhere("count < 0")
    assert at_call("a < b", {"a": Renamed("b"), "b": Renamed("a")}) == MetWhere("b < a")


@pytest.mark.parametrize(
    "condition", ["the peer closes", "n.__class__ == 1", "n ** 9 > 1", "n[0] == 1", "f(n)", ""]
)
def test_what_is_not_followed_stays_unclear(condition: str) -> None:
    assert isinstance(at_call(condition, {"n": Known(3), "f": Known(3)}), Unclear)


def test_unknown_arguments_stay_unclear() -> None:
    assert isinstance(at_call("n < 0", {}), Unclear)
    assert isinstance(at_call("n < 0", {"n": Obscure()}), Unclear)


def test_one_argument_for_two_parameters_stays_unclear() -> None:
    assert isinstance(at_call("a < b", {"a": Renamed("x"), "b": Renamed("x")}), Unclear)


def test_objects_may_change_before_the_call() -> None:
    assert isinstance(at_call("len(xs) == 0", {"xs": Renamed("ys")}), Unclear)


@given(st.integers(-5, 5), st.integers(-5, 5))
def test_evaluation_is_pythons(left: int, right: int) -> None:
    at = {"a": Known(left), "b": Known(right)}
    for text in ("a < b", "a - b == 2 * b", "abs(a) >= max(a, b)", "a != b or a == 0"):
        expected = eval(text, {"a": left, "b": right, "abs": abs, "max": max})
        assert at_call(text, at) == (Met() if expected else Unmet())


@given(st.text(max_size=30))
def test_no_text_is_too_strange(text: str) -> None:
    assert at_call(text, {}) is not None
