"""Arguments of zero: those that a test in front of the loop replaces never come to it."""

import pytest

from haltcheck.api import check

STEPS = """
def f(items, size{default}):
    {first}
    at = 0
    while at < len(items):
        yield items[at : at + size]
        at += size
"""
DAYS = """
from datetime import timedelta


def f(start, stop, step):
    {first}
    while start < stop:
        yield start
        start += delta
"""


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize(
    "first",
    [
        "pass",
        "if size is None:\n        size = 10",
        "if size > 100:\n        size = 100",
        "if items is None:\n        size = 10",
    ],
)
def test_zero_comes_to_the_loop(first: str) -> None:
    text = STEPS.replace("{default}", "=None" if "None" in first else "")
    assert _codes(text.replace("{first}", first)) == ["HC103"]


@pytest.mark.parametrize(
    "first",
    [
        "if not size:\n        size = 10",
        "if size < 1:\n        size = 10",
        "if size == 0 or size is None:\n        size = 10",
        "if size:\n        pass\n    else:\n        size = 1",
        "size = size or 10",
        "size = max(size, 1)",
    ],
)
def test_another_number_is_put_in_its_place(first: str) -> None:
    assert not _codes(STEPS.replace("{default}", "").replace("{first}", first))


@pytest.mark.parametrize("first", ["delta = timedelta(step)", "delta = timedelta(days=step)"])
def test_no_days_at_all(first: str) -> None:
    assert _codes(DAYS.replace("{first}", first)) == ["HC103"]


@pytest.mark.parametrize(
    "first",
    [
        "delta = timedelta(days=1)",
        "if step <= 0:\n        raise ValueError(step)\n    delta = timedelta(step)",
        "assert step\n    delta = timedelta(step)",
        "if step < 1:\n        step = 1\n    delta = timedelta(step)",
        "delta = timedelta(step)\n    if not delta:\n        raise ValueError(step)",
        "delta = timedelta(hours=step)\n    if delta <= timedelta(0):\n        return",
        "delta = timedelta(step, hours=1)",
        "delta = timedelta(step) or timedelta(1)",
    ],
)
def test_some_days(first: str) -> None:
    assert not _codes(DAYS.replace("{first}", first))
