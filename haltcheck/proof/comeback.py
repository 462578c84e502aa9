"""Runs that come back to what their guards depend on, as recurrent sets of one state or of more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from haltcheck.model.certificate import Recurrent
from haltcheck.model.system import Faith, System
from haltcheck.model.term import Integer, Variable, compare, conjunction, holds, variables
from haltcheck.proof.entry import entry_of
from haltcheck.proof.kernel_looping import check_recurrent
from haltcheck.proof.path import Path, bounds, compose
from haltcheck.proof.problem import Problem
from haltcheck.proof.recurrence import recurrent_sets
from haltcheck.proof.ruling import Granted
from haltcheck.proof.sample import Run

_SHORT = 3


def settled(problem: Problem, system: System, found: Recurrent, run: Run) -> Recurrent | None:
    """What the kernel accepts of a cycle: from many states if it can be, else from this one."""
    for wide in (*widened(problem, system, found, run), found):
        if isinstance(check_recurrent(system, problem.prover, wide), Granted):
            return wide
    return None


def cone(system: System) -> frozenset[str]:
    """The variables that the guards inside the subject depend on."""
    inside = [one for one in system.transitions if one.source in system.inside]
    found: set[str] = set()
    for transition in inside:
        found |= variables(transition.guard)
    size = -1
    while size != len(found):
        size = len(found)
        for transition in inside:
            for name, term in transition.update:
                if name in found:
                    found |= variables(term)
    return frozenset(found) & {variable.name for variable in system.variables}


def widened(problem: Problem, system: System, found: Recurrent, run: Run) -> Iterator[Recurrent]:
    """The same cycle from all states that its own guard keeps, where the run's is one of them."""
    if len(found.cycle) > _SHORT:
        return
    path = compose(system, found.cycle, tuple(dict(chosen) for chosen in found.picks))
    if isinstance(path, Path):
        state = run.steps[len(found.entry.stem) - 1].after
        for states in recurrent_sets(problem.prover, path, bounds(system)):
            # A set that also speaks of what the cycle chooses is no set of states.
            if variables(states) <= state.keys() and holds(states, state):
                yield replace(found, states=states)


def comebacks(system: System, run: Run, names: frozenset[str]) -> Iterator[Recurrent]:
    """The first cycle that the exact part of a run closes in these variables, inside."""
    seen: dict[tuple[int, tuple[int, ...]], int] = {}
    ordered = sorted(names)
    for position, step in enumerate(run.steps):
        transition = system.transitions[step.transition]
        if transition.faith is not Faith.EXACT:
            return
        if transition.target not in system.inside:
            seen.clear()
            continue
        key = (transition.target, tuple(step.after[name] for name in ordered))
        if key in seen:
            yield _cycle(system, run, seen[key], position, ordered)
            return
        seen[key] = position


def _cycle(system: System, run: Run, first: int, last: int, names: list[str]) -> Recurrent:
    steps = run.steps[first + 1 : last + 1]
    state = run.steps[first].after
    picks = tuple(
        tuple(
            (name, Integer(value))
            for name, value in step.choices
            if name in system.transitions[step.transition].world
        )
        for step in steps
    )
    return Recurrent(
        system.transitions[run.steps[first].transition].target,
        conjunction(*(compare("==", Variable(name), Integer(state[name])) for name in names)),
        tuple(step.transition for step in steps),
        entry_of(system, run, first + 1),
        picks,
    )
