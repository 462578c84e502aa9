"""Ends of streams that are held under a private name, wrapped, or read anew, each with a twin."""

import pytest

from haltcheck.api import check

PAIRS = {
    "a private socket, while another class answers to the same calls": (
        """
import socket

class Transport:
    def recv(self, count):
        raise NotImplementedError

class Tunnel(Transport):
    def __init__(self, inner):
        self.__socket = inner.transport()

    def transport(self):
        return self

    def recv(self, count):
        return self.__socket.peek(count)

class Plain(Transport):
    def connect(self, host, port):
        self.__socket = socket.socket()
        self.__socket.connect((host, port))

    def recv(self, count):
        found = b""
        while len(found) < count:
            {read}
        return found
""",
        "found += self.__socket.recv(count - len(found))",
        "more = self.__socket.recv(count - len(found))\n            if not more:\n"
        "                raise EOFError\n            found += more",
    ),
    "a class that is called like the socket that it holds": (
        """
class LineSocketWrapper:
    def __init__(self, sock):
        self._socket = sock
        self._rest = b""

    def recv(self, size):
        while b"\\n" not in self._rest:
            data = self._socket.recv(size)
            {read}
        line, _, self._rest = self._rest.partition(b"\\n")
        return line
""",
        "self._rest += data",
        "if not data:\n                return b''\n            self._rest += data",
    ),
    "a line that was asked for before the next one was read": (
        """
class Scanner:
    INDENT = 2
    SPACER = "--"

    def __init__(self, handle):
        self.handle = handle

    def features(self, line):
        found = []
        while True:
            if not line:
                raise ValueError("cut off")
            found.append(line)
            line = self.handle.readline()
            while line[: self.INDENT] == self.SPACER or {blank}:
                found.append(line.strip())
                line = self.handle.readline()

class Wide(Scanner):
    INDENT = 4
    SPACER = "    "
""",
        'line.rstrip() == ""',
        '(line != "" and line.rstrip() == "")',
    ),
    "nothing yet is no end": (
        """
import time

class Client:
    def __init__(self, sock):
        self.sock = sock

    def read(self, count, patience, log):
        found = b""
        while len(found) < count:
            try:
                {read}
                log.debug(found)
            except BlockingIOError as error:
                if patience is None:
                    raise TimeoutError from error
                time.sleep(patience)
        return found
""",
        "found += self.sock.recv(count - len(found))",
        "more = self.sock.recv(count - len(found))\n                if not more:\n"
        "                    raise EOFError\n                found += more",
    ),
    "white space that is skipped": (
        """
import string

def word(stream):
    sign = stream.read(1)
    while sign in string.whitespace{more}:
        sign = stream.read(1)
    return sign
""",
        "",
        " and sign",
    ),
    "a method that is handed a stream is no stream's": (
        """
class Reader:
    def __init__(self, stream):
        self.read(stream)

    def read(self, stream):
        stream.seek(0)
        return stream

class Content:
    def image(self, stream):
        data = b""
        while True:
            sign = stream.read(1)
            {end}
            if sign == b"E":
                break
            data += sign
        return data

def parse(source):
    found = Reader(source)
    return Content().image(found)
""",
        "data += b''",
        "if not sign:\n                raise EOFError",
    ),
    "files that are all looked for up to the root": (
        """
from os import path

NAMES = ("setup.py", "LICENSE")

def top(here):
    while not all(path.exists(path.join(here, name)) for name in NAMES):
        {up}
    return here
""",
        "here = path.dirname(here)",
        "above = path.dirname(here)\n        if above == here:\n"
        "            raise ValueError(here)\n        here = above",
    ),
}


def _codes(source: str) -> list[str]:
    return [one.code for one in check(source).files[0].findings]


def _filled(text: str, part: str) -> str:
    start = text.index("{")
    return text[:start] + part + text[text.index("}", start) + 1 :]


@pytest.mark.parametrize("name", PAIRS)
def test_the_end_is_found(name: str) -> None:
    text, part, _ = PAIRS[name]
    assert _codes(_filled(text, part)) == ["HC102"]


@pytest.mark.parametrize("name", PAIRS)
def test_its_twin_ends(name: str) -> None:
    text, _, part = PAIRS[name]
    assert _codes(_filled(text, part)) == []
