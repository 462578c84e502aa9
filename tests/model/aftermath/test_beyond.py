"""Loops that read up to a place that the data or the caller says, in a stream that ends before."""

from haltcheck.api import check

ENDLESS = """
import struct


def tags(f, size):
    end = f.tell() + size
    out = []
    while f.tell() < end:
        out.append(f.read(4))
    return out


def lines(f, size):
    start = f.tell()
    while f.tell() - start < size:
        print(f.readline())


def section(f):
    (size,) = struct.unpack(">I", f.read(4))
    end = f.tell() + size
    while f.tell() < end:
        line = f.readline().strip()
        if line:
            print(line)


class Table:
    def entries(self, offset, length):
        self.fp.seek(offset)
        while self.fp.tell() != offset + length:
            self.tags.append(self.fp.read(2))
"""

REPAIRED = """
import os
import struct


def whole(f):
    f.seek(0, 2)
    end = f.tell()
    f.seek(0)
    while f.tell() < end:
        print(f.readline())


def by_path(f, path):
    end = os.path.getsize(path)
    while f.tell() < end:
        print(f.readline())


def by_handle(f):
    end = os.fstat(f.fileno()).st_size
    while f.tell() < end:
        print(f.readline())


def given(f, end):
    while f.tell() < end:
        print(f.readline())


def file_length(f, file_size):
    end = f.tell() + file_size
    while f.tell() < end:
        print(f.readline())


def checked(f, size):
    if size > left(f):
        raise ValueError(size)
    end = f.tell() + size
    while f.tell() < end:
        print(f.readline())


def asked(f, size, limit):
    end = f.tell() + size
    if end > limit:
        raise ValueError(size)
    while f.tell() < end:
        print(f.readline())


def told(f, size):
    end = f.tell() + size
    while f.tell() < end:
        tag = f.read(4)
        if not tag:
            break
        print(tag)


def refused(f, size):
    end = f.tell() + size
    while f.tell() < end:
        (number,) = struct.unpack("<I", f.read(4))
        print(number)
"""


def _found(text: str) -> dict[str, str]:
    (report,) = check(text).files
    assert report.fault is None
    return {one.function: one.code for one in report.findings}


def test_a_stream_may_end_before_the_place_that_is_said() -> None:
    found = _found(ENDLESS)
    assert sorted(found) == ["Table.entries", "lines", "section", "tags"]
    assert set(found.values()) == {"HC102"}


def test_the_length_of_the_stream_itself_and_checked_sizes_are_believed() -> None:
    assert "HC102" not in _found(REPAIRED).values()
