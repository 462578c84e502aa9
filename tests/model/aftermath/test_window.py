"""Windows that go back behind their end by an overlap, and twins that leave at the last one."""

import pytest

from haltcheck.api import check

PROGRAM = """
class Splitter:
    def __init__(self, size, overlap):
        self.size = size
        self.overlap = overlap

    def split(self, document):
        text = self.clean(document.text)
        total = len(text)
        found = []
        number = 1
        start = 0
        while start < total:
            {end}
            found.append(Part(text[start:end], number))
            number += 1
            {leave}
            start = {start}
        return found
"""
ENDS = {
    "the lesser of two": "end = min(start + self.size, total)",
    "the other way round": "end = min(total, start + self.size)",
    "cut by hand": "end = start + self.size\n"
    "            if end > total:\n"
    "                end = total",
    "moved to a blank": "end = min(start + self.size, total)\n"
    "            if end < total:\n"
    "                while end > start and text[end] != ' ':\n"
    "                    end -= 1\n"
    "            if end == start:\n"
    "                end = start + self.size",
}
ENDING = {
    "it leaves at the end": (
        "end = min(start + self.size, total)",
        "if end == total:\n                break",
        "end - self.overlap",
    ),
    "it goes back by nothing": ("end = min(start + self.size, total)", "pass", "end"),
    "it moves by what is left": (
        "end = min(start + self.size, total)",
        "pass",
        "max(end - self.overlap, start + 1)",
    ),
    "the window is not cut": ("end = start + max(self.size, 1)", "pass", "end"),
}


def _told(end: str, leave: str, start: str) -> list[tuple[str, str]]:
    text = PROGRAM.replace("{end}", end).replace("{leave}", leave).replace("{start}", start)
    (report,) = check(text).files
    return [(one.code, one.message) for one in report.findings]


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_the_last_window_comes_again(end: str) -> None:
    """The overlap is less than the size, so that the next window ends there too."""
    ((code, message),) = _told(end, "pass", "end - self.overlap")
    assert code == "HC103"
    assert "0 < self.overlap" in message


@pytest.mark.parametrize("parts", ENDING.values(), ids=ENDING)
def test_a_window_that_moves_on_is_not_told_of_an_overlap(parts: tuple[str, str, str]) -> None:
    """What is told, if anything, is a size of nothing."""
    assert not any("0 < self.overlap" in message for _, message in _told(*parts))
