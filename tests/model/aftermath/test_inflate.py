"""Decompressors whose data are cut off: nothing is made of nothing, and the end never comes."""

import pytest

from haltcheck.api import check

LOOP = """
import {module}

class Source:
    def __init__(self, fp):
        self.fp = fp
        self.unpacker = {maker}()
        self.buf = b""

    def pull(self, n):
        while len(self.buf) < n and not self.unpacker.eof:
            data = self.fp.read(512)
{guard}            self.buf += self.unpacker.decompress(data)
        return self.buf[:n]
"""
MAKERS = ["zlib.decompressobj", "bz2.BZ2Decompressor", "lzma.LZMADecompressor"]
GUARD = "            if not data:\n                raise EOFError\n"


def _found(maker: str, guard: str) -> list[str]:
    text = LOOP.format(module=maker.partition(".")[0], maker=maker, guard=guard)
    (report,) = check(text).files
    assert report.fault is None
    return [one.message for one in report.findings]


@pytest.mark.parametrize("maker", MAKERS)
def test_a_stream_that_is_cut_off_never_ends(maker: str) -> None:
    (message,) = _found(maker, "")
    assert message.startswith("at end of file `self.fp.read`")


@pytest.mark.parametrize("maker", MAKERS)
def test_who_looks_for_the_end_of_the_file_comes_to_an_end(maker: str) -> None:
    assert not _found(maker, GUARD)


def test_of_an_object_that_somebody_else_may_make_nothing_is_known() -> None:
    text = LOOP.format(module="zlib", maker="self.choose", guard="")
    (report,) = check(text).files
    assert not report.findings


IN_PARTS = """
import zlib

def f(data):
    unpacker = zlib.decompressobj()
    found = b""
    while {test}:
        part = unpacker.decompress(data, 1024)
        data = unpacker.{left}
        {guard}
        found += part
    return found
"""
PLAIN = {"test": "not unpacker.eof", "left": "unconsumed_tail", "guard": "pass"}


def _in_parts(**parts: str) -> list[str]:
    (report,) = check(IN_PARTS.format(**{**PLAIN, **parts})).files
    assert report.fault is None
    return [one.code for one in report.findings]


def test_what_is_left_of_data_that_are_cut_off_is_nothing() -> None:
    assert _in_parts() == ["HC102"]


@pytest.mark.parametrize(
    "parts",
    [
        {"test": "data"},
        {"test": "data and not unpacker.eof"},
        {"test": "data", "left": "unused_data"},
        {"guard": "if not part and not data: raise EOFError"},
        {"guard": "if not unpacker.unconsumed_tail: break"},
    ],
)
def test_who_looks_at_what_is_left_comes_to_an_end(parts: dict[str, str]) -> None:
    assert not _in_parts(**parts)


def test_who_asks_for_input_gets_none() -> None:
    text = """
import bz2

def f(fp):
    unpacker = bz2.BZ2Decompressor()
    found = b""
    while not unpacker.eof:
        part = fp.read(100) if unpacker.needs_input else b""
        found += unpacker.decompress(part, 100)
    return found
"""
    (report,) = check(text).files
    assert [one.code for one in report.findings] == ["HC102"]
    guard = "        if unpacker.needs_input and not part: raise EOFError\n        found +="
    (report,) = check(text.replace("        found +=", guard)).files
    assert not report.findings
