"""Formats of ``struct``: how many values they hold, which are numbers, and of what range."""

from __future__ import annotations

import re
import struct
from functools import cache

from haltcheck.basis.record import record

_PART = re.compile(r"\s*(\d*)([a-zA-Z?])")
_LONGEST = 64
_WHOLE = "bBhHiIlLqQnN"


@record
class Cell:
    """One value: its least and greatest number; None for what is no whole number."""

    low: int | None
    high: int | None = None

    def holds(self, value: object) -> bool:
        """Whether it is a whole number that may be this one."""
        if type(value) is not int or self.low is None:
            return False
        return self.low <= value and (self.high is None or value <= self.high)


ANY_NUMBER = Cell(-(1 << 64))
UNSIGNED = Cell(0)
"""A number of which nothing tells that it may be negative."""


@cache
def cells(layout: str) -> tuple[Cell, ...] | None:
    """The values of a format in their order; None where it cannot be read."""
    try:
        struct.calcsize(layout)
    except struct.error:
        return None
    found: list[Cell] = []
    for count, code in _PART.findall(layout.lstrip("@=<>!")):
        many = int(count or 1)
        if code == "x":
            continue
        if code in "sp":
            found.append(Cell(None))
        elif many + len(found) > _LONGEST:
            return None
        else:
            found += [_cell(layout[:1], code)] * many
    return tuple(found)


def size(layout: str) -> int | None:
    """The bytes that a format takes; None where it cannot be read."""
    try:
        return struct.calcsize(layout)
    except struct.error:
        return None


def _cell(order: str, code: str) -> Cell:
    if code not in _WHOLE:
        return Cell(None)
    bits = 8 * struct.calcsize((order if order in "=<>!" else "@") + code)
    if code.islower():
        return Cell(-(1 << bits - 1), (1 << bits - 1) - 1)
    return Cell(0, (1 << bits) - 1)
