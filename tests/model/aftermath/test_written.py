"""Numbers that are spelt in the data, below zero too, and twins that reject those."""

import pytest

from haltcheck.api import check

PAIRS = {
    "entries of an archive": (
        """
import io

def find(path, wanted):
    with open(path, "rb") as file:
        while True:
            head = file.read(64)
            if len(head) < 64:
                raise EOFError
            name = head[:32].decode("ascii").strip()
            if name == wanted:
                return file.tell()
            file.seek(int(head[32:44], 8), io.SEEK_CUR)
""",
        """
import io

def find(path, wanted):
    with open(path, "rb") as file:
        while True:
            head = file.read(64)
            if len(head) < 64:
                raise EOFError
            name = head[:32].decode("ascii").strip()
            if name == wanted:
                return file.tell()
            size = int(head[32:44], 8)
            if size < 0:
                raise ValueError("no size")
            file.seek(size, io.SEEK_CUR)
""",
    ),
    "a size of one digit has no sign": (
        """
def skip(file):
    while True:
        head = file.read(2)
        if len(head) < 2:
            break
        file.seek(int(head), 1)
""",
        """
def skip(file):
    while True:
        head = file.read(1)
        if len(head) < 1:
            break
        file.seek(int(head), 1)
""",
    ),
}


def _found(text, code="HC102"):
    (file,) = check(text).files
    return [one for one in file.findings if one.code == code]


@pytest.mark.parametrize("name", PAIRS)
def test_a_number_that_is_spelt_may_be_negative(name):
    stays, ends = PAIRS[name]
    assert len(_found(stays)) == 1
    assert _found(ends) == []
