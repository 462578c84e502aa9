"""``iter(read, end)``: an end that is no value of the kind that is read never comes."""

import re

import pytest

import haltcheck

HEAD = """
import functools, gzip, hashlib, io, os, socket, subprocess, tempfile, urllib.request, zlib
def f(path, stream, out, number):
    digest = hashlib.md5()
"""


def _codes(body, head=HEAD):
    lines = "".join(f"    {line}\n" for line in body.strip("\n").split("\n"))
    (file,) = haltcheck.check(head + lines).files
    assert file.fault is None
    return [(one.code, one.severity.value, one.message) for one in file.findings]


def _over(opened, read="s.read", end="''", body="print(part)"):
    return f"s = {opened}\nfor part in iter({read}, {end}):\n    {body}\n"


BINARY = [
    "open(path, 'rb')",
    "open(path, mode='rb')",
    "io.BytesIO(path)",
    "gzip.open(path)",
    "gzip.open(path, 'rb')",
    "urllib.request.urlopen(path)",
    "subprocess.Popen(path, stdout=subprocess.PIPE).stdout",
    "socket.create_connection(path).makefile('rb')",
    "tempfile.TemporaryFile()",
]
TEXTUAL = [
    "open(path)",
    "gzip.open(path, 'rt')",
    "io.StringIO(path)",
    "subprocess.Popen(path, stdout=subprocess.PIPE, text=True).stdout",
    "subprocess.Popen(path, stdout=subprocess.PIPE, encoding='utf-8').stdout",
    "tempfile.TemporaryFile('w+')",
]
UNKNOWN = ["open(path, number)", "open(path, 'wb')", "stream", "path.open()"]


@pytest.mark.parametrize("opened", BINARY)
def test_bytes_are_never_a_text(opened):
    ((code, severity, message),) = _codes(_over(opened))
    assert (code, severity) == ("HC301", "error")
    assert message.endswith("s.read gives bytes, never the '' that would end it")


@pytest.mark.parametrize("opened", BINARY)
def test_bytes_may_be_the_end_of_bytes(opened):
    assert not _codes(_over(opened, end="b''"))


@pytest.mark.parametrize("opened", TEXTUAL + UNKNOWN)
def test_a_text_may_come_from_where_text_is_read(opened):
    assert not _codes(_over(opened))


@pytest.mark.parametrize("opened", ["open(path)", "io.StringIO(path)"])
def test_text_is_never_bytes(opened):
    ((code, _, message),) = _codes(_over(opened, end="b''"))
    assert code == "HC301" and "gives text, never the b''" in message


@pytest.mark.parametrize(
    "read",
    [
        "lambda: s.read(4096)",
        "functools.partial(s.read, 4096)",
        "s.readline",
        "lambda: socket.socket().recv(number)",
        "lambda: os.read(number, 9)",
        "functools.partial(os.read, number, 9)",
    ],
)
def test_whatever_hands_the_read_on(read):
    assert [code for code, _, _ in _codes(_over("open(path, 'rb')", read))] == ["HC301"]


@pytest.mark.parametrize("read", ["lambda: s.read(9).decode()", "s.tell", "lambda: s", "number"])
def test_another_callable_may_give_anything(read):
    assert not _codes(_over("open(path, 'rb')", read))


@pytest.mark.parametrize(
    "body",
    [
        "digest.update(part)",
        "print(part.decode())",
        "number(part == b'x')",
        "open(path, 'wb').write(part)",
        "x = part\n    digest.update(x)",
    ],
)
def test_what_is_done_with_the_items_tells_their_kind(body):
    assert [code for code, _, _ in _codes(_over("stream", body=body))] == ["HC301"]
    assert not _codes(_over("stream", end="b''", body=body))


@pytest.mark.parametrize(
    "body",
    [
        "print(part.encode())",
        "print(part)",
        "out.update(part)",
        "out.write(part)",
        "print(part.encode(), part.decode())",
        "digest.update(part.encode())",
    ],
)
def test_other_uses_do_not(body):
    assert not _codes(_over("stream", body=body))


