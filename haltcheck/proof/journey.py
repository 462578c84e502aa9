"""Carries sampled runs on while they stay: they meet states and cycles that short runs do not."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from haltcheck.model.system import ENTRY, EXIT, Faith, System
from haltcheck.proof.sample import ROUNDS, Machine, Run, Samples

_MOST = 8
_ROUNDS = 400
_FARTHEST = 1_500
_MANY = 48


def carried_on(system: System, samples: Samples) -> tuple[Run, ...]:
    """Some of the runs that were cut off, ten times as long; the same on every machine."""
    if len(system.transitions) > _MANY:
        return ()
    random = Random(20_002)
    machine = Machine(system)
    chosen = sorted(_cut_off(system, samples), key=lambda run: not _ended_inside(system, run))
    runs = [machine.carry_on(run, random, _ROUNDS) for run in chosen[:_MOST]]
    return tuple(_arrived(system, run, machine, random) for run in runs)


def may_go_on(system: System) -> bool:
    """Whether some run through exact transitions alone is long enough to be carried on."""
    if len(system.transitions) > _MANY:
        return False
    ways: dict[int, set[int]] = {}
    for one in system.transitions:
        if one.faith is Faith.EXACT:
            ways.setdefault(one.source, set()).add(one.target)
    front = {ENTRY}
    for _ in range(ROUNDS):
        front = {target for place in front for target in ways.get(place, ())}
        if not front:
            return False
    return bool(front - {EXIT})


def _arrived(system: System, run: Run, machine: Machine, random: Random) -> Run:
    """The run, carried on further where it was still on its way to the subject."""
    short = len(run.steps) < _ROUNDS or _ended_inside(system, run)
    return run if short else machine.carry_on(run, random, _FARTHEST)


def _cut_off(system: System, samples: Samples) -> Iterator[Run]:
    """Exact runs that went on when nobody watched them any longer."""
    for run in samples.runs:
        if len(run.steps) < ROUNDS or system.transitions[run.steps[-1].transition].target == EXIT:
            continue
        used = {step.transition for step in run.steps}
        if all(system.transitions[index].faith is Faith.EXACT for index in used):
            yield run


def _ended_inside(system: System, run: Run) -> bool:
    return system.transitions[run.steps[-1].transition].target in system.inside
