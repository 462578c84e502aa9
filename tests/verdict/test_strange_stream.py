"""Readers of the file end as a stream does only where the file shows that they do."""

import pytest

from haltcheck.basis.answer import Answer
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.certificate import Stuck
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject
from haltcheck.verdict.evidence import Settled
from haltcheck.verdict.strange_stream import read_here

PROGRAM = """
class Source:
    def __init__(self, parts):
        self.parts = parts

    def read(self, size):
        def taken():
            left = size
            while left:
                assert left > 0
                {taken}
                left -= len(part)
                yield part

        return b"".join(taken())

    def __next__(self):
        return next(self.parts)


def whole(item):
    found = b""
    while not found.endswith(b"!"):
        found += item.read(4)
    return found


def main(parts):
    return whole(Source(parts))
"""
TAKEN = """try:
                    part = next(self)
                except StopIteration:
                    {end}"""


def _reader(taken: str) -> str:
    syntax = parse(from_text(PROGRAM.replace("{taken}", taken)))
    assert isinstance(syntax, Syntax)
    settled = Settled(Answer.NON_HALT, Stuck("end of file", (), ()), "stuck")
    return read_here(lower(syntax), LoopSubject("whole", 0), settled)


@pytest.mark.parametrize("end", ["return", "break"])
def test_who_gives_what_there_is_ends_as_a_stream_does(end: str) -> None:
    assert _reader(TAKEN.replace("{end}", end)) == ""


@pytest.mark.parametrize(
    "taken",
    [
        "part = next(self)",
        "part = self.parts.pop()",
        TAKEN.replace("{end}", "raise EOFError(size)"),
        TAKEN.replace("{end}", "part = self.refill()"),
        TAKEN.replace("{end}", "return self.close()"),
        TAKEN.replace("except StopIteration", "except ValueError").replace("{end}", "return"),
    ],
)
def test_who_does_anything_else_there_is_doubted(taken: str) -> None:
    assert _reader(taken) == "Source.read"
