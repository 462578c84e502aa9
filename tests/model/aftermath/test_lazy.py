"""Generator expressions and copies of bytes on the way."""

import pytest

from haltcheck.api import check

HEAD = (
    "class Packet:\n    def __init__(self):\n        self.parts = []\n"
    "    def show(self, raw):\n        return '.'.join(str(one) for one in bytearray(raw))\n"
)
WALKS = {
    "a callee that joins": (
        "    def f(self, data: bytes):\n        while data:\n            size = data[0]\n",
        "            self.parts.append(self.show(data[1:5]))\n            data = data[size:]\n",
    ),
    "any of some": (
        "    def f(self, data: bytes):\n        while len(data) > 4:\n            size = data[0]\n",
        "            self.parts.append(any(one > 3 for one in data[1:4]))\n"
        "            data = data[size:]\n",
    ),
    "a copy that is unpacked": (
        "    def f(self, data):\n        while len(data) > 2:\n"
        "            kind, size = bytearray(data[:2])\n",
        "            self.parts.append(kind)\n            data = data[size:]\n",
    ),
    "a recursion": (
        "    def f(self, data):\n        if len(data) > 2:\n"
        "            kind, size = memoryview(data[:2])\n",
        "            self.parts.append(kind)\n            self.f(data[size:])\n",
    ),
}
CHECK = "            if size < 2:\n                raise ValueError(size)\n"


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", WALKS)
def test_it_is_found(name: str) -> None:
    (code,) = _codes(HEAD + "".join(WALKS[name]))
    assert code in ("HC102", "HC202")


@pytest.mark.parametrize("name", WALKS)
def test_the_usual_repair_is_believed(name: str) -> None:
    head, tail = WALKS[name]
    assert not _codes(HEAD + head + CHECK + tail)


def test_an_expression_that_reads_is_not_taken_for_one_that_looks() -> None:
    text = (
        "def f(fp, data: bytes):\n    while data:\n"
        "        if any(fp.read(1) == b'x' for one in data):\n            data = data[1:]\n"
    )
    assert not _codes(text)
