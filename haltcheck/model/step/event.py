"""What one step of the machine, or a run of many, ends with: a closed union."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from haltcheck.basis.span import Span


@dataclass(frozen=True, slots=True)
class Stepped:
    """An instruction was executed; nothing else happened."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A function of the program was entered; its frame is on top."""

    qualname: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A function returned to its caller inside the machine."""

    value: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception was raised and is handled somewhere inside the machine."""

    error: Any


@dataclass(frozen=True, slots=True)
class Yielded:
    """A generator handed a value to its consumer."""

    value: Any


@dataclass(frozen=True, slots=True)
class AtHead:
    """Control is at the start of the block ``block`` of ``qualname``, which was asked for."""

    qualname: str
    block: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The run has ended normally."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The run has ended with an uncaught exception."""

    error: Any


@dataclass(frozen=True, slots=True)
class Stopped:
    """The machine stands before something that is not modelled and waits for an answer."""

    site: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A bound on sizes or work was met, or the asked-for number of steps was done."""

    reason: str


Event = (
    Stepped
    | Entered
    | Returned
    | Raised
    | Yielded
    | AtHead
    | Finished
    | Failed
    | Stopped
    | Exceeded
)
