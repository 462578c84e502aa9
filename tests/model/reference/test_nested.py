"""Recursions into containers that hold themselves, checked against Python."""

from __future__ import annotations

import pytest

import haltcheck
from haltcheck.basis.answer import Answer

HEAD = """
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
KINDS = (list, tuple)
LIMIT = 20
"""
LIST = HEAD + "{}\n\ndef ask():\n    ring = []\n    ring.append([ring])\n    return walk(ring)\n"
DICT = (
    HEAD
    + "{}\n\ndef ask():\n    ring = {{}}\n    ring['a'] = {{'b': ring}}\n    return walk(ring)\n"
)
TEXT = HEAD + "{}\n\ndef ask():\n    return walk('ab')\n"
OWN = (
    HEAD
    + "{}\n\ndef ask():\n    one, two = Own(), Own()\n    one['a'], two['a'] = two, one\n"
    + "    return one.walk()\n"
)

ENDLESS = {
    "a loop": LIST.format(
        "def walk(x):\n    for y in x:\n        if isinstance(y, list):\n            walk(y)"
    ),
    "a comprehension": LIST.format(
        "def walk(x):\n    return [walk(y) for y in x] if isinstance(x, KINDS) else x"
    ),
    "a generator": LIST.format(
        "def walk(x):\n    return tuple(walk(y) for y in x) if type(x) in KINDS else x"
    ),
    "by place": LIST.format(
        "def walk(x):\n    if isinstance(x, Sequence):\n"
        "        return [walk(x[n]) for n in range(len(x))]\n    return x"
    ),
    "mapped": LIST.format(
        "def walk(x):\n    return list(map(walk, x)) if isinstance(x, list) else x"
    ),
    "partial": LIST.format(
        "def walk(x, deep=1):\n    again = partial(walk, deep=deep)\n"
        "    return [again(y) for y in x] if hasattr(x, 'append') else x"
    ),
    "enumerated": LIST.format(
        "def walk(x, path=''):\n    for n, y in enumerate(x):\n"
        "        if isinstance(y, (list, dict)):\n            walk(y, path + str(n))"
    ),
    "a prefix": DICT.format(
        "def walk(x, path=''):\n    for k, y in x.items():\n"
        "        name = path + '.' + k if path else k\n"
        "        if isinstance(y, Mapping):\n            walk(y, name)"
    ),
    "by key": DICT.format(
        "def walk(x):\n    for k in x:\n        if isinstance(x[k], dict):\n            walk(x[k])"
    ),
    "values": DICT.format(
        "def walk(x):\n    return sum(walk(y) for y in x.values()) if isinstance(x, dict) else 1"
    ),
    "itself alone is told": DICT.format(
        "def walk(x):\n    for y in x.values():\n        if y is not x:\n            walk(y)"
    ),
    "two functions": DICT.format(
        "def walk(x):\n    return members(x) if isinstance(x, dict) else x\n"
        "def members(x):\n    return {k: walk(y) for k, y in x.items()}"
    ),
    "an iterable": TEXT.format(
        "def walk(x):\n    return [walk(y) for y in x] if isinstance(x, Iterable) else x"
    ),
    "what can be iterated": TEXT.format(
        "def walk(x):\n    try:\n        parts = iter(x)\n    except TypeError:\n        return 1\n"
        "    return sum(walk(y) for y in parts)"
    ),
    "objects of the class": OWN.format(
        "class Own(OrderedDict):\n    def walk(self):\n"
        "        return {k: v.walk() for k, v in self.items() if isinstance(v, Own)}"
    ),
}
ENDS = {
    "a depth": LIST.format(
        "def walk(x, depth=0):\n    if depth > LIMIT or not isinstance(x, list):\n"
        "        return x\n    return [walk(y, depth + 1) for y in x]"
    ),
    "what was seen": LIST.format(
        "def walk(x, seen=()):\n    if id(x) in seen or not isinstance(x, list):\n"
        "        return x\n    return [walk(y, (*seen, id(x))) for y in x]"
    ),
    "a set that is shared": LIST.format(
        "def walk(x, seen=None):\n    seen = set() if seen is None else seen\n"
        "    if id(x) in seen:\n        return 0\n    seen.add(id(x))\n"
        "    return sum(walk(y, seen) for y in x)"
    ),
    "one level": LIST.format(
        "def walk(x, deep=True):\n    if isinstance(x, list) and deep:\n"
        "        return [walk(y, False) for y in x]\n    return x"
    ),
    "the end of the stack": LIST.format(
        "def walk(x):\n    if not isinstance(x, list):\n        return x\n"
        "    try:\n        return [walk(y) for y in x]\n"
        "    except RecursionError:\n        return None"
    ),
    "tuples alone": LIST.format(
        "def walk(x):\n    return [walk(y) for y in x] if isinstance(x, tuple) else x"
    ),
    "no texts": TEXT.format(
        "def walk(x):\n    if isinstance(x, str) or not isinstance(x, (str, tuple)):\n"
        "        return x\n    return [walk(y) for y in x]"
    ),
    "a length of one": TEXT.format(
        "def walk(x):\n    return x if isinstance(x, str) or isinstance(x, list | dict) else 1"
    ),
}


def _comes_back(text: str) -> bool:
    scope: dict[str, object] = {}
    exec(text, scope)
    try:
        scope["ask"]()  # type: ignore[operator]
    except RecursionError:
        return False
    return True


def _endless(text: str) -> list[str]:
    functions = haltcheck.check(text).files[0].functions
    names = [one.name for one in functions if one.verdict.answer is Answer.NON_HALT]
    return [name for name in names if name != "ask"]


