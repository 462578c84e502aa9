"""What nested walks have been through, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from haltcheck.basis.record import record
from haltcheck.model.aftermath.outcome import RaisedError
from haltcheck.model.aftermath.state import State, join
from haltcheck.model.aftermath.value import Value


@record
class Mark:
    """One of nested walks: what it has been through, and the code that is to be run next.

    ``place`` is the number of an instruction of the block, or how many it has for its end.
    """

    learnt: dict[str, Any]
    place: int
    state: State


@record
class Standing:
    """All nested walks, the outermost first, in a round that began in a state."""

    marks: tuple[Mark, ...]
    number: int
    state: State
    learnt: dict[str, Any]


class Walked:
    """What one walk has been through so far."""

    def __init__(self) -> None:
        self.back: State | None = None
        self.returned: Value | None = None
        self.error: RaisedError | None = None
        self.raised: State | None = None
        self.at: dict[int, State] = {}
        self.edges: dict[int, set[int]] = {}
        self.current = -1
        self.queue: list[tuple[int, int, int]] = []
        # The code that runs, the state before it, and how many functions it has stepped into.
        self.place = -1
        self.before: State | None = None
        self.calls = 0

    def stand(self, place: int, state: State | None) -> None:
        """Notes which code runs next; without a state nothing can go on from there."""
        self.place, self.calls = place, 0
        self.before = None if state is None else state.fork()

    def arrive(self, state: State) -> None:
        """Control is back at the head, or at the end of a function."""
        self.back = state if self.back is None else join(self.back, state)

    def mark(self, calls: int) -> Mark | None:
        """Where the walk stands; None where running the code again would lead elsewhere."""
        if self.before is None or self.calls != calls:
            return None
        # States that stand in ``at`` do not change, but for the one that a caller began with.
        at = {number: one.fork() if number == 0 else one for number, one in self.at.items()}
        learnt = {
            "at": at,
            "edges": {number: one.copy() for number, one in self.edges.items()},
            "queue": self.queue.copy(),
            "current": self.current,
            "returned": self.returned,
            "error": self.error,
            "back": self.back and self.back.fork(),
            "raised": self.raised and self.raised.fork(),
        }
        return Mark(learnt, self.place, self.before.fork())

    def put_back(self, mark: Mark) -> None:
        """Stands again where it stood."""
        for name, value in mark.learnt.items():
            setattr(self, name, value)


@dataclass(slots=True)
class Nesting:
    """The walks that are under way, the outermost first, and the marks that are to be reached.

    ``state`` is the one in which the round of this number began.
    """

    walks: list[Walked] = field(default_factory=list)
    ahead: list[Mark] = field(default_factory=list)
    learnt: dict[str, Any] = field(default_factory=dict)
    number: int = 0
    state: State = field(default_factory=State)

    def go_to(self, standing: Standing) -> None:
        """The next walks are to go on from where others stood."""
        self.ahead = list(reversed(standing.marks))
        self.number, self.state, self.learnt = standing.number, standing.state, standing.learnt
