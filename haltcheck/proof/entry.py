"""Finds inputs that lead to given states: in the sampled runs first, then with the solver."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.model.certificate import Entry, GaveUp, Values
from haltcheck.model.system import ENTRY, Faith, System
from haltcheck.model.term import Formula, conjunction, variables
from haltcheck.proof.closure import decider
from haltcheck.proof.encode import Found
from haltcheck.proof.kernel_looping import default
from haltcheck.proof.path import Path, bounds, compose
from haltcheck.proof.problem import Problem
from haltcheck.proof.sample import Run

_LONGEST = 3
_MOST = 12


def find(problem: Problem, system: System, location: int, states: Formula) -> Entry | GaveUp:
    """An entry whose stem leads into the states at the location."""
    for run in problem.samples.runs:
        found = _in_run(system, run, location, states)
        if found is not None:
            return found
    for path in stems(system, location):
        solved = _solve(problem, system, path, states)
        if solved is not None:
            return solved
    for run in problem.journeys:
        found = _in_run(system, run, location, states)
        if found is not None:
            return found
    return GaveUp("no input is known that leads there")


def _in_run(system: System, run: Run, location: int, states: Formula) -> Entry | None:
    holds = decider(states)
    for position, step in enumerate(run.steps):
        transition = system.transitions[step.transition]
        if transition.faith is not Faith.EXACT:
            return None
        if transition.target == location and _safe(holds, step.after):
            return entry_of(system, run, position + 1)
    return None


def _safe(holds: object, state: dict[str, int]) -> bool:
    try:
        return bool(holds(state))  # type: ignore[operator]
    except (KeyError, ZeroDivisionError):
        return False


def entry_of(system: System, run: Run, length: int) -> Entry:
    """The first steps of a run as an entry, with what the outside world chose in them."""
    steps = run.steps[:length]
    choices = tuple(
        tuple(
            (name, value)
            for name, value in step.choices
            if name in system.transitions[step.transition].world
        )
        for step in steps
    )
    return Entry(run.inputs, tuple(step.transition for step in steps), choices)


def stems(system: System, location: int) -> Iterator[Path]:
    """Short exact paths from ENTRY to the location, the shortest first."""
    pending: list[tuple[int, ...]] = [
        (index,)
        for index, transition in enumerate(system.transitions)
        if transition.source == ENTRY
    ]
    found = 0
    while pending and found < _MOST:
        steps = pending.pop(0)
        last = system.transitions[steps[-1]]
        if last.faith is not Faith.EXACT:
            continue
        if last.target == location:
            path = compose(system, steps)
            if isinstance(path, Path):
                found += 1
                yield path
        if len(steps) < _LONGEST:
            pending += [
                (*steps, index)
                for index, transition in enumerate(system.transitions)
                if transition.source == last.target and transition.source != ENTRY
            ]


def _solve(problem: Problem, system: System, path: Path, states: Formula) -> Entry | None:
    wanted = conjunction(bounds(system), system.entry_condition, path.guard, path.after(states))
    reply = problem.prover.ask(wanted)
    if not isinstance(reply, Found):
        return None
    inputs = tuple(
        (one.name, reply.values.get(one.name, default(one.low, one.high)))
        for one in system.variables
        if one.parameter
    )
    return Entry(inputs, path.steps, tuple(_picked(system, path, reply, wanted)))


def _picked(system: System, path: Path, reply: Found, wanted: Formula) -> Iterator[Values]:
    named = variables(wanted)
    for position, step in enumerate(path.steps):
        world = sorted(system.transitions[step].world)
        yield tuple(
            (name, reply.values[f"{name}@{position}"])
            for name in world
            if f"{name}@{position}" in named
        )
