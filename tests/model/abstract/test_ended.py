"""Iterators of the file that read, and what they give once all is read."""

import pytest

import haltcheck

READER = """
from collections import OrderedDict

class Entry(OrderedDict):
    def first(self):
        return next(iter(self), None)

class Entries:
    def __init__(self, stream):
        self.stream = stream
        self.number = 0

    def __iter__(self):
        return self

    def _line(self):
        line = self.stream.readline()
        self.number += 1
        return line.strip()

    def __next__(self):
        {body}
"""
LOOP = """
def load(stream):
    return [entry for entry in Entries(stream) if entry]
"""
ENDLESS = {
    "an object of a class of its own": """found = Entry()
        line = self._line()
        while line:
            name, mark, value = line.partition("=")
            if not mark:
                raise ValueError(line)
            found[name] = value
            line = self._line()
        return found""",
    "a number out of nothing": """size = int.from_bytes(self.stream.read(2), "big")
        return self.stream.read(size)""",
    "the parts of nothing": """found = []
        for part in self._line():
            found.append(int(part))
        return found""",
}
ENDS = {
    "it looks": """line = self._line()
        if not line:
            raise StopIteration
        return Entry(name=line)""",
    "it looks into nothing": """line = self._line()
        return line[0], Entry()""",
    "it refuses a number of nothing": """size = int(self._line())
        return self.stream.read(size)""",
    "a size that is too short": """head = self.stream.read(2)
        if len(head) < 2:
            raise EOFError
        return self.stream.read(int.from_bytes(head, "big"))""",
}


def codes(body: str, loop: str = LOOP) -> list[str]:
    (file,) = haltcheck.check(READER.format(body=body) + loop).files
    return [one.code for one in file.findings]


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS.keys())
def test_nothing_for_ever(body: str) -> None:
    assert codes(body) == ["HC301"]


@pytest.mark.parametrize("body", ENDS.values(), ids=ENDS.keys())
def test_an_end_that_is_told(body: str) -> None:
    assert not codes(body)


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS.keys())
def test_code_elsewhere_may_iterate_a_class_that_is_not_private(body: str) -> None:
    (file,) = haltcheck.check(READER.format(body=body)).files
    (found,) = file.findings
    assert found.code == "HC301" and "code asks for all items of a Entries" in found.message
    private = READER.replace("class Entries", "class _Entries").format(body=body)
    assert not haltcheck.check(private).files[0].findings


def test_a_class_that_is_made_in_a_way_of_its_own_may_raise() -> None:
    body = ENDLESS["an object of a class of its own"]
    own = READER.replace(
        "    def first(self):", "    def __init__(self):\n        check()\n\n    def first(self):"
    ).format(body=body)
    assert not haltcheck.check(own + LOOP).files[0].findings
