"""How a walk through a round can end before its time."""

from __future__ import annotations

from enum import Enum


class Event(Enum):
    """What the outside world may do, and may go on doing for ever."""

    NOTHING = ""
    END = "end of file"
    CLOSED = "the peer closes"
    ZERO = "a length of zero in the data"
    ROOT = "a path that is its own parent"
    LINK = "a link back"
    MISSING = "a separator that is missing"
    ERROR = "a permanent error"


class LeavesError(Exception):
    """Some way leaves the loop, or runs what is not known well enough."""


class UndecidedError(Exception):
    """It depends on something that stands still, and that nobody has supposed yet."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class RaisedError(Exception):
    """An instruction raises a built-in exception of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
