"""Loops of parsers and readers that starve, each with a twin that does not."""

import pytest

from haltcheck.api import check

STARVED = {
    "a number whose last byte never comes": (
        "class N:\n    def __init__(self, fp):\n        self.fp = fp\n"
        "    def f(self):\n        while True:\n"
        "            n = ord(self.fp.read(1) or b'\\xff')\n"
        "            if not n & 128:\n                return n\n",
        "            if n == 255:\n                raise EOFError\n",
    ),
    "bytes that are walked by their length": (
        "def f(raw):\n    i = 0\n    while i < len(raw):\n        n = raw[i]\n        i += n\n",
        "        if n < 1:\n            raise ValueError(i)\n",
    ),
    "a row that is made on the way": (
        "import struct\nfrom collections import namedtuple\nBox = namedtuple('Box', 'n')\n"
        "def f(data, pos, end):\n    while pos + 8 <= end:\n"
        "        n, k = struct.unpack_from('>II', data, pos)\n        yield Box(n)\n"
        "        pos += n\n",
        "        if n < 8:\n            raise ValueError(n)\n",
    ),
    "a struct that is made elsewhere": (
        "def f(layout, data):\n    while len(data) > 4:\n        n, = layout.unpack_from(data)\n"
        "        data = data[n:]\n",
        "        if n < 4:\n            raise ValueError(n)\n",
    ),
    "places in a file that lead back": (
        "import struct\nclass T:\n    def __init__(self, fp, first):\n        self.fp = fp\n"
        "        self.first = first\n    def f(self):\n        at = self.first\n"
        "        while at:\n            self.fp.seek(at)\n"
        "            at, = struct.unpack('<L', self.fp.read(4))\n",
        "            if at <= self.first:\n                raise ValueError(at)\n",
    ),
    "a pattern that does not match nothing": (
        "import re\nREADY = re.compile('port ([0-9]+)')\nclass S:\n    ready = False\n"
        "    def f(self, pipe):\n        while not self.ready:\n"
        "            line = pipe.readline()\n            if READY.search(line):\n"
        "                self.ready = True\n",
        "            if not line:\n                raise EOFError\n",
    ),
    "a pattern of its own that matches nothing, in a text that is handed on": (
        "import re\ndef f(text):\n    word = re.compile(r'\\s*(\\w*)')\n    at = 0\n"
        "    while at < len(text):\n        m = word.match(text, at)\n        yield m.group(1)\n"
        "        at = m.end()\n",
        "        if not m.group(1):\n            return\n",
    ),
    "a pattern that matches nothing": (
        "import re\nWORD = re.compile(r'\\w*')\ndef f(text: str):\n    at = 0\n"
        "    while at < len(text):\n        m = WORD.match(text, at)\n        at = m.end()\n",
        "        if at == m.start():\n            raise ValueError(at)\n",
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", STARVED)
def test_it_is_found(name: str) -> None:
    text, _ = STARVED[name]
    assert _codes(text), name


@pytest.mark.parametrize("name", STARVED)
def test_the_usual_repair_is_believed(name: str) -> None:
    text, repair = STARVED[name]
    lines = text.splitlines(keepends=True)
    last = max(k for k, line in enumerate(lines) if line.lstrip().startswith(READS))
    assert _codes("".join([*lines[: last + 1], repair, *lines[last + 1 :]])) == []


READS = ("n = ", "n, ", "at, ", "line = ", "at = m.end")
