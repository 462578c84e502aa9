"""What conditions on inputs are made of: guards seen from the entry, signs, orders, remainders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from haltcheck.model.system import ENTRY, System
from haltcheck.model.term import (
    ZERO,
    Compare,
    Formula,
    Integer,
    Modulo,
    Term,
    Truth,
    Variable,
    add,
    compare,
    invert,
    modulo,
    multiply,
    show,
    subtract,
    variables,
    weight,
)
from haltcheck.proof.path import Path, compose
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.simplify import atoms_of, canonical, numbers

_MOST_NAMES = 5
_MOST_CONSTANTS = 8
_MOST_PATHS = 24
_MOST = 500
_LONGEST_TEXT = 60
_FARTHEST = 1000


def seeds(system: System, *, everything: bool = False) -> tuple[Formula, ...]:
    """Comparisons over the parameters, or over all variables, the plainest first."""
    free = [one.name for one in system.variables if one.parameter or everything]
    names = free[:_MOST_NAMES]
    found: dict[Formula, None] = {}
    for seed in (*_signs(system, names), *_orders(names), *_pulled(system), *_mixed(system, names)):
        for side in (_plain(seed), _plain(invert(seed))):
            speaks = variables(side) <= set(names) and not isinstance(side, Truth)
            if speaks and weight(side) <= _LONGEST_TEXT and _is_short(show(side)):
                found.setdefault(side)
    return tuple(found)[:_MOST]


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_TEXT and " if " not in text


def _plain(seed: Formula) -> Formula:
    """In canonical form; a remainder stays one, which that form would spell as a quotient."""
    if isinstance(seed, Compare) and isinstance(seed.left, Modulo):
        return seed
    return canonical(seed)


def _signs(system: System, names: Iterable[str]) -> Iterator[Formula]:
    """Each parameter against 0 and against the constants of the system."""
    near = _constants(system)
    for name in names:
        for value in (0, *near):
            for sign in ("<", "<=", "=="):
                yield compare(sign, Variable(name), Integer(value))


def _constants(system: System) -> list[int]:
    found: set[int] = set()
    for transition in system.transitions:
        found |= numbers(transition.guard)
        for _, term in transition.update:
            found |= numbers(term)
    near = {sign * one + by for one in found for by in (-1, 0, 1) for sign in (1, -1)} | {-1, 1}
    small = [one for one in near if one and abs(one) <= _FARTHEST]
    return sorted(small, key=lambda one: (abs(one), one))[:_MOST_CONSTANTS]


def _orders(names: list[str]) -> Iterator[Formula]:
    for one, other in combinations(names, 2):
        for sign in ("<", "<=", "=="):
            yield compare(sign, Variable(one), Variable(other))


def _pulled(system: System) -> Iterator[Formula]:
    """What guards compare in the first round, and in the rounds behind it."""
    starts = [path for path in _paths(system, 3) if path.source == ENTRY and not path.choices]
    rounds = [path for path in starts if path.target in system.inside]
    for path in starts:
        for atom in atoms_of(path.guard):
            yield atom
    for path in rounds[:_MOST_PATHS]:
        for index in (i for i, t in enumerate(system.transitions) if t.source == path.target):
            onward = compose(system, (*path.steps, index))
            if isinstance(onward, Path) and not onward.choices:
                for atom in atoms_of(onward.guard):
                    yield atom
                    yield compare("==", atom.left, atom.right)
                    gap = spell(difference(atom.right, atom.left))
                    moved = spell(difference(onward.value(gap), gap))
                    yield compare("<=", ZERO, moved)


def _paths(system: System, longest: int) -> list[Path]:
    """Paths from ENTRY, the shortest first."""
    pending: list[tuple[int, ...]] = [
        (i,) for i, one in enumerate(system.transitions) if one.source == ENTRY
    ]
    found: list[Path] = []
    while pending and len(found) < _MOST_PATHS:
        steps = pending.pop(0)
        path = compose(system, steps)
        if not isinstance(path, Path):
            continue
        found.append(path)
        if len(steps) < longest:
            pending += [
                (*steps, i) for i, one in enumerate(system.transitions) if one.source == path.target
            ]
    return found


def _mixed(system: System, names: list[str]) -> Iterator[Formula]:
    """Remainders, sums and differences against constants."""
    near = _constants(system)
    terms: list[Term] = [Variable(name) for name in names]
    for one, other in combinations(names, 2):
        terms += [subtract(Variable(one), Variable(other)), add(Variable(one), Variable(other))]
    divisors = dict.fromkeys((2, 3, *(abs(one) for one in near if abs(one) > 1)))
    for term in terms:
        for divisor in list(divisors)[:4]:
            for rest in range(min(divisor, 4)):
                yield compare("==", modulo(term, Integer(divisor)), Integer(rest))
    for term in terms[len(names) :]:
        for value in (0, *near):
            for sign in ("<", "<=", "=="):
                yield compare(sign, term, Integer(value))
    for one, other in combinations(names, 2):
        yield compare("<", ZERO, multiply(Variable(one), Variable(other)))
        yield compare("==", ZERO, multiply(Variable(one), Variable(other)))
        for factor in (2, 3):
            for left, right in ((one, other), (other, one)):
                scaled = multiply(Integer(factor), Variable(left))
                for sign in ("<", "<=", "=="):
                    yield compare(sign, scaled, Variable(right))
