"""Callees in other files of the tree, and methods of what attributes hold."""

from pathlib import Path

import pytest

from haltcheck.api import check, check_paths

WIRE = """
class Wire:
    def __init__(self, sock):
        self.file = sock.makefile('rb')
        self.at = 0

    def getline(self):
        line = self.file.readline(LIMIT)
        if len(line) > LIMIT:
            raise ValueError(line)
{check}
        return line.rstrip(b'\\r\\n')

    def number(self):
        self.at += 1
        return self.at


def getline(file):
    line = file.readline()
{check_of_function}
    return line
"""
LOOPS = {
    "bound to an argument that is annotated": """
from .wire import Wire
class Session:
    def __init__(self, wire: Wire):
        self.wire = wire
    def reply(self, code: bytes):
        line = b'-'
        while line[:3] != code:
            line = self.wire.getline()
        return line
""",
    "constructed by the class": """
from pack.wire import Wire
class Session:
    def __init__(self, sock):
        self.link = Wire(sock)
    def reply(self, code: bytes):
        while True:
            line = self.link.getline()
            if line.startswith(code):
                return line
""",
    "constructed in front of the loop": """
from . import wire
def reply(sock):
    link = wire.Wire(sock)
    while True:
        line = link.getline()
        if line == b'.':
            return
""",
    "called like its class": """
from .wire import Wire
class Session:
    def __init__(self, wire):
        self._wire = wire
    @classmethod
    def open(cls, sock):
        return cls(Wire(sock))
    def reply(self):
        line = self._wire.getline()
        last = line[:1] == b'.'
        while not last:
            line = self._wire.getline()
            last = line[:1] == b'.'
""",
    "a base in another file": """
from .wire import Wire
class Session(Wire):
    def reply(self):
        while self.getline() != b'.':
            pass
""",
    "a function of another file": """
from .wire import getline as take
def reply(file):
    while True:
        line = take(file)
        if line.strip() == b'.':
            return
""",
}


def _codes(folder: Path, main: str, *, checked: bool) -> list[str]:
    pack = folder / "pack"
    pack.mkdir()
    (pack / "__init__.py").touch()
    (pack / "limits.py").write_text("LIMIT = 8192\n")
    (pack / "wire.py").write_text("from .limits import LIMIT\n" + WIRE_OF[checked])
    (pack / "main.py").write_text(main)
    (report,) = check_paths([pack / "main.py"]).files
    assert report.fault is None
    return [one.code for one in report.findings]


def _wire(raises: str) -> str:
    inner = raises.replace("\n    ", "\n        ").replace("    if", "        if", 1)
    return WIRE.format(check=inner, check_of_function=raises)


WIRE_OF = {False: _wire(""), True: _wire("    if not line:\n        raise EOFError")}


@pytest.mark.parametrize("name", LOOPS)
def test_it_is_found(tmp_path: Path, name: str) -> None:
    assert _codes(tmp_path, LOOPS[name], checked=False) == ["HC102"]


@pytest.mark.parametrize("name", LOOPS)
def test_a_check_in_the_callee_is_seen(tmp_path: Path, name: str) -> None:
    assert not _codes(tmp_path, LOOPS[name], checked=True)


def test_what_moves_on_elsewhere_is_no_finding(tmp_path: Path) -> None:
    main = """
from .wire import Wire
class Session:
    def __init__(self, wire: Wire):
        self.wire = wire
    def reply(self, n):
        while self.wire.number() < n:
            self.wire.getline()
"""
    assert not _codes(tmp_path, main, checked=False)


OVERRIDDEN = """
class Transport:
    def __init__(self, sock):
        self.sock = sock
        self.pending = b''
    def receive(self):
        {body}
    def line(self):
        while b';' not in self.pending:
            self.pending += self.receive()
        return self.pending
class Checked(Transport):
    def receive(self):
        data = self.sock.recv(64)
        if not data:
            raise EOFError
        return data
"""


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("return self.sock.recv(4096)", ["HC102"]),
        ("raise NotImplementedError", []),
    ],
)
def test_objects_of_the_class_itself_run_its_own_method(body: str, codes: list[str]) -> None:
    (report,) = check(OVERRIDDEN.format(body=body)).files
    assert [one.code for one in report.findings] == codes


@pytest.mark.parametrize(("default", "codes"), [("True", ["HC102"]), ("False", [])])
def test_what_is_not_handed_in_holds_its_default(default: str, codes: list[str]) -> None:
    text = (
        "class R:\n    def __init__(self, fp):\n        self.fp = fp\n"
        f"    def line(self, strip={default}):\n        got = self.fp.readline()\n"
        "        return got.strip() if strip else got + '.'\n"
        "    def f(self):\n        while self.line() != '.':\n            pass\n"
    )
    (report,) = check(text).files
    assert [one.code for one in report.findings] == codes
