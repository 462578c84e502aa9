"""Runs whose state comes back but for what only grows: rounds of equal length are tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from haltcheck.model.certificate import Replay
from haltcheck.model.program import Program
from haltcheck.model.step.event import AtHead
from haltcheck.model.step.replay import begin, outgrows
from haltcheck.simulation.inputs import Inputs

_ROUNDS = 4
_PERIODS = (1, 2, 3)
Heads = frozenset[tuple[str, int]]


def growing(
    program: Program, origin: str, inputs: Inputs, heads: Heads, steps: int
) -> Iterator[Replay]:
    """The replay with growing containers, at the head that the run keeps coming to."""
    given = tuple(inputs.items())
    visits = _visits(program, origin, inputs, heads, steps)
    for period in _PERIODS:
        if len(visits) > _ROUNDS + period:
            stem = visits[-1]
            cycle = stem - visits[-1 - period]
            if stem >= cycle and outgrows(program, origin, inputs, stem, cycle):
                yield Replay(origin, given, stem, cycle, grown=True)
                return


def _visits(program: Program, origin: str, inputs: Inputs, heads: Heads, steps: int) -> list[int]:
    """The steps at which control was at the head that it came to most, at the same depth."""
    machine = begin(program, origin, inputs)
    if isinstance(machine, str):
        return []
    places: list[tuple[tuple[int, str, int], int]] = []
    while machine.steps < steps:
        event = machine.run(steps - machine.steps, heads)
        if not isinstance(event, AtHead):
            break
        places.append(((len(machine.stack), event.qualname, event.block), machine.steps))
    late = Counter(place for place, at in places if at > steps // 2)
    if not late:
        return []
    often = min(late, key=lambda place: (place[0], -late[place]))
    return [at for place, at in places if place == often]
