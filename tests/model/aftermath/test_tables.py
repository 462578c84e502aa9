"""Tables that were parsed out of a file, by which a walk may come back to where it was."""

import pytest

from haltcheck.api import check

HEAD = (
    "import struct\nimport array\nclass Disk:\n    def __init__(self, fp):\n        self.fp = fp\n"
)
WALK = (
    "    def chain(self, at):\n        found = []\n        while at >= 0:\n"
    "{check}            found.append(at)\n            try:\n                at = self.table[at]\n"
    "            except IndexError:\n                raise ValueError(at)\n        return found\n"
)
CHECK = "            if len(found) > len(self.table):\n                raise ValueError(at)\n"
TABLES = {
    "row after row": (
        "        self.table = []\n        self.load()\n    def load(self):\n"
        "        for number in range(8):\n"
        "            self.table.extend(struct.unpack('<4i', self.fp.read(16)))\n"
    ),
    "a list of all that is unpacked": (
        "        self.table = list(struct.unpack('<128i', fp.read(512)))\n        self.walk()\n"
        "    def walk(self):\n        for one in self.table:\n            self.chain(one)\n"
    ),
    "one by one": (
        "        self.table = []\n        self.load()\n    def load(self):\n"
        "        while len(self.table) < 64:\n"
        "            (after,) = struct.unpack('<i', self.fp.read(4))\n"
        "            self.table.append(after)\n"
    ),
    "an array of numbers": (
        "        self.table = array.array('i')\n        self.load()\n    def load(self):\n"
        "        for number in range(8):\n            self.table.frombytes(self.fp.read(64))\n"
    ),
}


def _lines(text: str) -> list[int]:
    (report,) = check(text).files
    assert report.fault is None
    at = text.splitlines().index("        while at >= 0:") + 1
    return [one.span.line for one in report.findings if one.span.line == at]


@pytest.mark.parametrize("name", TABLES)
def test_it_is_found(name: str) -> None:
    assert _lines(HEAD + TABLES[name] + WALK.format(check=""))


@pytest.mark.parametrize("name", TABLES)
def test_the_usual_repair_is_believed(name: str) -> None:
    assert not _lines(HEAD + TABLES[name] + WALK.format(check=CHECK))


def test_a_table_that_the_code_works_out_is_no_finding() -> None:
    made = "        self.table = []\n        for number in range(8):\n"
    made += "            self.table.append(number - 1)\n"
    assert not _lines(HEAD + made + WALK.format(check=""))


KEPT = """
class Catalogue:
    def entry(self, key):
        if key in self.memo.kept:
            return self.memo.kept[key]
        self.memo.kept[key] = made = {"kind": self.first}
        return made

    def resolve(self, kind=None):
        if kind is None:
            kind = self.memo.PLACE[self.first]["kind"]
        if isinstance(kind, Wrapper):
            return self.resolve(kind.inner)
        return kind
"""


@pytest.mark.parametrize(("place", "count"), [("kept", 0), ("rows", 1)])
def test_what_the_file_itself_fills_is_no_data_from_outside(place: str, count: int) -> None:
    (report,) = check(KEPT.replace("PLACE", place)).files
    assert len(report.findings) == count
