"""Code that always raises: behind it nothing is reached, and no loop around it goes on for ever."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer

ALWAYS_RAISES = [
    # Attributes that are not there, or cannot be set.
    "n.foo = 1",
    "int.b = 1",
    "len.q",
    "object().x = 1",
    "Slim().other = 1",
    "Still(1).a = 2",
    "Pair(1, 2).a = 3",
    "Colour.RED.value = 5",
    # Built-in code that is handed what it does not take.
    "'a'.replace('a')",
    "'a'.zfill('a')",
    "'a'.partition('')",
    "[1].clear(1)",
    "frozenset([1]).add(2)",
    "isinstance(1, 5)",
    "sorted([1, 'a'])",
    "set([[]])",
    "{[]: 1}",
    "1 << 1.0",
    "5()",
    "iter(None)",
    "print(1, sep=5)",
    # Numbers too large for what they are to become.
    "10 ** 400 * 1.0",
    "len(range(10 ** 30))",
    "f'{n:q}'",
    # What is raised or caught is no exception.
    "raise ValueError from n",
    "super()",
    "Bare(1)",
    "from math import nosuch",
]
_CLASSES = """from collections import namedtuple
from dataclasses import dataclass
from enum import Enum

class Slim:
    __slots__ = ('a',)

@dataclass(frozen=True)
class Still:
    a: int

class Colour(Enum):
    RED = 1

class Bare:
    pass

Pair = namedtuple('Pair', 'a b')

"""


def _answers(text: str) -> set[Answer]:
    (report,) = check(text).files
    assert report.fault is None
    (function,) = [one for one in report.functions if one.name == "f"]
    return {loop.verdict.answer for loop in function.loops} | {function.verdict.answer}


@pytest.mark.parametrize("code", ALWAYS_RAISES)
def test_a_loop_around_it_is_not_said_to_go_on(code: str) -> None:
    text = f"{_CLASSES}def f(n: int):\n    while True:\n        {code}\n"
    assert Answer.NON_HALT not in _answers(text)


@pytest.mark.parametrize("code", ALWAYS_RAISES)
def test_what_stands_behind_it_is_not_said_to_come(code: str) -> None:
    text = (
        f"{_CLASSES}def f(n: int):\n    i = 0\n    while i < 3:\n        try:\n"
        f"            {code}\n            i += 1\n        except Exception:\n            pass\n"
    )
    assert Answer.HALT not in _answers(text)


def test_a_class_list_with_something_else_in_it_raises() -> None:
    text = (
        "def f(n: int):\n    while True:\n        try:\n            raise ValueError\n"
        "        except (ValueError, [KeyError]):\n            pass\n"
    )
    assert Answer.NON_HALT not in _answers(text)


def test_a_module_that_may_be_missing_is_not_run() -> None:
    text = (
        "def f(n: int):\n    while True:\n        try:\n            import nosuch_module\n"
        "        except ImportError:\n            return\n"
    )
    assert Answer.NON_HALT not in _answers(text)
