"""Finds the cycles that runs fall into: the same transitions over and over again."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model.system import Faith, System
from haltcheck.proof.sample import Run, Step

_LONGEST = 48
_TURNS = 3
_MOST = 2


@record
class Rhythm:
    """From step ``start`` on, the run repeats its transitions every ``period`` steps."""

    run: Run
    start: int
    period: int

    @property
    def cycle(self) -> tuple[int, ...]:
        """The transitions of one turn."""
        return tuple(step.transition for step in self.turn())

    def turn(self) -> tuple[Step, ...]:
        """The steps of the first turn."""
        return self.run.steps[self.start : self.start + self.period]

    def states(self) -> list[dict[str, int]]:
        """The states in which the turns begin."""
        return [step.before for step in self.run.steps[self.start :: self.period]]


def rhythms(system: System, run: Run) -> list[Rhythm]:
    """The cycles that explain the end of the run, inside the subject; the longest repeated first.

    A longer cycle counts only where it explains more than the shorter ones.
    """
    taken = [step.transition for step in run.steps]
    stay = _stays_since(system, taken)
    found: list[Rhythm] = []
    since = len(taken)
    for period in range(1, min(_LONGEST, (len(taken) - stay) // _TURNS) + 1):
        start = len(taken) - period
        while start > stay and taken[start - 1] == taken[start - 1 + period]:
            start -= 1
        if len(taken) - start >= _TURNS * period and start < since - period:
            found.insert(0, Rhythm(run, start, period))
            since = start
    return found[:_MOST]


def _stays_since(system: System, taken: list[int]) -> int:
    """The step from which on the run is inside the subject."""
    for position in reversed(range(len(taken))):
        one = system.transitions[taken[position]]
        if one.source not in system.inside or one.faith is not Faith.EXACT:
            return position + 1
    return 0
