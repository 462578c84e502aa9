"""What is asked of nothing: patterns, the last line that was read, a look ahead."""

from haltcheck.api import check

ENDLESS = """
import re


def number(f):
    while True:
        line = f.readline()
        if re.match(r"\\d+", line):
            return line


def chosen(f, pattern):
    line = f.readline()
    while re.search(pattern, line) is None:
        line = f.readline()
    return line


def last(f):
    lines = [f.readline()]
    while "END" not in lines[-1]:
        lines.append(f.readline())
    return lines


def given(f, lines):
    while not lines[-1].startswith("END"):
        lines.append(f.readline())
    return lines


class Lines:
    def __init__(self, f):
        self.f = f
        self.line = ""

    def advance(self):
        self.line = self.f.readline()

    def peek(self):
        place = self.f.tell()
        line = self.f.readline()
        self.f.seek(place)
        return line

    def comments(self):
        while self.peek().startswith("#") or not self.peek().strip():
            self.advance()
"""

REPAIRED = """
import re


def anything(f):
    while True:
        line = f.readline()
        if re.match(r"\\d*", line):
            return line


def number(f):
    while True:
        line = f.readline()
        if not line or re.match(r"\\d+", line):
            return line


def last(f):
    lines = [f.readline()]
    while lines[-1] and "END" not in lines[-1]:
        lines.append(f.readline())
    return lines


def moved(f):
    lines = [f.readline()]
    while lines[-1] != "END":
        lines.append(f.readline())
        lines.pop()
        ask(lines)
    return lines


class Lines:
    def __init__(self, f):
        self.f = f
        self.line = ""

    def advance(self):
        self.line = self.f.readline()

    def peek(self):
        place = self.f.tell()
        line = self.f.readline()
        self.f.seek(place)
        return line

    def comments(self):
        while self.peek().startswith("#"):
            self.advance()
"""


def _found(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return sorted(one.function for one in report.findings if one.code == "HC102")


def test_nothing_is_found_in_nothing() -> None:
    assert _found(ENDLESS) == ["Lines.comments", "chosen", "given", "last", "number"]


def test_the_usual_repairs_are_believed() -> None:
    assert not _found(REPAIRED)
