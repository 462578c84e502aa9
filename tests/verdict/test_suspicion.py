"""Calls that may lead back unseen keep code from being called straight."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer


def _answer(text: str, name: str) -> Answer:
    (report,) = check(text).files
    assert report.fault is None
    return next(one.verdict.answer for one in report.functions if one.name == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("down = lambda n: 1 if n == 0 else down(n - 1)\n", "<lambda>"),
        (
            "class Key:\n    def __hash__(self):\n        return hash((self, 1))\n",
            "Key.__hash__",
        ),
        (
            "class Node:\n    def size(self):\n        total = 1\n"
            "        for child in self.children:\n            total += child.size()\n"
            "        return total\n",
            "Node.size",
        ),
        ("from itertools import repeat\ndef f():\n    return sum(repeat(1))\n", "f"),
        ("import itertools\ndef f():\n    return list(itertools.count())\n", "f"),
    ],
)
def test_what_may_come_back_is_not_said_to_halt(text: str, name: str) -> None:
    assert _answer(text, name) is not Answer.HALT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "class Wrapper:\n    def __init__(self, file):\n        self.file = file\n"
            "    def close(self):\n        self.file.close()\n",
            "Wrapper.close",
        ),
        ("import os\ndef close(fd):\n    os.close(fd)\n", "close"),
        ("import itertools\nIDS = itertools.count()\ndef f():\n    return next(IDS)\n", "f"),
        (
            "class C(dict):\n    def get(self, key):\n        return super().get(key)\n",
            "C.get",
        ),
    ],
)
def test_delegation_to_older_objects_halts(text: str, name: str) -> None:
    assert _answer(text, name) is Answer.HALT
