"""Constants of classes decide tests as those of modules do, where nothing else may bind them."""

import pytest

from haltcheck.api import check

PROGRAM = """
{head}
class Lexer{bases}:
    NAME = "NAME"
    {other} = {value}


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.kind = None

    def advance(self):
        try:
            self.kind = next(self.tokens)
        except StopIteration:
            self.kind = None

    def block(self):
        while self.kind != "end":
            self.advance()
            if self.kind == Lexer.{other}:
                {then}
"""


def _codes(**parts: str) -> list[str]:
    whole = {"head": "", "bases": "", "other": "STOP", "value": "'stop'", "then": "break"}
    text = PROGRAM
    for name, part in {**whole, **parts}.items():
        text = text.replace(f"{{{name}}}", part)
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


def test_the_end_is_none_of_the_kinds() -> None:
    assert _codes() == ["HC102"]


@pytest.mark.parametrize(
    "parts",
    [
        {"value": "None"},
        {"other": "Stop", "value": "None"},
        {"bases": "(Kinds)"},
        {"head": "import enum", "bases": "(enum.Enum)"},
        {"head": "from kinds import known\n\n@known"},
        {"head": "def late():\n    Lexer.STOP = None\n"},
    ],
)
def test_it_is_one_or_may_be_one(parts: dict[str, str]) -> None:
    assert not _codes(**parts)
