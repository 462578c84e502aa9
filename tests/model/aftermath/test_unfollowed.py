"""Loops that call what cannot be followed, and twins where that may end them."""

import pytest

from haltcheck.api import check

PAIRS = {
    "cuts that are cleaned": (
        """
import re

LONGEST = 100
ODD = re.compile("[^a-z]+")

def badness(text):
    found = [ord(sign) for sign in text]
    found.sort(key=lambda one: -one)
    return found[:1]

def clean(text):
    if isinstance(text, bytes):
        raise TypeError("no text")
    return ODD.sub("", text) + str(badness(text))

def fix(text):
    out = []
    at = 0
    while at < len(text):
        end = text.find("\\n", at, at + LONGEST)
        if end == -1:
            end = LONGEST if at + LONGEST < len(text) else len(text)
        out.append(clean(text[at:end + 1]))
        at = end + 1
    return "".join(out)
""",
        """
import re

LONGEST = 100
ODD = re.compile("[^a-z]+")

def badness(text):
    found = [ord(sign) for sign in text]
    found.sort(key=lambda one: -one)
    return found[:1]

def clean(text):
    if isinstance(text, bytes):
        raise TypeError("no text")
    return ODD.sub("", text) + str(badness(text))

def fix(text):
    out = []
    at = 0
    while at < len(text):
        end = text.find("\\n", at, at + LONGEST)
        if end == -1:
            end = at + LONGEST if at + LONGEST < len(text) else len(text)
        out.append(clean(text[at:end + 1]))
        at = end + 1
    return "".join(out)
""",
    ),
    "a method with any arguments": (
        """
class Feed:
    def __init__(self, file):
        self.file = file
        self.notes = {}

    def note(self, *names, **notes):
        for key, value in notes.items():
            self.notes[key] = value

    def part(self, size, *rest, strict=False):
        return self.file.read(size)

    def whole(self):
        out = b""
        while not out.endswith(b"."):
            self.note("part", size=1)
            out += self.part(1, 2, strict=True)
        return out
""",
        """
class Feed:
    def __init__(self, file):
        self.file = file
        self.notes = {}

    def note(self, *names, **notes):
        for key, value in notes.items():
            self.notes[key] = value

    def part(self, size, *rest, strict=False):
        found = self.file.read(size)
        if not found:
            raise EOFError
        return found

    def whole(self):
        out = b""
        while not out.endswith(b"."):
            self.note("part", size=1)
            out += self.part(1, 2, strict=True)
        return out
""",
    ),
    "a counter beside the one that is tested": (
        """
class Again:
    def __init__(self, function, *items, **named):
        self.function, self.items, self.named = function, items, named

    def __call__(self, tries=3, log=None):
        left = tries
        while tries > 1:
            try:
                if log:
                    log.debug("{}: {} left".format(self.function.__name__, left))
                return self.function(*self.items, **self.named)
            except Exception as error:
                if log:
                    log.debug(str(error))
                left -= 1
        return self.function(*self.items, **self.named)
""",
        """
class Again:
    def __init__(self, function, *items, **named):
        self.function, self.items, self.named = function, items, named

    def __call__(self, tries=3, log=None):
        left = tries
        while left > 1:
            try:
                if log:
                    log.debug("{}: {} left".format(self.function.__name__, left))
                return self.function(*self.items, **self.named)
            except Exception as error:
                if log:
                    log.debug(str(error))
                left -= 1
        return self.function(*self.items, **self.named)
""",
    ),
    "what is left of a buffer": (
        """
import struct

class Part:
    LAYOUT = "!HH"

    def __init__(self, kind, size):
        self.kind, self.size = kind, size

    @classmethod
    def parse(cls, data):
        kind, size = struct.unpack_from(cls.LAYOUT, data, 0)
        return cls(kind, size), data[(size + 7) // 8 * 8:]

class Whole:
    def parse(self, data, first, size):
        parts = []
        rest = data[first:first + size]
        while rest:
            part, rest = Part.parse(rest)
            parts.append(part)
        self.parts = parts
""",
        """
import struct

class Part:
    LAYOUT = "!HH"

    def __init__(self, kind, size):
        self.kind, self.size = kind, size

    @classmethod
    def parse(cls, data):
        kind, size = struct.unpack_from(cls.LAYOUT, data, 0)
        if size < 4:
            raise ValueError("too short")
        return cls(kind, size), data[(size + 7) // 8 * 8:]

class Whole:
    def parse(self, data, first, size):
        parts = []
        rest = data[first:first + size]
        while rest:
            part, rest = Part.parse(rest)
            parts.append(part)
        self.parts = parts
""",
    ),
}


def _found(text, code="HC102"):
    (file,) = check(text).files
    return [one for one in file.findings if one.code == code]


@pytest.mark.parametrize("name", PAIRS)
def test_what_only_computes_is_supposed_to_return(name):
    stays, ends = PAIRS[name]
    assert len(_found(stays)) == 1
    assert _found(ends) == []
