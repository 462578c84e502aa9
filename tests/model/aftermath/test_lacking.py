"""One of two separators is missing: a search that fails leads back to what was found before."""

import pytest

from haltcheck.api import check

SCANS = {
    "a tag that is not closed": (
        "def f(source: str):\n    at = 0\n    start = source.find('<')\n    while start != -1:\n"
        "        stop = source.find('>', start)\n",
        "        if stop == -1:\n            raise ValueError(start)\n",
        "        yield source[start + 1 : stop]\n        at = stop + 1\n"
        "        start = source.find('<', at)\n",
    ),
    "marks of the module": (
        "OPEN = b'\\x02'\nCLOSE = b'\\x03'\ndef f(data: bytes):\n    found = []\n"
        "    at = data.find(OPEN)\n    while at >= 0:\n        end = data.find(CLOSE, at)\n",
        "        if end < 0:\n            break\n",
        "        found.append(data[at + 1 : end])\n        at = data.find(OPEN, end + 1)\n"
        "    return found\n",
    ),
    "a loop that only breaks": (
        "def f(text: str):\n    out = []\n    pos = 0\n    while True:\n"
        "        start = text.find('${', pos)\n        if start < 0:\n            break\n"
        "        stop = text.find('}', start)\n",
        "        if stop < start:\n            break\n",
        "        out.append(text[start:stop])\n        pos = stop + 1\n    return out\n",
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", SCANS)
def test_it_is_found(name: str) -> None:
    head, _, tail = SCANS[name]
    assert _codes(head + tail)


@pytest.mark.parametrize("name", SCANS)
def test_the_usual_repair_is_believed(name: str) -> None:
    assert not _codes("".join(SCANS[name]))


def test_a_search_from_behind_the_last_hit_is_no_finding() -> None:
    text = (
        "def f(source: str):\n    start = source.find('<')\n    while start != -1:\n"
        "        stop = source.find('>', start)\n        print(source[start:stop])\n"
        "        start = source.find('<', start + 1)\n"
    )
    assert not _codes(text)
