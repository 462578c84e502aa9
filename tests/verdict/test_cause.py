"""A finding says what comes, where, and which test sees nothing of it; and how to mend that."""

import pytest

from haltcheck import check

FILE = """\
def read(path):
    with open(path, "rb") as stream:
        seen = b""
        while not seen.endswith(b"!"):
            seen += stream.read(1)
    return seen
"""
PEER = """\
def receive(sock, count):
    left = count
    while left > 0:
        if left == 1 and count == 7:
            return None
        left -= len(sock.recv(left))
    return count
"""
CHUNKS = """\
import struct

def chunks(data: bytes):
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from("<H", data, at)
        at += length
"""
LINKS = """\
def owners(store, name):
    todo = [name]
    while todo:
        todo.extend(store.get_parents(todo.pop()))
"""
SENTENCES = {
    "a file ends": (
        FILE,
        "at end of file `stream.read` (line 5) gives nothing, and the test in line 4 never ends "
        "the loop",
        "leave the loop, or raise, where `stream.read` (line 5) gives nothing",
        [4, 5],
    ),
    "a peer closes, and two tests ask": (
        PEER,
        "once the peer has closed `sock.recv` (line 6) gives nothing, and the tests in lines 3 "
        "and 4 never end the loop",
        "leave the loop, or raise, where `sock.recv` (line 6) gives nothing",
        [3],
    ),
    "a length is zero": (
        CHUNKS,
        "line 6 may read 0 from the data, and the test in line 5 never ends the loop",
        "reject what does not lead on before it moves anything",
        [5, 6, 7],
    ),
    "a link leads back": (
        LINKS,
        "this loop never ends where what line 4 looks up leads back to where it began",
        "keep a set of what was visited, or count the steps",
        [4],
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_finding_names_its_cause_and_the_way_around(name: str) -> None:
    text, sentence, remedy, lines = SENTENCES[name]
    (finding,) = check(text).files[0].findings
    assert finding.message == sentence
    assert finding.hint == remedy
    assert finding.verdict is not None and finding.verdict.witness is not None
    assert [stop.line for stop in finding.verdict.witness.cycle][: len(lines)] == lines


def test_the_way_tells_what_is_known() -> None:
    text = FILE.replace("seen += stream.read(1)", "seen = stream.read(1)")
    (finding,) = check(text).files[0].findings
    assert finding.verdict is not None and finding.verdict.witness is not None
    first, *_ = finding.verdict.witness.cycle
    assert first.locals == (("seen", "b''"),)
