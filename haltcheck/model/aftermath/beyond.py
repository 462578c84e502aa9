"""Streams that end before the place where a loop stops reading: a size that the data overstates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.provenance import Maker, at_head, is_constant, makers
from haltcheck.model.aftermath.start import Site
from haltcheck.model.binding import bound

_PLACE = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_FACT = re.compile(
    rf"{_PLACE}\.tell\(\)(?: \+ \d+)?(?P<start> - {_PLACE})? (?P<how><|==) "
    rf"(?P<to>{_PLACE}(?: \+ (?:{_PLACE}|\d+))*)"
)
_WHOLE = re.compile(r".*(?:len|size|stat|seek|total|file|eof).*", re.IGNORECASE)
"""Functions that tell how long the stream itself is: it never ends before that."""

_OF_FILE = re.compile(r".*(?:total|file|stream|eof).*", re.IGNORECASE)
"""Names of what tells the same."""

_DEEPEST = 6


def falls_short(site: Site, fact: str, answer: bool) -> tuple[str, ...] | None:
    """The places that say how far a loop reads, where a stream may end before; else None.

    The distance is a sum of where the stream stood and of what the caller or the data says, or
    the data says the place itself. What is asked of the file as a whole is no such thing.
    """
    found = _FACT.fullmatch(fact)
    if found is None or answer is not (found["how"] == "<"):
        return None
    places = [one for one in found["to"].split(" + ") if not one.isdecimal()]
    parts = [part for one in places for part in _parts(site, one)]
    if not parts or any(map(_is_whole, parts)):
        return None
    told = [one for one in parts if not _is_place(one)]
    is_sum = len(parts) > 1 or found["start"] is not None
    says = any(map(_is_read, told)) or (bool(told) and is_sum)
    names = [name for one in parts for name in _names(one)]
    return tuple(dict.fromkeys((*places, *names))) if says else None


def _parts(site: Site, place: str) -> Iterator[Maker | str]:
    """What a place is a sum of: instructions, and the names of parameters and attributes."""
    root = place.partition(".")[0]
    if "." in place:
        yield place
        return
    for maker in at_head(site, root):
        if not is_constant(maker):
            yield from _made(site, maker, root, 0)


def _made(site: Site, maker: Maker, name: str, depth: int) -> Iterator[Maker | str]:
    one = maker.instruction
    if one is None or depth > _DEEPEST:
        yield name
        return
    operands: tuple[i.Operand, ...] = ()
    match one:
        case i.Copy(value=value):
            operands = (value,)
        case i.Operate(operator="+" | "+=", operands=both):
            operands = both
        case i.GetAttribute(name=attribute):
            yield f"{name}.{attribute}"
            return
        case _:
            yield maker
            return
    for operand in operands:
        if isinstance(operand, i.Local):
            for inner in makers(site, operand.name, maker.at):
                if not is_constant(inner):
                    yield from _made(site, inner, operand.name, depth + 1)


def _names(part: Maker | str) -> Iterator[str]:
    """What the code calls it."""
    if isinstance(part, str):
        yield part
    elif part.instruction is not None:
        yield from (name for name in bound(part.instruction) if not name.startswith("$"))


def _name(part: Maker | str) -> str:
    if isinstance(part, str):
        return part.rpartition(".")[2]
    one = part.instruction
    if isinstance(one, i.CallMethod):
        return one.name
    return one.text.rpartition(".")[2] if isinstance(one, i.Call) else ""


def _is_place(part: Maker | str) -> bool:
    """Whether it is where the stream stood."""
    return _name(part) == "tell"


def _is_whole(part: Maker | str) -> bool:
    pattern = _OF_FILE if isinstance(part, str) else _WHOLE
    return pattern.fullmatch(_name(part)) is not None


def _is_read(part: Maker | str) -> bool:
    """Whether it is taken out of what was read."""
    if isinstance(part, str):
        return False
    return isinstance(part.instruction, i.Unpack) or _name(part) in ("from_bytes", "unpack")
