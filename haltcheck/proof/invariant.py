"""Finds inductive invariants by dropping guesses until what is left is inductive.

Houdini (Flanagan and Leino, FME 2001) over seeds that every run so far satisfies: bounds by
constants of the system, guards, orders, linear equalities and remainders.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import gcd

from haltcheck.model.certificate import Invariants
from haltcheck.model.system import ENTRY, EXIT, System
from haltcheck.model.term import (
    FALSE,
    TRUE,
    ZERO,
    And,
    Compare,
    Formula,
    Integer,
    Term,
    Variable,
    add,
    compare,
    conjunction,
    disjunction,
    invert,
    modulo,
    multiply,
    variables,
)
from haltcheck.proof.closure import decider
from haltcheck.proof.encode import Found, Prover, Verdict
from haltcheck.proof.kernel_halting import known
from haltcheck.proof.path import Path, single
from haltcheck.proof.polynomial import follows
from haltcheck.proof.sample import Samples
from haltcheck.proof.simplify import atoms_of, canonical, numbers

_MOST_NAMES = 8
_MOST_ATOMS = 60
_NEAR = 4
_MOST_CASES = 6

Guesses = dict[int, list[Formula]]


def invariants(
    system: System, prover: Prover, samples: Samples, hints: tuple[Formula, ...] = ()
) -> Invariants:
    """Inductive invariants for every location that the system passes; ``hints`` are guesses too."""
    kept = houdini(system, prover, guesses(system, samples, hints))
    return tuple((location, conjunction(*parts)) for location, parts in kept.items() if parts)


def guesses(system: System, samples: Samples, hints: tuple[Formula, ...] = ()) -> Guesses:
    """What all samples at a location satisfy: hints first, then what the system suggests."""
    return {
        location: list(
            dict.fromkeys((*_fitting(samples, location, hints), *_seeds(system, samples, location)))
        )[: _MOST_ATOMS + len(hints)]
        for location in sorted(_locations(system))
    }


def _fitting(samples: Samples, location: int, hints: tuple[Formula, ...]) -> Iterator[Formula]:
    """The hints that hold in every sampled state of the location; all where none is known."""
    states = samples.states.get(location, [])
    for hint in hints:
        if all(holds_in(hint, state) for state in states):
            yield hint


def _locations(system: System) -> set[int]:
    return {transition.target for transition in system.transitions} - {ENTRY, EXIT}


def houdini(system: System, prover: Prover, guesses: Guesses) -> Guesses:
    """The largest inductive part of the guesses, as far as the solver can tell."""
    paths = [
        single(system, index)
        for index, transition in enumerate(system.transitions)
        if guesses.get(transition.target)
    ]
    pending = list(paths)
    while pending:
        path = pending.pop(0)
        if _weaken(system, prover, guesses, path):
            pending.extend(
                other for other in paths if other.source == path.target and other not in pending
            )
    return guesses


def _weaken(system: System, prover: Prover, guesses: Guesses, path: Path) -> bool:
    """Drops what the transition does not establish at its target; whether anything went."""
    dropped = False
    wanted = {part: path.after(part) for part in guesses[path.target]}
    while wanted:
        held = ((path.source, conjunction(*guesses.get(path.source, ()))),)
        premise = conjunction(known(system, held, path.source), path.guard)
        kept = _surviving(prover, premise, wanted)
        if len(kept) == len(wanted):
            return dropped
        dropped = True
        wanted = {part: after for part, after in wanted.items() if part in kept}
        guesses[path.target] = list(wanted)
    return dropped


def _surviving(prover: Prover, premise: Formula, wanted: Mapping[Formula, Formula]) -> set[Formula]:
    """What a counterexample leaves, or what can be shown one by one."""
    given = set(premise.parts if isinstance(premise, And) else (premise,))
    left = [
        invert(after)
        for after in wanted.values()
        if after not in given and not follows(premise, after)
    ]
    reply = prover.ask(conjunction(premise, disjunction(*left))) if left else Verdict.REFUTED
    if reply is Verdict.REFUTED:
        return set(wanted)
    if isinstance(reply, Found):
        state = reply.values
        kept = {part for part, after in wanted.items() if holds_in(after, state)}
        if len(kept) < len(wanted):
            return kept
    return {part for part, after in wanted.items() if prover.entails(premise, after)}


def holds_in(formula: Formula, state: Mapping[str, int]) -> bool:
    """Whether it is true in a state, 0 for what the state does not tell."""
    try:
        return decider(formula)(dict.fromkeys(variables(formula), 0) | dict(state))
    except ZeroDivisionError:
        return False


def _seeds(system: System, samples: Samples, location: int) -> Iterator[Formula]:
    states = samples.states.get(location, [])
    if not states:
        # No run came here; perhaps none can.
        yield FALSE
        return
    names = _relevant(system, location)
    cases = _cases(system, states, names)
    for atom in (*cases, *_guards(system, names), *_relations(system, states, names)):
        if _holds_always(atom, states):
            plain = canonical(atom)
            if plain != TRUE:
                yield plain


def _holds_always(formula: Formula, states: list[dict[str, int]]) -> bool:
    test = decider(formula)
    try:
        return all(map(test, states))
    except (KeyError, ZeroDivisionError):
        return False


def _relevant(system: System, location: int) -> list[str]:
    """Names that matter at the location: written before, or the caller's."""
    del location
    used: set[str] = set()
    for transition in system.transitions:
        used |= variables(transition.guard)
        for name, term in transition.update:
            used |= {name} | variables(term)
    return [variable.name for variable in system.variables if variable.name in used][:_MOST_NAMES]


