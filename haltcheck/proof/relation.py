"""Guesses relations that hold at a location: dearer seeds for a second search for invariants.

Polynomial equalities fitted to runs, differences and sums bounded by constants (octagons: Mine,
HOSC 2006), and bounds that hold only where a guard does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from haltcheck.model.certificate import Invariants
from haltcheck.model.system import System
from haltcheck.model.term import (
    TRUE,
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
    subtract,
    variables,
)
from haltcheck.proof.closure import decider, evaluator
from haltcheck.proof.degree import divides
from haltcheck.proof.encode import Prover
from haltcheck.proof.invariant import Guesses, guesses, houdini
from haltcheck.proof.polynomial import normal
from haltcheck.proof.sample import Samples
from haltcheck.proof.simplify import atoms_of, canonical, numbers, parts_of
from haltcheck.proof.vanish import curves, equalities

_NAMES = 6
_NAMES_CUBIC = 4
_TALLEST = 10**6
_PER_RUN = 10
_OCTAGONS = 40
_IMPLIED = 60
_TESTS = 14
_CONSTANTS = 6

State = Mapping[str, int]


def relations(system: System, prover: Prover, samples: Samples, known: Invariants) -> Invariants:
    """Inductive invariants from all the seeds, the plain ones and what is known included."""
    found: Guesses = {}
    held = dict(known)
    for location, plain in guesses(system, samples).items():
        states = _spread(system, samples, location)
        seeds = dict.fromkeys(parts_of(held.get(location, TRUE)))
        seeds.update(dict.fromkeys(_seeds(system, states, plain)))
        seeds.update(dict.fromkeys(curves(samples.states[location], _names(system)[:_NAMES])))
        found[location] = list(seeds)
    kept = houdini(system, prover, found)
    return tuple((place, conjunction(*parts)) for place, parts in kept.items() if parts)


def _spread(system: System, samples: Samples, location: int) -> list[State]:
    """A few states of every run rather than all of the first ones."""
    found: list[State] = []
    for run in samples.runs:
        targets = (system.transitions[step.transition].target for step in run.steps)
        here = [step.after for step, at in zip(run.steps, targets, strict=True) if at == location]
        found += here[:_PER_RUN]
    return found


def _seeds(system: System, states: Sequence[State], plain: list[Formula]) -> Iterator[Formula]:
    if not states:
        return
    names = _names(system)
    yield from _vanishing(states, names, _tangled(system, names))
    yield from plain
    yield from _octagons(system, states, names)
    yield from _congruences(system, states, names)
    yield from _implied(system, states, names)


def _names(system: System) -> list[str]:
    """What guards and updates speak of, what moves inside first."""
    moved: set[str] = set()
    used: set[str] = set()
    for transition in system.transitions:
        used |= variables(transition.guard)
        for name, term in transition.update:
            used |= {name} | variables(term)
            if transition.source in system.inside:
                moved.add(name)
    known = [variable.name for variable in system.variables if variable.name in used]
    return sorted(known, key=lambda name: (name not in moved, name))


def _tangled(system: System, names: list[str]) -> list[str]:
    """The names that products speak of; all of them where those are none or few."""
    found: set[str] = set()
    for transition in system.transitions:
        sides = [side for atom in atoms_of(transition.guard) for side in (atom.left, atom.right)]
        for term in (*sides, *(term for _, term in transition.update)):
            found |= {key for one in normal(term).terms if len(one) > 1 for key in one}
    return [name for name in names if name in found or len(names) <= _NAMES_CUBIC]


def _vanishing(states: Sequence[State], names: list[str], tangled: list[str]) -> Iterator[Formula]:
    small = [state for state in states if all(abs(state[name]) < _TALLEST for name in names)]
    yield from equalities(small, names[:_NAMES], 2)
    yield from equalities(small, tangled[:_NAMES_CUBIC], 3)


def _octagons(system: System, states: Sequence[State], names: list[str]) -> Iterator[Formula]:
    """The tightest bounds of sums and differences by constants of the system."""
    constants = _constants(system)
    count = 0
    for position, one in enumerate(names[:_NAMES]):
        for other in names[position + 1 : _NAMES]:
            for term in (_difference(one, other), add(Variable(one), Variable(other))):
                seen = [evaluator(term)(state) for state in states]
                over = [number for number in constants if number >= max(seen)]
                under = [number for number in constants if number <= min(seen)]
                if over:
                    yield canonical(compare("<=", term, Integer(min(over))))
                if under:
                    yield canonical(compare("<=", Integer(max(under)), term))
                count += bool(over) + bool(under)
                if count >= _OCTAGONS:
                    return


def _congruences(system: System, states: Sequence[State], names: list[str]) -> Iterator[Formula]:
    """Differences that stay divisible by a constant of the system."""
    divisors = [number for number in _constants(system) if number > 1]
    for position, one in enumerate(names[:_NAMES]):
        for other in names[position + 1 : _NAMES]:
            term = _difference(one, other)
            seen = [evaluator(term)(state) for state in states]
            for divisor in divisors:
                rests = {value % divisor for value in seen}
                if len(rests) == 1 and len(set(seen)) > 1:
                    yield compare("==", modulo(term, Integer(divisor)), Integer(rests.pop()))


def _difference(one: str, other: str) -> Term:
    return subtract(Variable(one), Variable(other))


def _constants(system: System) -> list[int]:
    found = {-1, 0, 1}
    for transition in system.transitions:
        found |= numbers(transition.guard)
        found |= {number for _, term in transition.update for number in numbers(term)}
    return sorted(found, key=lambda one: (abs(one), one))[:_CONSTANTS]


def _implied(system: System, states: Sequence[State], names: list[str]) -> Iterator[Formula]:
    """What holds of the sampled states where a guard does, and not everywhere."""
    tests = _tests(system, names)
    wanted = [*_bounds(names), *tests]
    everywhere = {one for one in wanted if _all(one, states)}
    count = 0
    for test in tests:
        mine = [state for state in states if decider(test)(state)]
        if not mine or len(mine) == len(states):
            continue
        for one in wanted:
            if one not in everywhere and one != test and _all(one, mine):
                implied = canonical(disjunction(invert(test), one))
                if implied != TRUE:
                    yield implied
                    count += 1
        if count >= _IMPLIED:
            return


def _tests(system: System, names: list[str]) -> list[Formula]:
    found: dict[Formula, None] = {}
    for transition in system.transitions:
        for atom in atoms_of(transition.guard):
            if variables(atom) <= set(names) and isinstance(canonical(atom), Compare):
                for side in (canonical(atom), canonical(invert(atom))):
                    if not divides(side):  # else it cannot be evaluated everywhere
                        found.setdefault(side)
    return list(found)[:_TESTS]


def _bounds(names: list[str]) -> Iterator[Formula]:
    for name in names[:_NAMES]:
        for number in (1, 0):
            yield canonical(compare("<=", Integer(number), Variable(name)))
        for number in (-1, 0):
            yield canonical(compare("<=", Variable(name), Integer(number)))
    for one in names[:_NAMES]:
        for other in names[:_NAMES]:
            if one != other:
                yield canonical(compare("<", Variable(one), Variable(other)))
                yield canonical(compare("<=", Variable(one), Variable(other)))


def _all(formula: Formula, states: Sequence[State]) -> bool:
    try:
        return all(map(decider(formula), states))
    except ZeroDivisionError:
        return False
