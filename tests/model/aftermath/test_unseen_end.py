"""Readers of a text that look at the next item with an eye to its end, by whatever means."""

import pytest

from haltcheck.api import check

PROGRAM = """
class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    {peek}

    def quoted(self):
        found = []
        while {next} != '"':
            {first}
            found.append({next})
            self.at += 1
        return found
"""
TRIED = """def peek(self):
        try:
            return self.text[self.at]
        except IndexError:
            {then}
"""
SHOWN = """@property
    def next(self):
        if self.at < len(self.text):
            return self.text[self.at]
        {then}
"""
ENDLESS = {
    "an index that is tried": (TRIED.replace("{then}", "return ''"), "self.peek()"),
    "a property": (SHOWN.replace("{then}", "return None"), "self.next"),
}
ENDING = {
    "nothing is tried": ("def peek(self):\n        return self.text[self.at]\n", "self.peek()"),
    "it raises another": (TRIED.replace("{then}", "raise EOFError"), "self.peek()"),
    "the mark comes of itself": (TRIED.replace("{then}", "return '\"'"), "self.peek()"),
    "a property that raises": (SHOWN.replace("{then}", "raise EOFError"), "self.next"),
    "a property that gives the mark": (SHOWN.replace("{then}", "return '\"'"), "self.next"),
}


def _codes(peek: str, asked: str, first: str = "pass") -> list[str]:
    text = PROGRAM.replace("{peek}", peek).replace("{next}", asked).replace("{first}", first)
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", ENDLESS)
def test_nobody_sees_the_end(name: str) -> None:
    assert _codes(*ENDLESS[name]) == ["HC102"]


@pytest.mark.parametrize("name", ENDLESS)
def test_who_sees_it_leaves(name: str) -> None:
    peek, asked = ENDLESS[name]
    assert not _codes(peek, asked, f"if not {asked}: break")
    assert not _codes(peek, asked, "if self.at > len(self.text): raise ValueError")
    assert not _codes(peek, asked, "if self.at == len(self.text): break")
    assert not _codes(peek, asked, "assert self.at <= len(self.text)")


@pytest.mark.parametrize("name", ENDING)
def test_it_ends(name: str) -> None:
    assert not _codes(*ENDING[name])
