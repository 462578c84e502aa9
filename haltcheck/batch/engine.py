"""What every batch engine does: one function over many items, each item at its own risk."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from traceback import format_exception
from typing import TypeVar

from haltcheck.basis.record import record

T = TypeVar("T")
R = TypeVar("R")


@record
class Done:
    """The work on one item came to its end."""

    value: object


@record
class Overdue:
    """The work on one item was cut after so many seconds."""

    seconds: float


@record
class Crashed:
    """The work on one item failed as nobody foresaw, or its process died; no other was lost."""

    why: str
    traceback: str = ""


def crashed(error: Exception) -> Crashed:
    """What is left of an item whose work raised."""
    why = f"a fault of haltcheck's own: {type(error).__name__}: {error}"
    return Crashed(why, "".join(format_exception(error)))


Outcome = Done | Overdue | Crashed


class Engine(ABC):
    """Spreads work; outcomes come in the order of the items, one for each."""

    def __init__(self, jobs: int, limit: float) -> None:
        self.jobs = jobs
        self.limit = limit

    @abstractmethod
    def run(self, work: Callable[[T], object], items: Iterable[T]) -> Iterator[Outcome]:
        """Works on each item; none is cut before ``limit`` seconds of its own."""
