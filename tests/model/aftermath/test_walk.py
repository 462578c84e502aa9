"""What the walk says of loops after an event, by programs that stay and their look-alikes."""

import pytest

from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Claim, Stuck
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.techniques.stuck import StuckAfterEvent

STAYS = {
    "a terminator that never comes": (
        "end of file",
        """
def f(stream):
    line = b""
    while line != b"\\n":
        line = stream.readline()
""",
    ),
    "so many bytes from a peer": (
        "the peer closes",
        """
def f(sock, n):
    data = b""
    while len(data) < n:
        data += sock.recv(n - len(data))
    return data
""",
    ),
    "chunks in a list, the rest counted": (
        "end of file",
        """
def f(stream, size):
    chunks = []
    while size > 0:
        chunk = stream.read(min(size, 4096))
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)
""",
    ),
    "a bound method under a name of its own": (
        "end of file",
        """
class Scanner:
    def literal(self, char):
        read = self.ins.read
        quoted = False
        while char != '"' or quoted:
            quoted = char == "\\\\"
            char = read(1)
""",
    ),
    "whitespace stripped, a multiple of four wanted": (
        "end of file",
        """
def f(stream, chunk):
    data = b"".join(chunk.split())
    rest = len(data) % 4
    while rest != 0:
        more = stream.read(4 - rest)
        data += b"".join(more.split())
        rest = len(data) % 4
    return data
""",
    ),
    "membership in a text holds for nothing": (
        "end of file",
        """
def f(stream):
    char = stream.read(1)
    while char in " \\t":
        char = stream.read(1)
""",
    ),
    "a helper reads": (
        "end of file",
        """
def more(stream):
    return stream.read(1)

def f(stream):
    seen = b""
    while not seen.endswith(b"!"):
        seen += more(stream)
""",
    ),
    "the error at the end of input is caught": (
        "end of file",
        """
def f():
    while True:
        try:
            text = input()
        except EOFError:
            continue
        if text == "quit":
            return
""",
    ),
    "a length of zero": (
        "data that leads back",
        """
import struct

def f(data):
    pos = 0
    while pos < len(data):
        (size,) = struct.unpack(">I", data[pos:pos + 4])
        pos += size
""",
    ),
    "a seek back over the header": (
        "data that leads back",
        """
from io import SEEK_CUR
from struct import unpack

def f(stream):
    head = stream.read(8)
    while len(head) == 8:
        size = unpack(">I", head[:4])[0] - 8
        stream.seek(size, SEEK_CUR)
        head = stream.read(8)
""",
    ),
    "the root of a tree of files": (
        "a path that is its own parent",
        """
import os

def f(path):
    while not os.path.exists(os.path.join(path, ".git")):
        path = os.path.dirname(path)
    return path
""",
    ),
    "a negative length": (
        "data that leads back",
        """
import struct

def f(data):
    pos = 0
    while pos < len(data):
        (size,) = struct.unpack_from(">h", data, pos)
        pos += size + 2
""",
    ),
    "a byte of data as a length": (
        "data that leads back",
        """
def f(data: bytes):
    while data:
        data = data[data[0]:]
""",
    ),
    "a window that overlaps": (
        "end of file",
        """
def f(stream):
    while stream.read(4) != b"MGC1":
        stream.seek(-3, 1)
""",
    ),
    "text for bytes": (
        "end of file",
        """
def f(path):
    with open(path, "rb") as stream:
        while stream.readline() != "":
            pass
""",
    ),
    "an offset that leads back": (
        "data that leads back",
        """
def f(stream, offset):
    while offset:
        stream.seek(offset)
        offset = int.from_bytes(stream.read(4), "big")
""",
    ),
    "a cache of redirects": (
        "data that leads back",
        """
class Session:
    def send(self, request):
        while request.url in self.cache:
            request.url = self.cache.get(request.url)
""",
    ),
    "a separator that is not there": (
        "a separator that is missing",
        """
def f(text):
    start = 0
    while start < len(text):
        start = text.find(",", start) + 1
""",
    ),
    "an error swallowed for ever": (
        "a permanent error",
        """
def f(path):
    while True:
        try:
            return open(path)
        except OSError:
            continue
""",
    ),
}

