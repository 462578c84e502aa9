"""Parsers that only go on where something they ask for is there."""

import pytest

from haltcheck.api import check

HEAD = "class Parser(Base):\n    def parse(self):\n"
STUCK = {
    "two optional parts": """
        while self.current and not self._match("END", advance=False):
            if self._match_text("FIRST"):
                self.first = self._parse_list(self.part)
            if self._match_text("SECOND"):
                self.second = self._parse_expression()
""",
    "a chain without an else": """
        while not self.accept("END"):
            if self.accept("FIRST"):
                self.first = self.expression()
            elif self.accept("SECOND"):
                self.second = self.expression()
""",
}
MOVES = {
    "an else that raises": """
        while not self.accept("END"):
            if self.accept("FIRST"):
                self.first = self.expression()
            else:
                raise SyntaxError("unexpected")
""",
    "an else that moves on": """
        while not self.accept("END"):
            if self.accept("FIRST"):
                self.first = self.expression()
            else:
                self.advance()
""",
    "a list with commas": """
        while self.accept("COMMA"):
            self.items.append(self.expression())
""",
    "what is always parsed": """
        while not self.accept("END"):
            self.items.append(self.expression())
""",
    "a way out": """
        while True:
            if self.accept("FIRST"):
                self.first = 1
            elif self.accept("SECOND"):
                self.second = 2
            else:
                break
""",
    "a pattern of a library": """
        at = 0
        while not END.match(self.text, at):
            at = WORD.match(self.text, at).end()
""",
}


def _messages(body: str) -> list[str]:
    (report,) = check(HEAD + body).files
    assert report.fault is None
    return [one.message for one in report.findings]


@pytest.mark.parametrize("name", STUCK)
def test_nothing_that_is_asked_for_may_be_there(name: str) -> None:
    (message,) = _messages(STUCK[name])
    assert "ask for comes next" in message


@pytest.mark.parametrize("name", MOVES)
def test_others_move_on_or_leave(name: str) -> None:
    assert not _messages(MOVES[name])
