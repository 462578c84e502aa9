"""Counters that the data makes begin below zero."""

import pytest

from haltcheck.api import check

COUNTED = {
    "a short in a row": (
        "import struct\ndef f(fp):\n    kind, n = struct.unpack('<Bh', fp.read(3))\n",
        "    if n < 0:\n        raise ValueError(n)\n",
        "    out = []\n    while n:\n        out.append(kind)\n        n -= 1\n    return out\n",
    ),
    "a layout of the module": (
        "from struct import Struct\nHEAD = Struct('>i')\ndef f(data: bytes):\n"
        "    n = HEAD.unpack(data)[0]\n",
        "    if n < 1:\n        return 0\n",
        "    total = 0\n    while n != 0:\n        total += 2\n        n = n - 1\n"
        "    return total\n",
    ),
    "a signed number of bytes": (
        "def f(fp):\n    left = int.from_bytes(fp.read(4), 'big', signed=True)\n",
        "    if left <= 0:\n        return None\n",
        "    while True:\n        if left == 0:\n            break\n        fp.read(2)\n"
        "        left -= 2\n",
    ),
    "a method that reads it": (
        "import struct\nclass Reader:\n    def __init__(self, data):\n        self.data = data\n"
        "        self.at = 0\n    def short(self):\n        self.at += 2\n"
        "        return struct.unpack_from('<h', self.data, self.at - 2)[0]\n"
        "    def skip(self):\n        many = self.short()\n",
        "        if many < 0:\n            raise ValueError(many)\n",
        "        while many:\n            self.short()\n            many -= 1\n",
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", COUNTED)
def test_it_is_found(name: str) -> None:
    head, _, tail = COUNTED[name]
    assert _codes(head + tail) == ["HC102"]


@pytest.mark.parametrize("name", COUNTED)
def test_the_usual_repair_is_believed(name: str) -> None:
    assert not _codes("".join(COUNTED[name]))


QUIET = {
    "an unsigned number": "import struct\ndef f(fp):\n"
    "    n = struct.unpack('<H', fp.read(2))[0]\n    while n:\n        n -= 1\n",
    "a test of order": "import struct\ndef f(fp):\n"
    "    n = struct.unpack('<h', fp.read(2))[0]\n    while n > 0:\n        n -= 1\n",
    "a length": "def f(text: str):\n    n = len(text)\n    while n:\n        n -= 1\n",
    "a callee that refuses": "import struct\ndef count(fp):\n"
    "    n = struct.unpack('<h', fp.read(2))[0]\n    if n < 0:\n        raise ValueError\n"
    "    return n\ndef f(fp):\n    n = count(fp)\n    while n:\n        n -= 1\n",
    "another way out": "import struct\ndef f(fp):\n"
    "    n = struct.unpack('<h', fp.read(2))[0]\n    while n:\n        n -= 1\n"
    "        if not fp.read(1):\n            break\n",
}


@pytest.mark.parametrize("name", QUIET)
def test_what_cannot_begin_below_zero_is_no_finding(name: str) -> None:
    assert not _codes(QUIET[name])
