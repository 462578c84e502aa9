"""Objects that are made on the way hold what their constructors bind."""

from pathlib import Path

import pytest

from haltcheck.api import check, check_paths

HEAD = """
import struct
from collections import namedtuple
from dataclasses import dataclass
from typing import NamedTuple
LAYOUT = struct.Struct('>HH')
Head = namedtuple('Head', 'kind size')
class Row(NamedTuple):
    kind: int
    size: int
@dataclass
class Data:
    kind: int
    size: int = 0
class Record:
    def __init__(self, size, body):
        self.size = size
        self.body = body
    @classmethod
    def parse(cls, data, at):
        kind, size = LAYOUT.unpack_from(data, at)
        return cls(size, data[at + 4 : at + size])
"""
WALK = (
    "def f(data: bytes):\n    at = 0\n    found = []\n    while at < len(data):\n"
    "        head = {made}\n{check}        found.append(head)\n        at += head.size\n"
    "    return found\n"
)
MADE = {
    "a named tuple": "Head(*LAYOUT.unpack_from(data, at))",
    "a named tuple of a row": "Head._make(LAYOUT.unpack_from(data, at))",
    "a row of a class": "Row(*LAYOUT.unpack_from(data, at))",
    "a data class": "Data(0, size=LAYOUT.unpack_from(data, at)[1])",
    "a class method": "Record.parse(data, at)",
    "a constructor": "Record(LAYOUT.unpack_from(data, at)[1], data)",
}
CHECK = "        if head.size < 4:\n            raise ValueError(head.size)\n"


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", MADE)
def test_it_is_found(name: str) -> None:
    assert _codes(HEAD + WALK.format(made=MADE[name], check="")) == ["HC102"]


@pytest.mark.parametrize("name", MADE)
def test_the_usual_repair_is_believed(name: str) -> None:
    assert not _codes(HEAD + WALK.format(made=MADE[name], check=CHECK))


@pytest.mark.parametrize("check_of_size", ["", "            assert size >= 4\n"])
def test_objects_of_another_file_are_seen(tmp_path: Path, check_of_size: str) -> None:
    checked = "        if size < 4:\n            raise ValueError(size)\n        return cls(size"
    text = HEAD.replace("        return cls(size", checked) if check_of_size else HEAD
    (tmp_path / "records.py").write_text(text)
    main = "from records import Record\n" + WALK.format(made="Record.parse(data, at)", check="")
    (tmp_path / "main.py").write_text(main)
    (report,) = check_paths([tmp_path / "main.py"]).files
    assert [one.code for one in report.findings] == ([] if check_of_size else ["HC102"])


TOKENS = """
class Token:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text
class Reader:
    def __init__(self, fp):
        self.fp = fp
    def next(self):
        line = self.fp.readline()
{check}        return Token('line', line)
    def f(self):
        while True:
            token = self.next()
            if token.text.strip() == 'end':
                return
"""


def test_a_token_of_nothing_is_no_end() -> None:
    assert _codes(TOKENS.format(check="")) == ["HC102"]
    check = "        if not line:\n            return Token('end', 'end')\n"
    assert not _codes(TOKENS.format(check=check))


QUIET = {
    "it is changed on the way": "def f(data: bytes):\n    at = 0\n    while at < len(data):\n"
    "        head = Record.parse(data, at)\n        head.size = 4\n        at += head.size\n",
    "a list that is filled": "class Bag:\n    def __init__(self):\n        self.items = []\n"
    "def f(fp):\n    while True:\n        bag = Bag()\n        bag.items.append(fp.readline())\n"
    "        if bag.items:\n            return\n",
}


@pytest.mark.parametrize("name", QUIET)
def test_what_changes_is_not_taken_for_what_was_bound(name: str) -> None:
    assert not _codes(HEAD + QUIET[name])
