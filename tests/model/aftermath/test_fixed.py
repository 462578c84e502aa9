"""Parsers that wait for a token that does not come once the text, or the row of tokens, ends."""

import pytest

from haltcheck.api import check

LEXER = """
class Token:
    def __init__(self, kind, value):
        self.kind = kind
        self.value = value
class Lexer:
    def __init__(self, text):
        self.text = text
        self.pos = 0
    def next(self):
        if self.pos >= len(self.text):
            return Token('end', None)
        char = self.text[self.pos]
        self.pos += 1
        return Token('char', char)
class Parser:
    def __init__(self, text):
        self.lexer = Lexer(text)
        self.token = self.lexer.next()
    def advance(self):
        self.token = self.lexer.next()
"""
WAITING = {
    "a bracket": (
        "    def f(self):\n        while self.token.value != '}':\n",
        "            if self.token.kind == 'end':\n                raise SyntaxError\n",
        "            self.advance()\n",
    ),
    "a semicolon": (
        "    def f(self):\n        while True:\n            token = self.lexer.next()\n",
        "            if token.kind == 'end':\n                return\n",
        "            if token.value == ';':\n                return\n",
    ),
    "a word of several": (
        "    def f(self):\n        skipped = 0\n        token = self.lexer.next()\n"
        "        while token.value not in ('a', 'b'):\n",
        "            if token.value is None:\n                break\n",
        "            skipped += 1\n            token = self.lexer.next()\n",
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", WAITING)
def test_it_is_found(name: str) -> None:
    head, _, tail = WAITING[name]
    assert _codes(LEXER + head + tail) == ["HC102"]


@pytest.mark.parametrize("name", WAITING)
def test_the_usual_repair_is_believed(name: str) -> None:
    assert not _codes(LEXER + "".join(WAITING[name]))


def test_what_others_lengthen_has_no_end_for_good() -> None:
    text = LEXER + WAITING["a semicolon"][0] + WAITING["a semicolon"][2]
    feed = "    def feed(self, more):\n        self.lexer.text.extend(more)\n"
    assert not _codes(text + feed)