LEAVES = {
    "nothing read ends it": """
def f(stream):
    data = stream.read(10)
    while data:
        data = stream.read(10)
""",
    "nothing read breaks": """
def f(sock, n):
    data = b""
    while len(data) < n:
        more = sock.recv(n)
        if not more:
            break
        data += more
""",
    "nothing read raises": """
def f(stream, n):
    while n > 0:
        chunk = stream.read(n)
        if len(chunk) == 0:
            raise EOFError("cut off")
        n -= len(chunk)
""",
    "a counter ends it": """
def f(stream):
    tries = 0
    data = b""
    while not data.endswith(b"!"):
        data += stream.read(1)
        tries += 1
        if tries > 10:
            break
""",
    "an index out of nothing": """
def f(stream):
    while True:
        if stream.read(1)[0] == 3:
            return
""",
    "a tuple holds no empty text": """
def f(stream):
    char = stream.read(1)
    while char in (" ", "\\t"):
        char = stream.read(1)
""",
    "code that nobody sees": """
def f(stream, parser):
    seen = b""
    while not seen.endswith(b"!"):
        seen += stream.read(1)
        parser.advance()
""",
    "an attribute that the round writes": """
class C:
    def f(self, stream):
        self.rest = 10
        while self.rest:
            stream.read(1)
            self.rest -= 1
""",
    "it sleeps": """
import time

def f(stream):
    while True:
        if stream.readline() == "end":
            return
        time.sleep(1)
""",
    "a helper raises at the end": """
def more(stream):
    data = stream.read(1)
    if not data:
        raise EOFError
    return data

def f(stream):
    seen = b""
    while not seen.endswith(b"!"):
        seen += more(stream)
""",
    "a length of zero is refused": """
import struct

def f(data):
    pos = 0
    while pos < len(data):
        (size,) = struct.unpack(">I", data[pos:pos + 4])
        if size < 4:
            raise ValueError("too short")
        pos += size
""",
    "a header is always passed": """
import struct

def f(data):
    pos = 0
    while pos < len(data):
        (size,) = struct.unpack(">I", data[pos:pos + 4])
        pos += size + 4
""",
    "the root is noticed": """
import os

def f(path):
    while not os.path.exists(os.path.join(path, ".git")):
        parent = os.path.dirname(path)
        if parent == path:
            return None
        path = parent
    return path
""",
    "two slashes never come": """
import posixpath

def f(path):
    path = posixpath.normpath("/" + path.lstrip("/"))
    while path != "/":
        path = posixpath.dirname(path)
""",
    "a positive length": """
import struct

def f(data):
    pos = 0
    while pos < len(data):
        (size,) = struct.unpack_from(">H", data, pos)
        pos += size + 2
""",
    "bytes for bytes": """
def f(path):
    with open(path, "rb") as stream:
        while stream.readline() != b"":
            pass
""",
    "what was visited is remembered": """
class Session:
    def send(self, request):
        seen = set()
        while request.url in self.cache:
            seen.add(request.url)
            url = self.cache.get(request.url)
            if url in seen:
                break
            request.url = url
""",
    "a table that a comprehension built": """
class Tree:
    def __init__(self, nodes):
        self.parents = {child: node for node in nodes for child in node}

    def up(self, node):
        while node is not None:
            node = self.parents.get(node)
""",
    "a separator that is not there is noticed": """
def f(text):
    start = 0
    while start < len(text):
        start = text.find(",", start)
        if start < 0:
            break
        start += 1
""",
    "an error that is caught outside": """
def f(path):
    try:
        while True:
            open(path).close()
    except OSError:
        pass
""",
    "no event at all": """
def f(n):
    while n != 0:
        n -= len("ab")
""",
}


