"""A moment of a run as people read it: an event, a line and the local variables."""

from __future__ import annotations

from enum import Enum

from haltcheck.basis.record import record
from haltcheck.model.step.state import Frame as Activation
from haltcheck.model.step.value import Value


class Source(Enum):
    """Where a value comes from."""

    EXACT = "exact"
    SUMMARY = "summary"
    IMAGINED = "imagined"


@record
class Shown:
    """A local variable: its text, and where its value comes from."""

    name: str
    text: str
    source: Source


@record
class Frame:
    """``event`` is ``call``, ``line``, ``return``, ``exception`` or ``yield``."""

    event: str
    line: int
    shown: tuple[Shown, ...]


def frame_of(activation: Activation, event: str, imagined: bool) -> Frame:
    """The named local variables of an activation, before the line runs."""
    source = Source.IMAGINED if imagined else Source.EXACT
    block = activation.block
    instructions = block.instructions
    place = instructions[activation.index] if activation.index < len(instructions) else block
    span = getattr(place, "span", None) or getattr(block.terminator, "span", None)
    named = sorted(name for name in activation.env if not name.startswith(("$", ".")))
    shown = tuple(Shown(name, brief(activation.env[name]), source) for name in named)
    return Frame(event, span.line if span is not None else 0, shown)


def brief(value: Value) -> str:
    """A short text of any value; never runs code of the program."""
    if isinstance(value, int | float | str | bytes | None):
        text = repr(value) if not isinstance(value, int) or value.bit_length() < 512 else "..."
        return text if len(text) <= 60 else text[:57] + "..."
    if isinstance(value, list | tuple | set | dict):
        return f"{type(value).__name__} of {len(value)}"
    return type(value).__name__.lower()
