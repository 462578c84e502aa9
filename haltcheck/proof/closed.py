"""Finds states that runs from given inputs never leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from haltcheck.model.certificate import Certificate, GaveUp, NoBaseCase, NoExit, Recurrent, Trapped
from haltcheck.model.system import ENTRY, Faith, System
from haltcheck.model.term import (
    FALSE,
    TRUE,
    And,
    Formula,
    Term,
    conjunction,
    disjunction,
    variables,
)
from haltcheck.proof.bulk import size_of
from haltcheck.proof.encode import Prover
from haltcheck.proof.grid import Trial
from haltcheck.proof.invariant import guesses, houdini
from haltcheck.proof.narrow import sampled
from haltcheck.proof.path import Path, bounds, compose
from haltcheck.proof.region import Piece
from haltcheck.proof.seed import seeds
from haltcheck.proof.simplify import atoms_of, canonical, slim

Picks = tuple[tuple[tuple[tuple[str, Term], ...], ...], ...]

_LONGEST = 4
_MOST_STEMS = 24


def closed(
    system: System,
    prover: Prover,
    inputs: Formula,
    runs: Sequence[Trial],
    more: Sequence[Formula] = (),
) -> Piece | GaveUp:
    """What all states of the runs have in common, as far as each step keeps it (Houdini)."""
    if not runs:
        return GaveUp("no run from there is known")
    used = sorted({step.transition for run in runs for step in run.steps})
    start = conjunction(system.entry_condition, inputs)
    taken = tuple(system.transitions[index] for index in used)
    part = replace(system, transitions=taken, entry_condition=start)
    told = (inputs, *atoms_of(inputs), *more)
    hints = (*map(canonical, told), *told, *seeds(system, everything=True))
    samples = sampled(system, runs)
    held = houdini(part, prover, guesses(part, samples, hints))
    states = tuple((place, conjunction(*parts)) for place, parts in sorted(held.items()))
    return Piece(inputs, states, tuple((index,) for index in used))


def piece_of(system: System, prover: Prover, certificate: Certificate) -> Iterator[Piece]:
    """The inputs that lead into the states of a certificate: at once, then after some rounds."""
    ways: tuple[tuple[int, ...], ...] = ()
    picks: Picks = ()
    match certificate:
        case Recurrent():
            states = {certificate.location: certificate.states}
            ways, picks = (certificate.cycle,), (certificate.picks,)
        case Trapped():
            states = dict(certificate.states)
        case NoExit() | NoBaseCase():
            states = dict.fromkeys(system.inside, TRUE)
        case _:
            return
    stems = [path for path in _stems(system) if path.target in states]
    found = [(path, _before(system, prover, path, states[path.target])) for path in stems]
    kept = [(path, inputs) for path, inputs in found if inputs != FALSE]
    direct = [one for one in kept if not _rounds(system, one[0])]
    for chosen in (direct, kept) if len(direct) < len(kept) else (kept,):
        if chosen:
            whole = disjunction(*dict.fromkeys(inputs for _, inputs in chosen))
            steps = tuple(path.steps for path, _ in chosen)
            yield Piece(whole, tuple(sorted(states.items())), (*ways, *steps), picks)


def _rounds(system: System, path: Path) -> bool:
    """The path goes around in the subject before it comes to its end."""
    return any(system.transitions[step].source in system.inside for step in path.steps)


def _stems(system: System) -> list[Path]:
    """Exact paths from ENTRY, the shortest first."""
    pending: list[tuple[int, ...]] = [
        (i,) for i, one in enumerate(system.transitions) if one.source == ENTRY
    ]
    found: list[Path] = []
    while pending and len(found) < _MOST_STEMS:
        steps = pending.pop(0)
        last = system.transitions[steps[-1]]
        path = compose(system, steps)
        if last.faith is not Faith.EXACT or not isinstance(path, Path) or path.guard == FALSE:
            continue
        if size_of(path.guard, {}) > _LARGEST:
            # Nobody could read such a condition.
            continue
        found.append(path)
        if len(steps) < _LONGEST:
            pending += [
                (*steps, i) for i, one in enumerate(system.transitions) if one.source == last.target
            ]
    return found


_LARGEST = 1_500


def _before(system: System, prover: Prover, path: Path, states: Formula) -> Formula:
    """What the parameters must satisfy for the path to be taken into the states."""
    given = conjunction(bounds(system), system.entry_condition)
    wanted = canonical(conjunction(path.guard, path.after(states)))
    parts = wanted.parts if isinstance(wanted, And) else (wanted,)
    parameters = {one.name for one in system.variables if one.parameter}
    free = conjunction(*(part for part in parts if variables(part) <= parameters))
    if free != wanted and not prover.entails(conjunction(given, free), wanted):
        return FALSE
    if prover.refutes(conjunction(given, free)):
        return FALSE
    return slim(prover, free, given)
