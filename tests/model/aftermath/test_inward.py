"""What a function of the file computes is no answer of the outside world."""

import pytest

from haltcheck.api import check

HALVES = """
def half(n: int) -> int:
    if n < 2:
        return 0
    return 1 + half(n - 2)


def rounds(n: int) -> int:
    count = 0
    while n > 0:
        n -= half(n)
        count += 1
    return count
"""

PAGES = """
import requests


def ask(mark):
    return requests.get("https://example.org", params={"mark": mark}).json()


def rows():
    mark = None
    while True:
        page = ask(mark)
        if not page["rows"] and page["more"]:
            continue
        yield from page["rows"]
        mark = page["more"]
        if not mark:
            return
"""


def test_a_number_that_is_computed_is_told_with_its_condition() -> None:
    (found,) = check(HALVES).files[0].findings
    assert (found.code, found.verdict.condition) == ("HC103", "0 < n and n < 2")


@pytest.mark.parametrize("text", [PAGES])
def test_what_a_function_asks_outside_may_come_again(text: str) -> None:
    assert [one.code for one in check(text).files[0].findings] == ["HC102"]
