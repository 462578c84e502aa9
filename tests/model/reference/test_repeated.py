"""Functions that call themselves with what they were handed, checked against Python."""

from __future__ import annotations

import pytest

import haltcheck
from haltcheck.basis.answer import Answer

UNCHANGED = """
import functools, time
FLAGS = {{"on": True}}
class Switch:
    on = True
    said = ""
def fetch({parameters}):
    {body}
def ask():
    return fetch({given})
"""


def unchanged(body: str, parameters: str = "key", given: str = "1") -> str:
    return UNCHANGED.format(body=body, parameters=parameters, given=given)


ABOVE = """
class Above:
    def name(self):
        return "above"
class Own(Above):
    def name(self):
        return {above}.name()
class Below(Own):
    pass
def ask():
    return Below().name()
"""
TOLD = """
class Item:
    def __init__(self):
        self.name = "a"
    {more}
    def __repr__(self):
        return {told}
def ask():
    return repr(Item())
"""

AGAIN = {
    "behind a flag": unchanged("if Switch.on:\n        return fetch(key)\n    return 1"),
    "by its type": unchanged("if isinstance(key, int):\n        return fetch(key)\n    return 1"),
    "by name": unchanged(
        "if Switch.on:\n        return fetch(key, more=more)\n    return 1", "key, more=0"
    ),
    "spread": unchanged(
        "if Switch.on:\n        return fetch(*keys, **more)\n    return 1", "*keys, **more"
    ),
    "after what no test looks at": unchanged(
        "if Switch.on:\n        Switch.said = key\n        return fetch(key)\n    return 1"
    ),
    "the class of the object": ABOVE.format(above="super(self.__class__, self)"),
    "the type of the object": ABOVE.format(above="super(type(self), self)"),
    "str in repr": TOLD.format(more="", told="str(self)"),
    "format in repr": TOLD.format(more="", told='"<{!r}>".format(self)'),
    "an f-string in repr": TOLD.format(more="", told='f"<{self}>"'),
    "percent in repr": TOLD.format(more="", told='"<%s>" % self'),
}
ENDS = {
    "another argument": unchanged("if Switch.on:\n        return fetch2(key)\n    return 1")
    + "def fetch2(key):\n    return 2\n",
    "a default again": unchanged(
        "if more is None and Switch.on:\n        return fetch(key, 2)\n    return 1",
        "key, more=None",
    ),
    "what the test looks at is bound": unchanged(
        "if Switch.on:\n        Switch.on = False\n        return fetch(key)\n    return 1"
    ),
    "the item that the test looks at": unchanged(
        "if FLAGS['on']:\n        FLAGS['on'] = False\n        return fetch(key)\n    return 1"
    ),
    "a call may change it": unchanged(
        "if Switch.on:\n        calm()\n        return fetch(key)\n    return 1"
    )
    + "def calm():\n    Switch.on = False\n",
    "it is bound anew": unchanged(
        "if key:\n        key = 0\n        return fetch(key)\n    return 1"
    ),
    "the class by name": ABOVE.format(above="super(Own, self)"),
    "no class": ABOVE.format(above="super()"),
    "a str of its own": TOLD.format(
        more="def __str__(self):\n        return self.name", told="str(self)"
    ),
    "a field": TOLD.format(more="", told='f"<{self.name}>"'),
    "the default": TOLD.format(more="", told="object.__repr__(self)"),
}


def _comes_back(text: str) -> bool:
    scope: dict[str, object] = {}
    exec(text, scope)
    try:
        scope["ask"]()  # type: ignore[operator]
    except RecursionError:
        return False
    return True


def _findings(text: str) -> list[str]:
    return [one.code for one in haltcheck.check(text).files[0].findings]


@pytest.mark.parametrize("text", AGAIN.values(), ids=AGAIN)
def test_it_calls_itself_the_same_again(text: str) -> None:
    assert not _comes_back(text)
    assert _findings(text) in (["HC201"], ["HC202"])


@pytest.mark.parametrize("text", ENDS.values(), ids=ENDS)
def test_something_is_different(text: str) -> None:
    assert _comes_back(text)
    assert _findings(text) == []


RETRIED = """
def fetch(url, client):
    try:
        return client.get(url)
    except OSError:
        return fetch(url, client)
"""
ASKED = """
def ask(prompt):
    answer = input(prompt)
    if answer not in ("y", "n"):
        return ask(prompt)
    return answer
"""


@pytest.mark.parametrize("text", [RETRIED, ASKED])
def test_what_answers_in_another_way_the_next_time_is_left(text: str) -> None:
    function = haltcheck.check(text).files[0].functions[-1]
    assert function.verdict.answer is not Answer.NON_HALT or function.verdict.condition is None
    assert _findings(text) == []


KINDS = """
class Kind:
    def __repr__(self):
        return "<{{}}: {{}}>".format(type(self).__name__, self)
class Name(Kind):
    def __str__(self):
        return "name"
class Number(Kind):
    {own}
"""


@pytest.mark.parametrize(
    ("own", "codes"), [("def __str__(self): return 'number'", []), ("size = 1", ["HC202"])]
)
def test_a_class_for_others_is_told_of_as_they_are(own: str, codes: list[str]) -> None:
    (file,) = haltcheck.check(KINDS.format(own=own)).files
    assert [one.code for one in file.findings] == codes


DRAWN = """
def pick(low, high, draw):
    first = low if low is not None else draw()
    if first == high:
        if low is {kind}None:
            return pick(low, high, draw)
    return first
"""


@pytest.mark.parametrize(("kind", "recurs"), [("", False), ("not ", True)])
def test_what_was_asked_on_the_way_is_answered_alike(kind: str, recurs: bool) -> None:
    (file,) = haltcheck.check(DRAWN.format(kind=kind)).files
    assert bool(file.findings) is recurs
