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
