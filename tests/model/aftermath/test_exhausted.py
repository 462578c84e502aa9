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


class Told:
    def __init__(self, text):
        self.tokens = Tokens(text)
        self.ahead = None

    def step(self):
        self.now = self.ahead
        try:
            self.kind, self.ahead = next(self.tokens)
        except StopIteration:
            self.kind, self.ahead = None, None

    def braces(self):
        while self.ahead != "}":
            self.step()
            if self.now == ";":
                continue


class Scanned:
    def __init__(self, text):
        self.tokens = self.scan(text)
        self.now = None

    def scan(self, text):
        for word in text.split():
            yield word

    def step(self):
        self.now = next(self.tokens, None)

    def braces(self):
        while self.now != "}":
            self.step()


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


class Told:
    def __init__(self, text, files):
        self.tokens = Tokens(text)
        self.files = files
        self.numbers = itertools.cycle(text)
        self.ahead = None

    def step(self):
        self.now = self.ahead
        try:
            self.kind, self.ahead = next(self.tokens)
        except StopIteration:
            self.kind, self.ahead = None, None

    def next_file(self):
        try:
            self.ahead = next(self.tokens)
        except StopIteration:
            self.tokens = Tokens(self.files.pop())

    def number(self):
        try:
            return next(self.numbers)
        except StopIteration:
            return None

    def braces(self):
        while self.ahead != "}":
            self.step()
            if self.now is None:
                raise ValueError("the file ends in braces")

    def open_next(self):
        while self.ahead != "}":
            self.next_file()

    def drawn(self):
        while self.number() != 7:
            pass


class Numbered:
    def __init__(self, text):
        self.ids = self.count()
        self.tokens = Marked(text)

    def count(self):
        number = 0
        while True:
            yield number
            number += 1

    def fresh(self, used):
        number = next(self.ids, None)
        while number in used:
            number = next(self.ids, None)
        return number

    def braces(self):
        now = next(self.tokens, None)
        while now != "}":
            now = next(self.tokens, None)


class Marked:
    def __init__(self, text):
        self.words = text.split()

    def __next__(self):
        return self.words.pop() if self.words else "}"


def in_turn(lists):
    them = iter(lists.pop())
    while True:
        try:
            line = next(them)
        except StopIteration:
            them = iter(lists.pop())
            continue
        if line == "end":
            return


def down(node):
    children = node.children
    while True:
        try:
            child = next(children)
        except StopIteration:
            node = node.parent
            children = node.children
            continue
        if child.last:
            return child


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
    assert _found(ENDLESS) == ["Parser.block", "Scanned.braces", "Told.braces", "caught", "header"]


def test_who_sees_the_end_is_believed_and_what_never_ends_has_none() -> None:
    assert not _found(REPAIRED)


def test_an_iterator_that_is_made_here_is_at_its_beginning() -> None:
    text = """
def f():
    it = iter([1, 2, 3])
    n = 0
    while n < 3:
        x = next(it, None)
        if x is None:
            continue
        n += 1
"""
    assert check(text).files[0].findings == ()
