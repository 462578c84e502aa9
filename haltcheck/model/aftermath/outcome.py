"""How a walk through a round can end before its time."""

from __future__ import annotations

from enum import Enum

from haltcheck.model.aftermath.value import Value


class Event(Enum):
    """What the outside world may do, and may go on doing for ever."""

    NOTHING = ""
    END = "end of file"
    CLOSED = "the peer closes"
    TEXT = "end of the text"
    ROOT = "a path that is its own parent"
    LINK = "a link back"
    DATA = "data that leads back"
    MISSING = "a separator that is missing"
    ERROR = "a permanent error"
    UNTAKEN = "a call that takes nothing"
    STEP = "a step of zero"
    DRAINED = "nothing more that is given"
    RETURNED = "an item that is put back"
    AWAY = "a step in the other direction"
    BELOW = "a number below zero"
    NEVER = "a wanted value that never comes"
    DEGENERATE = "an argument that leaves all as it is"
    REPLACED = "a replacement that holds what it replaces"
    FEWER = "fewer distinct things than are wanted"
    SAME = "the same answer to the same question"
    ALIKE = "names that are all the same"
    COLLISION = "a name that is taken"
    INFINITE = "a number that is not finite"
    UNMATCHED = "nothing of what is asked for"
    UNDATED = "a date that there is not"
    UNCONSUMED = "compressed data of which nothing is taken"
    POLLED = "the same answer to who waits for another one"
    IDLE = "a round that changes nothing"


GIVEN = frozenset({Event.DEGENERATE, Event.INFINITE})
"""What an argument does by its value: without the value there is no event."""

REFUSED = "what the outside world refuses"
"""The exception of a call that is refused each time; which, the handlers say."""

UNSEEN = "what something outside may refuse"
"""The same of a call that is handed nothing: a handler must name what the outside does."""

FAILED = "what a callee raises on what it is handed"
"""The same of a callee that is handed what only its success moves; the handler knows of it."""

DETERMINISTIC = "what these arguments bring about"
"""The exception of a function that only computes, on arguments that stay the same."""


class LeavesError(Exception):
    """Some way leaves the loop, or runs what is not known well enough."""


class UnfollowedError(LeavesError):
    """It runs what is not known well enough, though nothing shows that it leaves."""


class UndecidedError(Exception):
    """It depends on something that stands still, and that nobody has supposed yet."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class BackError(Exception):
    """A recursion calls itself: what its parameters get now."""

    def __init__(self, arguments: dict[str, Value]) -> None:
        super().__init__("it calls itself")
        self.arguments = arguments


class RaisedError(Exception):
    """An instruction raises a built-in exception of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