def _guards(system: System, names: list[str]) -> Iterator[Formula]:
    for transition in system.transitions:
        for atom in atoms_of(transition.guard):
            if variables(atom) <= set(names):
                yield atom
                yield invert(atom)
                if atom.operator == "<":
                    yield Compare("<=", atom.left, atom.right)
                elif atom.operator == "!=":
                    yield compare("<=", atom.left, atom.right)
                    yield compare("<=", atom.right, atom.left)


def _cases(system: System, states: list[dict[str, int]], names: list[str]) -> Iterator[Formula]:
    """Where a comparison of what nothing writes holds, a variable may have one value only."""
    written = {
        name
        for transition in system.transitions
        if transition.source in system.inside
        for name, _ in transition.update
    }
    still = set(names) - written
    atoms = dict.fromkeys(
        atom
        for transition in system.transitions
        for atom in atoms_of(transition.guard)
        if variables(atom) <= still
    )
    sides = dict.fromkeys(
        side for atom in atoms for side in (canonical(atom), canonical(invert(atom)))
    )
    for side in list(sides)[:_MOST_CASES]:
        mine = [state for state in states if holds_in(side, state)]
        yield from _constant_in(mine, states, side, names)


def _constant_in(
    mine: list[dict[str, int]], states: list[dict[str, int]], side: Formula, names: list[str]
) -> Iterator[Formula]:
    for name in names if 0 < len(mine) < len(states) else ():
        values = {state[name] for state in mine}
        if len(values) == 1 and len({state[name] for state in states}) > 1:
            equal = compare("==", Variable(name), Integer(values.pop()))
            yield disjunction(invert(side), equal)


def _relations(system: System, states: list[dict[str, int]], names: list[str]) -> Iterator[Formula]:
    yield from linear_equalities(states, names)
    near = sorted(_constants(system), key=lambda one: (abs(one), one))
    for name in names:
        term = Variable(name)
        seen = [state[name] for state in states]
        for number in (one for one in near if one <= min(seen)):
            yield compare("<=", Integer(number), term)
        for number in (one for one in near if one >= max(seen)):
            yield compare("<=", term, Integer(number))
        if 0 not in seen and min(seen) < 0 < max(seen):
            yield compare("!=", term, ZERO)
        for divisor in (2, 3):
            if len({value % divisor for value in seen}) == 1 and len(set(seen)) > 1:
                yield compare("==", modulo(term, Integer(divisor)), Integer(seen[0] % divisor))
    for position, one in enumerate(names):
        for other in names[position + 1 :]:
            yield compare("<=", Variable(one), Variable(other))
            yield compare("<=", Variable(other), Variable(one))


def _constants(system: System) -> set[int]:
    found = {-1, 0, 1}
    for transition in system.transitions:
        small = {one for one in numbers(transition.guard) if abs(one) < 10**6}
        moved = {one for _, term in transition.update for one in numbers(term)}
        found |= small | moved
        near = [one for one in sorted(moved, key=abs)[:_NEAR] if abs(one) < 10**6]
        found |= {one + by for one in small for by in near}
    return set(sorted(found, key=lambda one: (abs(one), one))[:24])


def linear_equalities(states: list[dict[str, int]], names: list[str]) -> Iterator[Formula]:
    """The linear equalities that all of the states satisfy: a basis of the null space."""
    rows = [[Fraction(state[name]) for name in names] + [Fraction(1)] for state in states]
    pivots: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        for column, other in pivots:
            if row[column]:
                factor = row[column]
                row = [a - factor * b for a, b in zip(row, other, strict=True)]
        lead = next((index for index, value in enumerate(row) if value), None)
        if lead is None:
            continue
        row = [value / row[lead] for value in row]
        pivots = [
            (column, [a - other[lead] * b for a, b in zip(other, row, strict=True)])
            for column, other in pivots
        ]
        pivots.append((lead, row))
    taken = {column for column, _ in pivots}
    for free in range(len(names) + 1):
        if free not in taken:
            yield _equality(free, pivots, names)


def _equality(free: int, pivots: list[tuple[int, list[Fraction]]], names: list[str]) -> Formula:
    vector = {free: Fraction(1)} | {column: -row[free] for column, row in pivots if row[free]}
    common = 1
    for value in vector.values():
        common *= value.denominator // gcd(common, value.denominator)
    parts: list[Term] = []
    for index, value in sorted(vector.items()):
        number = Integer(int(value * common))
        parts.append(number if index == len(names) else multiply(number, Variable(names[index])))
    return compare("==", add(*parts), Integer(0))
