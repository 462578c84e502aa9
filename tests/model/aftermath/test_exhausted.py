"""Loops that ask an iterator for the next item for ever, after its end."""

from haltcheck.api import check

ENDLESS = """
def caught(lines):
    it = iter(lines)
    while True:
        try:
            line = next(it)
        except StopIteration:
            line = ""
        if line.startswith("END"):
            return line


class Parser:
    def __init__(self, lines):
        self.lines = iter(lines)

    def block(self):
        line = next(self.lines, "")
        while line != "end":
            line = next(self.lines, "")


def header(path):
    with open(path) as f:
        line = next(f, "")
        while not line.startswith("Date"):
            line = next(f, "")
        return line
"""

REPAIRED = """
import itertools


def caught(lines):
    it = iter(lines)
    while True:
        try:
            line = next(it)
        except StopIteration:
            return None
        if line.startswith("END"):
            return line


def raised(lines):
    it = iter(lines)
    while True:
        line = next(it)
        if line.startswith("END"):
            return line


def counted(used):
    ids = itertools.count()
    found = next(ids, None)
    while found in used:
        found = next(ids, None)
    return found


class Parser:
    def __init__(self, lines):
        self.lines = iter(lines)
        self.ids = itertools.count()

    def block(self):
        line = next(self.lines, "")
        while line and line != "end":
            line = next(self.lines, "")

    def fresh(self, used):
        number = next(self.ids, None)
        while number in used:
            number = next(self.ids, None)
        return number
"""


def _found(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return sorted(one.function for one in report.findings if one.code == "HC102")


def test_the_default_comes_again_and_again() -> None:
    assert _found(ENDLESS) == ["Parser.block", "caught", "header"]


def test_who_sees_the_end_is_believed_and_what_never_ends_has_none() -> None:
    assert not _found(REPAIRED)
