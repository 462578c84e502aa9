"""A stream that was read to its end is open still, unless somebody closes it."""

import pytest

from haltcheck.api import check

OPEN = {
    "an argument": (
        "def f(fp, out):\n    while not fp.closed:\n        data = fp.read()\n"
        "        if data:\n            out.write(data)\n"
    ),
    "an attribute": (
        "class R:\n    def f(self):\n        while not self._fp.closed:\n"
        "            data = self._fp.readline()\n            if data:\n"
        "                yield data\n"
    ),
}
CLOSED = {
    "it is closed at the end": (
        "def f(fp, out):\n    while not fp.closed:\n        data = fp.read()\n"
        "        if not data:\n            fp.close()\n        out.write(data)\n"
    ),
    "the end ends the loop": (
        "def f(fp, out):\n    while not fp.closed:\n        data = fp.read()\n"
        "        if not data:\n            break\n        out.write(data)\n"
    ),
    "another method closes it meanwhile": (
        "class R:\n    def f(self):\n        while not self.pipe.closed:\n"
        "            line = self.pipe.readline()\n            if line:\n"
        "                self.lines.append(line)\n"
        "    def stop(self):\n        self.pipe.close()\n"
    ),
    "the peer closes what messages come from": (
        "def f(chan, out):\n    while not chan.closed:\n        data = chan.recv(99)\n"
        "        if data:\n            out.write(data)\n"
    ),
    "another one takes its place": (
        "class R:\n    def f(self):\n        line = ''\n        while not line:\n"
        "            if self.answer.closed:\n                self.answer = self.connect()\n"
        "            line = self.answer.readline()\n        return line\n"
    ),
    "nothing is read": (
        "import time\ndef f(fp):\n    while not fp.closed:\n        time.sleep(1)\n"
    ),
    "a method is asked, which may look": (
        "def f(fp, out):\n    while not fp.closed():\n        data = fp.read()\n"
        "        if data:\n            out.write(data)\n"
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", OPEN)
def test_nothing_closes_it(name: str) -> None:
    assert _codes(OPEN[name]) == ["HC102"]


@pytest.mark.parametrize("name", CLOSED)
def test_it_comes_to_an_end(name: str) -> None:
    assert _codes(CLOSED[name]) == []