def _findings(text: str) -> list[str]:
    return [one.code for one in haltcheck.check(text).files[0].findings if one.function != "ask"]


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_container_that_holds_itself_never_ends(text: str) -> None:
    assert not _comes_back(text)
    assert _endless(text)


@pytest.mark.parametrize("text", ENDS.values(), ids=ENDS)
def test_what_keeps_it_from_going_on_is_seen(text: str) -> None:
    assert _comes_back(text)
    assert _endless(text) == []


QUIET = {
    "built here": HEAD
    + "import json\ndef load(text):\n    return _walk(json.loads(text))\n"
    + "def _walk(x):\n    return [_walk(y) for y in x] if isinstance(x, list) else x\n",
    "annotated": HEAD
    + "def walk(x: dict[str, int]):\n    return [walk(y) for y in x.values() if y != 3]\n",
    "a predicate that nobody knows": HEAD
    + "from elsewhere import is_leaf\n"
    + "def walk(x):\n    return x if is_leaf(x) else [walk(y) for y in x]\n",
    "an attribute that is built here": HEAD
    + "class Trie:\n    def __init__(self):\n        self.root = {}\n"
    + "    def told(self):\n        return self._told(self.root)\n"
    + "    def _told(self, x):\n        return [self._told(x[key]) for key in sorted(x)]\n",
    "the same again": HEAD
    + "def build(x, method=None):\n    if method is None:\n"
    + "        return build(x, default())\n    return [x]\ndef default():\n    return 'GET'\n",
    "the first one": HEAD + "def walk(x):\n    return walk(x[0]) if isinstance(x, list) else x\n",
    "members of another kind": HEAD
    + "class Rows(list):\n    def plain(self):\n        return [row.plain() for row in self]\n",
    "a pair": HEAD + "def walk(x):\n    first, rest = x\n    return walk(rest)\n",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_what_is_not_known_to_hold_itself_is_left(text: str) -> None:
    assert _endless(text) == []


TREE = """
class Folder:
    def __init__(self, name):
        self.name = name
        self.children = []

    def add(self, {parameter}):
        {adds}

    def size(self, depth=0):
        {size}
"""
CHILDREN = {
    "a loop": ("child", "self.children.append(child)", "for c in self.children: c.size()"),
    "a sum": (
        "child: 'Folder'",
        "self.children.append(child)",
        "return 1 + sum(c.size() for c in self.children)",
    ),
    "a list": (
        "child",
        "child.parent = self; self.children.insert(0, child)",
        "return max([c.size() for c in sorted(self.children, key=id)], default=0)",
    ),
}
NO_CHILDREN = {
    "it is asked": (
        "child",
        "if child is not self: self.children.append(child)",
        "for c in self.children: c.size()",
    ),
    "another kind": ("file", "self.children.append(file)", "for c in self.children: c.size()"),
    "another class": (
        "child: 'File'",
        "self.children.append(child)",
        "for c in self.children: c.size()",
    ),
    "a depth": (
        "child",
        "self.children.append(child)",
        "return 1 if depth > 9 else sum(c.size(depth + 1) for c in self.children)",
    ),
    "made anew": (
        "name",
        "self.children.append(Folder(name))",
        "for c in self.children: c.size()",
    ),
}


def _tree(parameter: str, adds: str, size: str) -> str:
    return TREE.format(parameter=parameter, adds=adds, size=size)


@pytest.mark.parametrize("parts", CHILDREN.values(), ids=CHILDREN)
def test_an_object_may_be_put_into_itself(parts: tuple[str, str, str]) -> None:
    text = _tree(*parts)
    assert _endless(text) == ["Folder.size"]
    scope: dict[str, object] = {}
    exec(text + "f = Folder('x')\nf.add(f)\n", scope)
    with pytest.raises(RecursionError):
        scope["f"].size()  # type: ignore[attr-defined]


@pytest.mark.parametrize("parts", NO_CHILDREN.values(), ids=NO_CHILDREN)
def test_what_is_no_child_of_its_own_is_left(parts: tuple[str, str, str]) -> None:
    assert _endless(_tree(*parts)) == []


LISTS = "    if isinstance(x, list):\n        return [walk(y) for y in x]\n"
DICTS = "    if isinstance(x, dict):\n        return {k: walk(y) for k, y in x.items()}\n"


@pytest.mark.parametrize(("ways", "codes"), [(LISTS + DICTS, ["HC202"]), (LISTS, []), (DICTS, [])])
def test_what_takes_data_of_one_shape_is_not_handed_closed_ones(
    ways: str, codes: list[str]
) -> None:
    text = f"def walk(x):\n{ways}    return x\n"
    assert _endless(text) == ["walk"]
    assert _findings(text) == codes


@pytest.mark.parametrize(
    ("place", "found"), [("-1", ["walk"]), ("1", ["walk"]), ("-3", []), ("2", [])]
)
def test_a_place_outside_of_a_tuple_raises(place: str, found: list[str]) -> None:
    text = f"def walk(x):\n    pair = (x, x)\n    pair[{place}]\n    return [walk(y) for y in x]\n"
    assert _endless(text) == found


def test_the_last_of_nothing_is_no_member() -> None:
    text = f"def walk(x):\n    last = (*(),)\n{LISTS}{DICTS}    return last[-1]\n"
    assert _endless(text) == ["walk"]
    assert _endless(text.replace("(*(),)", "()")) == ["walk"]
