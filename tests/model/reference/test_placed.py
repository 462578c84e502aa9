"""Objects that are made where the data of another one says, and twins that remember or move on."""

import pytest

from haltcheck.api import check

PROGRAM = """
import struct


class Record:
    def __init__(self, data, place):
        self._data = data
        self._place = place

    def _word(self, at):
        return struct.unpack_from("<I", self._data, self._place + at)[0]

    def name(self):
        return self._word(4)

    def is_root(self):
        return self._word(0) == 0

    def parent(self):
        {parent}

    def path(self):
        found = [self.name()]
        one = self
        {seen}
        while not one.is_root():
            one = one.parent()
            {remember}
            found.append(one.name())
        return found
"""
ENDLESS = {
    "a place in the data": ("return Record(self._data, self._word(0))", "", ""),
    "a place that is calculated": ("return Record(self._data, min(self._word(0), 9))", "", ""),
    "none where there is none": (
        "if not self._place:\n            return None\n"
        "        return Record(self._data, self._word(0))",
        "",
        "",
    ),
}
ENDING = {
    "places are remembered": (
        "return Record(self._data, self._word(0))",
        "seen = {one._place}",
        "if one._place in seen:\n                break\n            seen.add(one._place)",
    ),
    "the next place": ("return Record(self._data, self._place + 8)", "", ""),
    "a place that it knows": ("return Record(self._data, self._above)", "", ""),
    "an object that it knows": ("return self._above", "", ""),
}


def _codes(parts: tuple[str, str, str]) -> list[str]:
    text = PROGRAM
    for name, part in zip(("parent", "seen", "remember"), parts, strict=True):
        text = text.replace(f"{{{name}}}", part or "pass")
    (report,) = check(text).files
    return [one.code for one in report.findings]


@pytest.mark.parametrize("parts", ENDLESS.values(), ids=ENDLESS)
def test_a_place_may_lead_back(parts: tuple[str, str, str]) -> None:
    """The data may say the place of the object itself."""
    assert _codes(parts) == ["HC103"]


@pytest.mark.parametrize("parts", ENDING.values(), ids=ENDING)
def test_what_remembers_or_moves_on_is_not_told(parts: tuple[str, str, str]) -> None:
    """No place comes twice, or nothing says that one does."""
    assert _codes(parts) == []
