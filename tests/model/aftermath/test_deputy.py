"""Reads that somebody else runs, and twins that look for the end, or that run something else."""

import pytest

from haltcheck.api import check

PROGRAM = """
import asyncio


def guarded(function, *args, **named):
    try:
        return function(*args, **named)
    except OSError as error:
        raise ValueError("closed") from error


class Line:
    def _receive(self, size):
        return guarded(self.source.recv, size)

    async def line(self, source):
        loop = asyncio.get_running_loop()
        data = b""
        while not data.endswith(b"!"):
            part = {read}
            {look}
            data += part
        return data
"""
LOOK = "if not part:\n                raise EOFError"
READS = {
    "waited for": "await asyncio.wait_for(source.read(100), 5)",
    "shielded": "await asyncio.shield(source.readline())",
    "in a thread": "await asyncio.to_thread(source.read, 100)",
    "in a pool": "await loop.run_in_executor(None, source.recv, 100)",
    "by a wrapper": "guarded(source.recv, 100)",
    "by a wrapper of a method": "self._receive(100)",
}
OTHERS = {
    "what is no read is waited for": "await asyncio.wait_for(source.take(100), 5)",
    "what is no read is run in a thread": "await asyncio.to_thread(source.take, 100)",
    "what reads exactly": "await asyncio.wait_for(source.readexactly(100), 5)",
    "what is no read in a wrapper": "guarded(source.take, 100)",
}


def _codes(read: str, look: str) -> list[str]:
    (report,) = check(PROGRAM.replace("{read}", read).replace("{look}", look)).files
    return [one.code for one in report.findings]


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_who_reads_for_another_gives_nothing_at_the_end(read: str) -> None:
    """The end is seen by nobody."""
    assert _codes(read, "pass") == ["HC102"]


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_the_end_is_looked_for(read: str) -> None:
    """What gives nothing raises."""
    assert _codes(read, LOOK) == []


@pytest.mark.parametrize("read", OTHERS.values(), ids=OTHERS)
def test_what_is_no_read_is_not_told(read: str) -> None:
    """Nobody knows that it ends as a stream does."""
    assert _codes(read, "pass") == []


def test_a_view_that_is_cut_to_what_was_received() -> None:
    """The view is shorter each time, and empty once the peer has closed."""
    text = """
def answer(sock):
    view = memoryview(bytearray(4096))
    found = []
    while True:
        size = guarded(sock.recv_into, view)
        view = view[:size]
        found.append(view.tobytes())
        if view[-2:] == b"ok":
            break
    return b"".join(found)
"""
    head = PROGRAM.partition("class")[0]
    (report,) = check(head + text).files
    assert [one.code for one in report.findings] == ["HC102"]
