"""What takes nested things apart: a text of one sign holds itself, also where a generator asks."""

import pytest

from haltcheck.api import check

IMPORTS = "from collections.abc import Iterable, Mapping, Sequence\nimport typing\n"
HOLDS_ITSELF = {
    "an abstract class": (
        "def f(xs):\n    out = []\n    for x in xs:\n"
        "        if isinstance(x, Iterable):\n            out.extend(f(x))\n"
        "        else:\n            out.append(x)\n    return out\n"
    ),
    "a class of typing": (
        "def f(xs):\n    return [y for x in xs\n"
        "            for y in (f(x) if isinstance(x, typing.Sequence) else [x])]\n"
    ),
    "a generator that hands on": (
        "def f(xs):\n    for x in xs:\n        if hasattr(x, '__iter__'):\n"
        "            yield from f(x)\n        else:\n            yield x\n"
    ),
    "a generator that asks": (
        "def f(xs):\n    for x in xs:\n        if isinstance(x, Iterable):\n"
        "            for y in f(x):\n                yield y\n        else:\n            yield x\n"
    ),
    "a list of what a generator gives": (
        "def f(xs):\n    for x in xs:\n        if isinstance(x, Sequence):\n"
        "            yield list(f(x))\n        else:\n            yield x\n"
    ),
    "what is no nest refuses": (
        "def f(xs):\n    try:\n        for x in xs:\n            yield from f(x)\n"
        "    except TypeError:\n        yield xs\n"
    ),
}
COMES_TO_ITS_PARTS = {
    "texts are no nests": (
        "def f(xs):\n    for x in xs:\n"
        "        if isinstance(x, Iterable) and not isinstance(x, (str, bytes)):\n"
        "            yield from f(x)\n        else:\n            yield x\n"
    ),
    "mappings alone": (
        "def f(xs):\n    for x in xs.values():\n        if isinstance(x, Mapping):\n"
        "            yield from f(x)\n        else:\n            yield x\n"
    ),
    "a text of one sign is one": (
        "def f(xs):\n    for x in xs:\n        if isinstance(x, Sequence) and len(x) > 1:\n"
        "            yield from f(x)\n        else:\n            yield x\n"
    ),
    "less each time": (
        "def f(xs):\n    if isinstance(xs, Sequence) and len(xs):\n        yield xs[0]\n"
        "        yield from f(xs[1:])\n"
    ),
    "each text is one": (
        "def f(xs):\n    if isinstance(xs, str):\n        yield xs\n        return\n    try:\n"
        "        for x in xs:\n            yield from f(x)\n"
        "    except (TypeError, ValueError):\n        yield xs\n"
    ),
    "a depth": (
        "def f(xs, depth: int):\n    for x in xs:\n"
        "        if depth > 0 and isinstance(x, Iterable):\n"
        "            yield from f(x, depth - 1)\n        else:\n            yield x\n"
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(IMPORTS + text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", HOLDS_ITSELF)
def test_it_is_taken_apart_for_ever(name: str) -> None:
    assert _codes(HOLDS_ITSELF[name]) == ["HC202"]


@pytest.mark.parametrize("name", COMES_TO_ITS_PARTS)
def test_it_comes_to_an_end(name: str) -> None:
    assert _codes(COMES_TO_ITS_PARTS[name]) == []
