"""What one step of the machine, or a run of many, ends with: a closed union."""

from __future__ import annotations

from typing import Any

from haltcheck.basis.record import record
from haltcheck.basis.span import Span


@record
class Stepped:
    """An instruction was executed; nothing else happened."""


@record
class Entered:
    """A function of the program was entered; its frame is on top."""

    qualname: str


@record
class Returned:
    """A function returned to its caller inside the machine."""

    value: Any


@record
class Raised:
    """An exception was raised and is handled somewhere inside the machine."""

    error: Any


@record
class Yielded:
    """A generator handed a value to its consumer."""

    value: Any


@record
class AtHead:
    """Control is at the start of the block ``block`` of ``qualname``, which was asked for."""

    qualname: str
    block: int


@record
class Finished:
    """The run has ended normally."""

    value: Any


@record
class Failed:
    """The run has ended with an uncaught exception."""

    error: Any


@record
class Stopped:
    """The machine stands before something that is not modelled and waits for an answer."""

    site: Span
    reason: str


@record
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
