"""Awaited reads raise at the end of a stream; who turns that into a value reads on for ever."""

import pytest

from haltcheck.api import check

SWALLOWED = {
    "in the loop": (
        "import asyncio\nasync def f(reader):\n    while True:\n        try:\n"
        "            line = await reader.readuntil(b';')\n"
        "        except asyncio.IncompleteReadError:\n            {}\n"
        "        if line == b'quit;':\n            return\n",
        "continue",
        "return",
    ),
    "by its base": (
        "async def f(reader, out):\n    size = 1\n    while size:\n        try:\n"
        "            size = (await reader.readexactly(1))[0]\n"
        "        except EOFError:\n            {}\n",
        "out.append(None)",
        "break",
    ),
    "in a helper, with an error of the file": (
        "from asyncio import IncompleteReadError\nGONE = object()\n"
        "class Damaged(Exception):\n    pass\n"
        "class Feed:\n    def __init__(self, reader):\n        self.reader = reader\n"
        "    async def _next(self):\n        try:\n"
        "            head = await self.reader.readexactly(4)\n"
        "        except Damaged:\n            return GONE\n"
        "        except IncompleteReadError as error:\n            {}\n"
        "        return head\n"
        "    async def run(self):\n        while (head := await self._next()) is not GONE:\n"
        "            if head is None:\n                continue\n            print(head)\n",
        "return None",
        "return GONE",
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", SWALLOWED)
def test_it_is_found(name: str) -> None:
    text, goes_on, _ = SWALLOWED[name]
    assert _codes(text.format(goes_on)) == ["HC102"]


@pytest.mark.parametrize("name", SWALLOWED)
def test_the_usual_repair_is_believed(name: str) -> None:
    text, _, leaves = SWALLOWED[name]
    assert not _codes(text.format(leaves))


def test_an_end_that_nobody_catches_leaves_the_loop() -> None:
    text = "async def f(reader):\n    while True:\n        await reader.readexactly(4)\n"
    assert not _codes(text)