@pytest.mark.parametrize(
    "body",
    [
        "if not part: break",
        "if not part: return",
        "s.close()",
        "out.close()",
        "out.take(s)",
        "s = out",
        "raise ValueError",
    ],
)
def test_what_ends_the_loop_or_the_stream(body):
    read = "lambda: s.read(9)" if body == "s = out" else "s.read"
    assert not _codes(_over("open(path, 'rb')", read, body=body))


@pytest.mark.parametrize(
    "text",
    [
        "return b''.join(iter(stream.read, ''))",
        "with open(path, 'rb') as s:\n    return list(iter(s.readline, ''))",
        "with open(path, 'rb') as s:\n    out.extend(iter(lambda: s.read(9), ''))",
        "s = open(path, 'rb')\nprint(*iter(s.readline, ''))",
        "s = open(path, 'rb')\nreturn [part for part in iter(s.readline, '')]",
        "s = open(path, 'rb') if number else io.BytesIO()\nfirst, *rest = iter(s.readline, '')",
    ],
)
def test_straight_code_that_takes_all_items(text):
    ((code, severity, _),) = _codes(text)
    assert (code, severity) == ("HC301", "error")
    assert not _codes(re.sub(r"''(?=\))", "b''", text))


@pytest.mark.parametrize(
    "text",
    [
        "return ''.join(iter(stream.read, ''))",
        "s = open(path, 'rb')\nfirst, second = iter(s.readline, '')",
        "s = open(path, 'rb')\nreturn next(iter(s.readline, ''))",
        "s = open(path, 'rb')\nreturn iter(s.readline, '')",
        "s = open(path, 'rb')\nreturn sum(iter(s.readline, ''))",
    ],
)
def test_what_takes_some_items_or_raises(text):
    assert not _codes(text)


CLASS = """
class C:
    def __init__(self, path):
        self.s = {opened}
    def f(self, digest):
        for part in iter(self.s.read, ''):
            {body}
    def g(self):
        {other}
"""


@pytest.mark.parametrize(
    ("opened", "body", "other", "found"),
    [
        ("open(path, 'rb')", "print(part)", "return 1", True),
        ("open(path, 'r')", "print(part)", "return 1", False),
        ("open(path, 'rb')", "print(part)", "self.s = open(self.n)", False),
        ("path", "digest.update(part)", "return 1", True),
        ("path", "print(part)", "return 1", False),
        ("open(path, 'rb')", "self.g()", "self.s.close()", False),
        ("open(path, 'rb')", "self.g()", "return 1", True),
    ],
)
def test_attributes(opened, body, other, found):
    text = CLASS.format(opened=opened, body=body, other=other)
    (file,) = haltcheck.check(text).files
    assert file.fault is None
    assert [one.code for one in file.findings] == ["HC301"] * found


RECORDS = """
class C:
    def __init__(self, stream):
        self.stream = stream
    def record(self):
        {body}
    def f(self):
        for one in iter(self.record, {end}):
            print(one)
"""


@pytest.mark.parametrize(
    ("body", "end", "found"),
    [
        ("return self.stream.readline()", "None", True),
        ("return (1, self.stream.read(4))", "None", True),
        ("return [self.stream.read(4)]", "None", True),
        ("return self.stream.readline().strip()", "None", True),
        ("return self.stream.readline()", "''", False),
        ("return self.stream.readline() or None", "None", False),
        ("line = self.stream.readline()\n        if line:\n            return line", "None", False),
        ("line = self.stream.readline()\n        return line.split()[0]", "None", False),
        ("return struct.unpack('<I', self.stream.read(4))", "None", False),
        ("return int(self.stream.readline())", "None", False),
        ("return self.queue.get()", "None", False),
        ("return next(self.stream)", "None", False),
    ],
)
def test_methods_that_read_on(body, end, found):
    (file,) = haltcheck.check(RECORDS.format(body=body, end=end)).files
    assert file.fault is None
    assert [one.code for one in file.findings] == ["HC301"] * found
