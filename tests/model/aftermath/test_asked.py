"""What texts may say when they are asked: loops that wait for a mark, each with its repair."""

import pytest

from haltcheck.api import check
from haltcheck.model.aftermath.agree import agree
from haltcheck.model.aftermath.asked import asked

HEAD = (
    "class Chat:\n    def __init__(self, sock):\n        self.sock = sock\n        self.buf = b''\n"
)
WAITING = {
    "a mark that is looked for": (
        "    def f(self, mark):\n        while self.buf.find(mark) == -1:\n",
        "            more = self.sock.recv(4096)\n",
        "            self.buf += more\n",
    ),
    "lines that are counted": (
        "    def f(self):\n        while self.buf.count(b'\\n') < 2:\n",
        "            more = self.sock.recv(4096)\n",
        "            self.buf = self.buf + more\n",
    ),
    "the last mark": (
        "    def f(self):\n        while self.buf.rfind(b'>', 2) < 0:\n",
        "            more = self.sock.recv(4096)\n",
        "            self.buf += more\n",
    ),
    "an end that is handed in": (
        "    def f(self, tail):\n        while not self.buf.endswith(tail):\n",
        "            more = self.sock.recv(1)\n",
        "            self.buf += more\n",
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", WAITING)
def test_it_is_found(name: str) -> None:
    assert _codes(HEAD + "".join(WAITING[name])) == ["HC102"]


@pytest.mark.parametrize("name", WAITING)
def test_the_usual_repair_is_believed(name: str) -> None:
    head, more, tail = WAITING[name]
    check_of_end = "            if not more:\n                raise EOFError\n"
    assert not _codes(HEAD + head + more + check_of_end + tail)


@pytest.mark.parametrize(
    ("fact", "answer", "places"),
    [
        ("self.buf.find(mark) == -1", True, ("self.buf", "mark")),
        ("buf.find('a', at + 1) < -1", False, ("buf", "at")),
        ("buf.find('a') < -1", True, None),
        ("buf.count(x) < 0", True, None),
        ("buf.count(x) == 0", False, ("buf", "x")),
        ("len(line.strip()) < 3", True, ("line",)),
        ("line[slice(None, 3, None)] == code", False, ("line", "code")),
        ("buf == buf", False, None),
        ("buf.load(x) == 0", True, None),
        ("f(x) == 0", True, None),
        ("said(buf[0]).find('a') == 0", True, None),
    ],
)
def test_a_fact_tells_its_places(fact: str, answer: bool, places: object) -> None:
    assert asked(fact, answer) == places


@pytest.mark.parametrize(
    ("supposed", "may_be"),
    [
        ({"m.lower() == 'X'": True}, False),
        ({"m.lower() == 'x'": True}, True),
        ({"m.find('a') == -1": True, "m == 'banana'": True}, False),
        ({"m.find('a') == -1": False, "m == 'banana'": True}, True),
        ({"m.count('a') < 3": False, "m.startswith('b')": True}, True),
        ({"m.endswith('a')": True, "m.find('a') == -1": True}, False),
        ({"m[slice(None, 3, None)] == 'abcd'": True}, False),
        ({"m[slice(None, 4, None)] == 'abcd'": True, "m": True}, True),
        ({"m.find(b'a') == 0": True, "len(m) < 10": False}, True),
        ({"m == 'X'": True, "n == 'Y'": True}, True),
    ],
)
def test_one_text_must_be_all_that_is_supposed(supposed: dict[str, bool], may_be: bool) -> None:
    assert agree(supposed) is may_be