STAYS |= {
    "a comment that nothing closes": (
        "end of the text",
        """
def f(source, at):
    while source[at:at + 2] != "*/":
        at += 1
""",
    ),
    "a word that nothing ends, seen through a helper": (
        "end of the text",
        """
class Lexer:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def peek(self):
        if self.at < len(self.text):
            return self.text[self.at]
        return ""

    def word(self):
        while self.peek() != "'":
            self.at += 1
""",
    ),
    "entries of unknown number, then a place": (
        "data that leads back",
        """
import struct

def f(stream, place):
    while place:
        stream.seek(place)
        (count,) = struct.unpack("<H", stream.read(2))
        for _ in range(count):
            stream.read(12)
        (place,) = struct.unpack("<L", stream.read(4))
""",
    ),
    "a header, then what it says": (
        "data that leads back",
        """
import struct

HEAD = struct.Struct("<4si")

def f(stream):
    head = stream.read(HEAD.size)
    while len(head) == HEAD.size:
        name, size = HEAD.unpack(head)
        if name == b"data":
            stream.seek(size, 1)
        else:
            stream.read(4)
            stream.seek(size - 4, 1)
        head = stream.read(HEAD.size)
""",
    ),
    "a call that is not seen, beside the step": (
        "data that leads back",
        """
import struct

def f(data, report):
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from(">BH", data, at)
        report.note(kind, at)
        at += size
""",
    ),
    "a row that tells how much was taken": (
        "a call that takes nothing",
        """
def f(decoder, data):
    while data:
        text, taken = decoder.decode(data)
        data = data[taken:]
""",
    ),
}
LEAVES |= {
    "a test before the end of the text": """
def f(source, at):
    while at < len(source) and source[at:at + 2] != "*/":
        at += 1
""",
    "a size without a sign, and a header": """
import struct

def f(data):
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from(">H", data, at)
        at += size + 2
""",
    "a size that is at least one": """
import struct

def f(data):
    at = 0
    while at < len(data):
        (size,) = struct.unpack_from(">H", data, at)
        if not size:
            raise ValueError(at)
        at += size
""",
    "a place that lies behind this one": """
import struct

def f(stream, place):
    while place:
        stream.seek(place)
        (following,) = struct.unpack("<L", stream.read(4))
        if following <= place:
            break
        place = following
""",
    "records that are read one after the other": """
import struct

def f(stream, count):
    while count:
        (size,) = struct.unpack("<H", stream.read(2))
        stream.read(size)
        if size == 9:
            count = 0
""",
    "parts of a thing": """
def f(node):
    while node.children:
        node = node.children[0]
""",
    "what is found by the hash of its contents": """
class Store:
    def __init__(self, objects):
        self.objects = objects

    def peel(self, name, sha):
        while sha in self.objects:
            sha = self.objects[sha]
""",
    "links that are checked when they are made": """
class Names:
    def __init__(self):
        self.links = {}

    def link(self, name, target):
        if self.final(target) == name:
            raise ValueError(name)
        self.links[name] = target

    def final(self, name):
        while name in self.links:
            name = self.links[name]
        return name
""",
    "a call that may read the stream": """
def f(parser, stream):
    while not parser.done(stream):
        stream.readline()
""",
    "a line that cannot be taken apart": """
def f(stream):
    line = stream.readline()
    while line != b"end":
        name, value = line.split(b" ", 1)
        line = stream.readline()
""",
}


def _claimed(text):
    program = lower(parse(from_text(text)))
    has_while = [
        one for one in program.functions.values() if any(x.kind == "while" for x in one.loops)
    ]
    (function,) = has_while
    loop = next(one for one in function.loops if one.kind == "while")
    problem = Problem(program, LoopSubject(function.qualname, loop.id), Trust.NOTHING, Budget())
    return problem, StuckAfterEvent().attempt(problem)


@pytest.mark.parametrize("name", STAYS)
def test_it_stays_after_the_event(name):
    event, text = STAYS[name]
    problem, claim = _claimed(text)
    assert isinstance(claim, Claim), claim
    assert isinstance(claim.certificate, Stuck)
    assert claim.certificate.event == event
    assert isinstance(check(problem, claim), Proof)


@pytest.mark.parametrize("name", LEAVES)
def test_a_way_out_is_open(name):
    _, claim = _claimed(LEAVES[name])
    assert not isinstance(claim, Claim)
