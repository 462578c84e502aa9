"""Buffers in which what is looked for never comes, once the stream that fills them has ended."""

from haltcheck.api import check

ENDLESS = """
import re

HEAD = re.compile(rb"\\d+ ")


def until(sock, mark):
    data = bytearray()
    while not data.endswith(mark):
        data.extend(sock.recv(1))
    return bytes(data)


def holding(sock, mark):
    data = bytearray()
    while mark not in data:
        data.extend(sock.recv(1024))
    return bytes(data)


class Source:
    def __init__(self, fp):
        self.fp = fp
        self.buffer = b""

    def match(self, pattern):
        found = None
        while not found:
            self.buffer += self.fp.read(100)
            found = re.search(pattern, self.buffer)
        return found

    def number(self):
        while not re.match(rb"\\d+ ", self.buffer):
            self.buffer += self.fp.read(100)

    def head(self):
        while True:
            found = HEAD.match(self.buffer)
            if found is not None:
                return found.group(1)
            self.buffer += self.fp.read(100)
"""

REPAIRED = """
import re

ANY = re.compile(rb"\\d*")


def until(sock, mark):
    data = bytearray()
    while not data.endswith(mark):
        more = sock.recv(1)
        if not more:
            raise EOFError
        data.extend(more)
    return bytes(data)


class Source:
    def __init__(self, fp):
        self.fp = fp
        self.buffer = b""

    def match(self, pattern):
        found = None
        while not found:
            more = self.fp.read(100)
            if not more:
                return None
            self.buffer += more
            found = re.search(pattern, self.buffer)
        return found

    def anything(self):
        while True:
            found = ANY.match(self.buffer)
            if found is not None:
                return found.group(0)
            self.buffer += self.fp.read(100)
"""


def _found(text: str) -> dict[str, str]:
    (report,) = check(text).files
    assert report.fault is None
    return {one.function: one.code for one in report.findings}


def test_a_search_may_never_find_anything() -> None:
    found = _found(ENDLESS)
    assert sorted(found) == ["Source.head", "Source.match", "Source.number", "holding", "until"]
    assert set(found.values()) == {"HC102"}


def test_who_sees_the_end_of_the_stream_is_believed() -> None:
    assert not _found(REPAIRED)
