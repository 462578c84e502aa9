"""Buffers that are cut in place, and attributes of objects that nobody knows."""

import pytest

from haltcheck.api import check

HEAD = (
    "class Feed:\n    def __init__(self, sink):\n        self.sink = sink\n"
    "        self.raw = bytearray()\n"
)
STUCK = {
    "a decoder that waits for the rest of a sign": (
        "import codecs\n" + HEAD + "    def feed(self, data):\n        self.raw += data\n"
        "        while self.raw:\n"
        "            text, used = codecs.utf_8_decode(self.raw, 'strict', False)\n",
        "            if not used:\n                break\n",
        "            del self.raw[:used]\n            self.sink.append(text)\n",
    ),
    "a parser that is handed the attribute": (
        HEAD + "    def feed(self, data):\n        self.raw += data\n        while self.raw:\n"
        "            used = self.sink.give(self.raw[:64])\n",
        "            if not used:\n                break\n",
        "            self.raw = self.raw[used:]\n",
    ),
    "a length that is cut away in place": (
        HEAD + "    def feed(self, data):\n        self.raw += data\n"
        "        while len(self.raw) >= 2:\n            size = self.raw[1]\n",
        "            if size < 2:\n                raise ValueError(size)\n",
        "            body = self.raw[2:size]\n            del self.raw[:size]\n"
        "            self.sink.append(body)\n",
    ),
    "a connection that is closed on the way": (
        "import codecs\n" + HEAD + "    def feed(self, data):\n        self.raw += data\n"
        "        while self.raw:\n"
        "            text, used = codecs.utf_16_decode(self.raw, 'replace', False)\n",
        "            if not used:\n                break\n",
        "            if len(text) > 100:\n                self.transport.close()\n"
        "            del self.raw[:used]\n            self.sink.append(text)\n",
    ),
    "a local that is cut in place": (
        "def f(data: bytearray):\n    found = []\n    while data:\n        size = data[0]\n",
        "        if not size:\n            break\n",
        "        found.append(data[:size])\n        del data[0:size]\n    return found\n",
    ),
    "texts of which the last one has no end": (
        "def _after(data: bytes, at: int) -> int:\n    return data.find(b'\\0', at) + 1\n\n\n"
        "def f(data: bytes):\n    found = []\n    at = _after(data, 0)\n"
        "    while at < len(data):\n        end = _after(data, at)\n",
        "        if not end:\n            break\n",
        "        found.append((b'>' + data[at:end]).lstrip(b'\\n'))\n"
        "        at = end + 4\n    return found\n",
    ),
    "a node that is marked": (
        "def f(data: bytes, sink):\n    at = 0\n    while at < len(data):\n"
        "        size = data[at]\n",
        "        if not size:\n            raise ValueError(at)\n",
        "        node = sink.make(at)\n        node.size = size\n        at += size\n",
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", STUCK)
def test_it_is_found(name: str) -> None:
    head, _, tail = STUCK[name]
    assert _codes(head + tail) == ["HC102"]


@pytest.mark.parametrize("name", STUCK)
def test_the_usual_repair_is_believed(name: str) -> None:
    assert not _codes("".join(STUCK[name]))


QUIET = {
    "all is cut away": "def f(buf: bytearray, sink):\n    while buf:\n"
    "        n = sink.give(buf)\n        del buf[:]\n",
    "the whole is taken": "import codecs\ndef f(buf: bytearray):\n    while buf:\n"
    "        text, used = codecs.utf_8_decode(buf, 'strict', True)\n        del buf[:used]\n",
    "an attribute under another name": "def f(node, sink):\n    while not node.done:\n"
    "        node.stream.read(1)\n        other = sink.find(node)\n        other.done = True\n",
    "an item that is taken out": "def f(jobs, stream):\n    while jobs:\n"
    "        stream.read(1)\n        del jobs[0]\n",
}


@pytest.mark.parametrize("name", QUIET)
def test_what_moves_on_is_no_finding(name: str) -> None:
    assert not _codes(QUIET[name])
