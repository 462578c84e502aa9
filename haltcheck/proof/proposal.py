"""Guesses contracts of recursive functions and drops what is not inductive."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.model.certificate import Invariants
from haltcheck.model.system import Result, System
from haltcheck.model.term import (
    Formula,
    Integer,
    Variable,
    add,
    compare,
    conjunction,
    disjunction,
    invert,
)
from haltcheck.proof.contract import RETURN, premise, promise
from haltcheck.proof.encode import Found, Prover, Verdict
from haltcheck.proof.invariant import holds_in
from haltcheck.proof.outcome import agrees, outcomes, parameters
from haltcheck.proof.polynomial import difference
from haltcheck.proof.shape import shapes

_MOST = 60

Guesses = dict[int, list[Formula]]


def contracts_of(system: System, prover: Prover) -> Invariants:
    """The largest inductive part of what might be so (Houdini)."""
    guesses = _guesses(system)
    changed = True
    while changed:
        changed = False
        for result in system.results:
            wanted = guesses.get(result.source, [])
            kept = _surviving(system, prover, guesses, result)
            if len(kept) < len(wanted):
                guesses[result.source] = kept
                changed = True
    return _spelled({place: _needed(prover, parts) for place, parts in guesses.items()})


def _needed(prover: Prover, parts: list[Formula]) -> list[Formula]:
    """Those that the stronger ones before them do not imply."""
    kept: list[Formula] = []
    for part in parts:
        if not prover.entails(conjunction(*kept), part):
            kept.append(part)
    return kept


def _spelled(guesses: Guesses) -> Invariants:
    return tuple((place, conjunction(*parts)) for place, parts in guesses.items() if parts)


def _surviving(system: System, prover: Prover, guesses: Guesses, result: Result) -> list[Formula]:
    """The guesses that this way to the end keeps, given all the guesses."""
    wanted = guesses.get(result.source, [])
    given = premise(system, _spelled(guesses), result)
    while wanted:
        broken = conjunction(
            given, disjunction(*(invert(promise(part, result)) for part in wanted))
        )
        reply = prover.ask(broken)
        if reply is Verdict.REFUTED:
            return wanted
        if not isinstance(reply, Found):
            break
        kept = [part for part in wanted if holds_in(promise(part, result), reply.values)]
        if len(kept) == len(wanted):
            break
        wanted = kept
    return [part for part in wanted if prover.entails(given, promise(part, result))]


def _guesses(system: System) -> Guesses:
    found: Guesses = {}
    for location in dict.fromkeys(result.source for result in system.results):
        names = parameters(system, location)
        known = outcomes(system, location, names) if names else ()
        atoms = [one for one in _atoms(system, names) if agrees(one, known, RETURN.name)]
        shaped = shapes(system, location, names, known)
        found[location] = list(dict.fromkeys((*shaped, *atoms)))[:_MOST]
    return found


def _atoms(system: System, names: list[str]) -> Iterator[Formula]:
    """Bounds of the result by constants, by parameters, and by the larger or smaller of both."""
    values, offsets = {0, 1}, {0}
    for result in system.results:
        if isinstance(result.value, Integer):
            values.add(result.value.value)
        for name in names:
            gap = difference(result.value, Variable(name)).constant
            if gap is not None:
                offsets.add(gap)
    for value in sorted(values, key=abs)[:4]:
        yield compare("<=", Integer(value), RETURN)
        yield compare("<=", RETURN, Integer(value))
    for name in names:
        for offset in sorted(offsets, key=abs)[:4]:
            bound = add(Variable(name), Integer(offset))
            yield compare("<=", bound, RETURN)
            yield compare("<=", RETURN, bound)
            for value in sorted(values, key=abs)[:2]:
                yield disjunction(
                    compare("<=", RETURN, bound), compare("<=", RETURN, Integer(value))
                )
                yield disjunction(
                    compare("<=", bound, RETURN), compare("<=", Integer(value), RETURN)
                )
