"""One argument iterated, another appended to: the same list or not."""

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.abstract.twice import Apart, Twice, same_argument
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject


def _found(text: str) -> Twice | Apart:
    return same_argument(lower(parse(from_text(text))), LoopSubject("f", 0))


@pytest.mark.parametrize(
    "text",
    [
        "def f(a, b):\n    for x in b:\n        a.append(x)\n",
        "def f(a: list[int], b: list[int]):\n    for x in b:\n        a.insert(0, x)\n",
        "def f(a, b, n):\n    if n:\n        print(n)\n    for x in b:\n        a.append(x)\n",
    ],
)
def test_both_may_be_one_list(text: str) -> None:
    assert _found(text) == Twice("b", "a")


@pytest.mark.parametrize(
    "text",
    [
        "def f(a, b):\n    for x in list(b):\n        a.append(x)\n",
        "def f(a, b):\n    for x in b:\n        if x:\n            a.append(x)\n",
        "def f(a, b):\n    for x in b:\n        a.append(x)\n        if x: break\n",
        "def f(a, b):\n    for x in b:\n        a.append(x)\n        b.pop()\n",
        "def f(a, b: str):\n    for x in b:\n        a.append(x)\n",
        "def f(a, *b):\n    for x in b:\n        a.append(x)\n",
        "def f(b):\n    a = []\n    for x in b:\n        a.append(x)\n",
        "def f(a, b):\n    a = list(a)\n    for x in b:\n        a.append(x)\n",
        "def f(a, b):\n    for x in b:\n        a.add(x)\n",
        "def f(a: list[int], b: list[str]):\n    for x in b:\n        a.append(x)\n",
        "def f(a, b):\n    if a is b:\n        return\n    for x in b:\n        a.append(x)\n",
        "def f(a, b):\n    assert a is not b\n    for x in b:\n        a.append(x)\n",
        "def f(a, b):\n    a.clear()\n    for x in b:\n        a.append(x)\n",
        "def f(a, b):\n    if len(a) < len(b):\n        for x in b:\n            a.append(x)\n",
        "def f(a, b):\n    if a:\n        return\n    for x in b:\n        a.append(x)\n",
        "def f(a, b):\n    drain(b)\n    for x in b:\n        a.append(x)\n",
    ],
)
def test_they_are_not(text: str) -> None:
    assert isinstance(_found(text), Apart)
