"""Counters that begin at the end where nothing is counted, and twins that ask first."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity

ENDLESS = {
    "the longest name that is known": """
def command(text, known):
    words = text.split()
    found = None
    at = len(words)
    while found is None:
        name = "_".join(words[:at])
        if name in known:
            found = name
        else:
            at -= 1
        if at == 0:
            break
    return found
""",
    "two at a time": """
def command(words, known):
    at = len(words)
    while True:
        if " ".join(words[:at]) in known:
            return at
        at -= 2
        if at == 0:
            return None
""",
}

ENDING = {
    "a test of order": ENDLESS["the longest name that is known"].replace("== 0", "<= 0"),
    "asked before it is counted": """
def command(words, known):
    at = len(words)
    while at != 0:
        if " ".join(words[:at]) in known:
            return at
        at -= 1
    return None
""",
    "no words are refused": """
def command(words, known):
    if not words:
        return None
    at = len(words)
    while True:
        if " ".join(words[:at]) in known:
            return at
        at -= 1
        if at == 0:
            return None
""",
    "the text that is split is not blank": """
def command(text, known):
    text = text.strip()
    if not text:
        return None
    words = text.split()
    at = len(words)
    while True:
        if " ".join(words[:at]) in known:
            return at
        at -= 1
        if at == 0:
            return None
""",
    "what is split at a comma has a part": """
def command(text, known):
    words = text.split(",")
    at = len(words)
    while True:
        if " ".join(words[:at]) in known:
            return at
        at -= 1
        if at == 0:
            return None
""",
    "the list shrinks": """
def command(words, known):
    at = len(words)
    while True:
        if words.pop() in known:
            return at
        at -= 1
        if at == 0:
            return None
""",
    "the last item is asked for": """
def command(words, known):
    at = len(words)
    while True:
        if words[at - 1] in known:
            return at
        at -= 1
        if at == 0:
            return None
""",
}


def _found(text: str) -> list[str]:
    (file,) = check(text).files
    assert all(one.severity is Severity.WARNING for one in file.findings)
    return [one.code for one in file.findings]


@pytest.mark.parametrize("name", sorted(ENDLESS))
def test_nothing_is_counted_past_the_end(name: str) -> None:
    assert _found(ENDLESS[name]) == ["HC103"]


@pytest.mark.parametrize("name", sorted(ENDING))
def test_a_count_that_ends_is_not_told(name: str) -> None:
    assert _found(ENDING[name]) == []
