"""Checks halting certificates against a transition system; small and dull on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haltcheck.model.certificate import Bounded, Invariants, Measure, Ranking
from haltcheck.model.system import ENTRY, EXIT, System
from haltcheck.model.term import (
    FALSE,
    TRUE,
    ZERO,
    Formula,
    Integer,
    Term,
    compare,
    conjunction,
    disjunction,
    weight,
)
from haltcheck.proof.contract import RETURN, handed, keeps, strengthened
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.path import Broken, Path, bounds, inner, longer, single, speaks
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.ruling import Granted, Rejected, Ruling, leaned_on

_LONGEST = 1_000

_WIDEST = 8
_MOST_STRIDES = 200

_HEAVIEST = 2_000
"""No path of heavier terms is made longer."""


def check_ranking(system: System, prover: Prover, certificate: Ranking) -> Ruling:
    """Invariants hold on every way in and are kept; every transition inside falls."""
    if certificate.contracts:
        found = check_contracts(system, prover, certificate.contracts)
        if isinstance(found, Rejected):
            return found
        system = strengthened(system, certificate.contracts)
    kept = check_invariants(system, prover, certificate.invariants)
    if isinstance(kept, Rejected):
        return kept
    if not speaks(system, (term for measure in certificate.measures for _, term in measure)):
        return Rejected("a measure speaks of what is no variable of the subject")
    if not 1 <= certificate.stride <= _WIDEST:
        return Rejected(f"a stride is from 1 to {_WIDEST} transitions")
    for number, path in enumerate(strides(system, prover, certificate)):
        many = certificate.stride > 1 and number >= _MOST_STRIDES
        if many or len(path.steps) < certificate.stride:
            return Rejected("too much can happen in one stride")
        premise = conjunction(known(system, certificate.invariants, path.source), path.guard)
        if not prover.entails(premise, falls(certificate.measures, path)):
            named = ", ".join(map(str, path.steps))
            return Rejected(f"the measure need not fall on transition {named}")
    return kept


def strides(system: System, prover: Prover, certificate: Ranking) -> Iterator[Path]:
    """All that can happen inside in so many transitions as the measure is given to fall.

    A run that never left would be made of such strides, so that its measure fell for ever.
    """
    if certificate.stride == 1:
        yield from (single(system, index) for index in inner(system))
        return
    yield from trails(system, prover, certificate.stride, certificate.invariants)


def check_contracts(system: System, prover: Prover, contracts: Invariants) -> Ruling:
    """Every way to the end of a function keeps its contract if the calls on it kept theirs."""
    if not system.complete:
        return Rejected("paths were cut off, so that absence proves nothing")
    if len(dict(contracts)) < len(contracts):
        return Rejected("contracts belong to functions, one each")
    if not speaks(system, dict(contracts).values(), RETURN.name, *handed(system)):
        return Rejected("a contract speaks of what is no variable of the subject")
    if not set(dict(contracts)) <= {result.source for result in system.results}:
        return Rejected("a contract is of a function whose results are known")
    for result in system.results:
        if not keeps(system, prover, contracts, result):
            return Rejected(f"the contract of function {result.source} breaks")
    return Granted()


def check_bounded(system: System, prover: Prover, certificate: Bounded) -> Ruling:
    """No feasible sequence of ``rounds`` transitions inside, from any state of the invariants."""
    kept = check_invariants(system, prover, certificate.invariants)
    if isinstance(kept, Rejected):
        return kept
    if not 1 <= certificate.rounds <= _LONGEST:
        return Rejected(f"a bound is from 1 to {_LONGEST} transitions")
    return kept if run_of(system, prover, certificate) == () else Rejected("a longer run is open")


def run_of(system: System, prover: Prover, certificate: Bounded) -> tuple[int, ...]:
    """Transitions inside that may follow each other so many times; empty where none can."""
    length, invariants = certificate.rounds, certificate.invariants
    path = _straight(system, length)
    if path is not None:
        # One question about the whole run that comes first often spares one for each round of it.
        premise = known(system, invariants, path.source)
        once = prover.afresh(prover.effort, 1)
        if isinstance(once.ask(conjunction(premise, path.guard)), Found):
            return path.steps
    return next((path.steps for path in trails(system, prover, length, invariants)), ())


def _straight(system: System, length: int) -> Path | None:
    """So many transitions inside, each the last that may follow; None where there are not."""
    steps = inner(system)
    path: Path | Broken | None = single(system, steps[-1]) if steps else None
    while isinstance(path, Path) and len(path.steps) < length and not _is_heavy(path):
        way = [step for step in steps if system.transitions[step].source == path.target]
        path = longer(system, path, way[-1]) if way else None
    return path if isinstance(path, Path) and len(path.steps) == length else None


def trails(system: System, prover: Prover, length: int, invariants: Invariants) -> Iterator[Path]:
    """The feasible paths of so many transitions inside, from any state of the invariants.

    One whose terms grow too heavy is given as it is, shorter than that.
    """
    steps = inner(system)
    pending: list[tuple[Path | None, int]] = [(None, step) for step in steps]
    while pending:
        before, step = pending.pop()
        path = single(system, step) if before is None else longer(system, before, step)
        if not isinstance(path, Path):
            continue
        premise = known(system, invariants, path.source)
        if prover.refutes(conjunction(premise, path.guard)):
            continue
        if len(path.steps) >= length or _is_heavy(path):
            yield path
            continue
        pending.extend((path, step) for step in steps)


def _is_heavy(path: Path) -> bool:
    """Terms that double with each round would soon be longer than memory."""
    return any(weight(part) > _HEAVIEST for part in (path.guard, *path.update.values()))


def check_invariants(system: System, prover: Prover, invariants: Invariants) -> Ruling:
    """Every transition of the whole system establishes or keeps them."""
    if not system.complete:
        return Rejected("paths were cut off, so that absence proves nothing")
    claimed = dict(invariants)
    if ENTRY in claimed or EXIT in claimed or len(claimed) < len(invariants):
        return Rejected("invariants belong to locations, one each")
    if not speaks(system, claimed.values()):
        return Rejected("an invariant speaks of what is no variable of the subject")
    for index, transition in enumerate(system.transitions):
        promised = claimed.get(transition.target, TRUE)
        if promised == TRUE:
            continue
        path = single(system, index)
        premise = conjunction(known(system, invariants, path.source), path.guard)
        if not prover.entails(premise, path.after(promised)):
            return Rejected(f"the invariant of location {path.target} breaks on transition {index}")
    return Granted(leaned_on(system.transitions))


def known(system: System, invariants: Invariants, location: int) -> Formula:
    """What may be supposed whenever control is at the location."""
    start = system.entry_condition if location == ENTRY else TRUE
    held = dict(invariants).get(location, TRUE)
    return conjunction(bounds(system), start, held)


def falls(measures: tuple[Measure, ...], path: Path) -> Formula:
    """The tuple falls lexicographically, in a component that is not negative before."""
    level: Formula = TRUE
    ways: list[Formula] = []
    for measure in measures:
        by_location: Mapping[int, Term] = dict(measure)
        before = by_location.get(path.source, ZERO)
        change = spell(difference(path.value(by_location.get(path.target, ZERO)), before))
        strict = compare("<=", change, Integer(-1))
        ways.append(conjunction(level, strict, compare("<=", ZERO, before)))
        level = conjunction(level, compare("<=", change, ZERO))
        if level == FALSE:
            break
    return disjunction(*ways)
