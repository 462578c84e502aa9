"""What an object holds is taken item by item, and nobody sees that it is empty."""

import pytest

from haltcheck.api import check

PROGRAM = """
import time
from collections import deque


class Reader:
    def __init__(self, text):
        self.chars = {held}

    def take(self):
        {take}

    def quoted(self):
        found = []
        now = self.take()
        while now != '"':
            {first}
            found.append(now)
            now = self.take()
        return found
"""
TAKES = [
    "return self.chars.popleft() if self.chars else ''",
    "return self.chars.pop(0) if len(self.chars) > 0 else None",
    "if not self.chars:\n            return None\n        return self.chars.pop()",
]
PLAIN = {"held": "deque(text)", "take": TAKES[0], "first": "pass"}


def _codes(more: str = "", **parts: str) -> list[str]:
    text = PROGRAM + more
    for name, part in {**PLAIN, **parts}.items():
        text = text.replace(f"{{{name}}}", part)
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("take", TAKES)
def test_nothing_comes_any_more(take: str) -> None:
    assert _codes(take=take) == ["HC102"]


@pytest.mark.parametrize("take", TAKES)
def test_who_sees_the_end_leaves(take: str) -> None:
    assert not _codes(take=take, first="if not now: break")


def test_one_that_is_empty_refuses() -> None:
    assert not _codes(take="return self.chars.popleft()")


def test_others_may_add_to_it() -> None:
    assert not _codes("\n    def feed(self, text):\n        self.chars.extend(text)\n")
    assert not _codes("\n    def feed(self, text):\n        self.chars = deque(text)\n")
    assert not _codes(first="if now == '': self.chars.append('!')")
    assert not _codes(first="if now == '': self.fill()")
