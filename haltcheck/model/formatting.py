"""Which special methods a constant format text runs on what it formats."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence

from haltcheck.model.instruction import Item, Operand

CONVERSIONS = {"": "__format__", "s": "__str__", "r": "__repr__", "a": "__repr__"}
"""The method that each conversion of a format runs on the object."""

_PERCENT = re.compile(r"%(\(.*?\))?[#0\- +]*(?:\*|\d*)(?:\.(?:\*|\d+))?[hlL]?([a-zA-Z%])")

Run = tuple[Operand, str]
"""An operand, and the method that is run on it."""


def formatted(text: str, items: Sequence[Item]) -> Iterator[Run]:
    """What ``text.format(*items)`` formats as a whole; ``{0.name}`` asks for an attribute only."""
    if any(item.kind not in ("positional", "keyword") for item in items):
        return
    given = {item.name: item.value for item in items if item.name is not None}
    places = [item.value for item in items if item.name is None]
    given.update({str(index): value for index, value in enumerate(places)})
    count = 0
    for name, spec, conversion in _fields(text):
        if "{" in spec:
            return
        if name == "":
            name, count = str(count), count + 1
        if name in given and (conversion or "") in CONVERSIONS:
            yield given[name], CONVERSIONS[conversion or ""]


def _fields(text: str) -> list[tuple[str, str, str | None]]:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return []
    return [(name, spec or "", how) for _, name, spec, how in parts if name is not None]


def interpolated(text: str, operands: Sequence[Operand]) -> Iterator[Run]:
    """What ``text % operands`` spells out: one operand for each conversion, in order."""
    found = [match for match in _PERCENT.finditer(text) if match.group(2) != "%"]
    if len(found) != len(operands) or any(one.group(1) or "*" in one.group() for one in found):
        return
    for match, operand in zip(found, operands, strict=True):
        if match.group(2) in ("s", "r", "a"):
            yield operand, CONVERSIONS[match.group(2)]
