"""Guesses terms that might fall: from guards, variables, their sums and differences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import gcd

from haltcheck.model.term import (
    ZERO,
    Compare,
    Integer,
    Modulo,
    Term,
    Variable,
    add,
    choose,
    compare,
    floor_divide,
    modulo,
    multiply,
    negate,
    variables,
    weight,
)
from haltcheck.proof.polynomial import difference, normal, scale, spell, tidy
from haltcheck.proof.rule import Rule
from haltcheck.proof.simplify import atoms_of

_MOST = 90
_MOST_RULES = 4
_MOST_PHASES = 4
_MOST_MONOMIALS = 12
_MOST_EXCHANGED = 4
_MOST_STEEP = 2
_HEAVIEST = 300
"""A change of heavier terms would be heavier than can be handled."""


def candidates(rules: Iterable[Rule]) -> list[Term]:
    """Terms worth trying, the likely ones first, each once."""
    rules = list(rules)
    found: dict[Term, None] = {}
    for term in _all(rules):
        plain = tidy(term)
        if not isinstance(plain, Integer):
            found.setdefault(plain)
        if len(found) >= _MOST:
            break
    return list(found)


def _all(rules: list[Rule]) -> Iterator[Term]:
    guards = list(dict.fromkeys(_gaps(rules)))
    yield from guards
    names = sorted({name for rule in rules for name in _moved(rule)})
    singles = [Variable(name) for name in names]
    for single in singles:
        yield single
        yield spell(difference(Integer(0), single))
    yield from _exchanged(rules)
    yield from _distances(rules)
    yield from _hands(rules)
    yield from _remainders(rules)
    yield from _momenta(rules, guards)
    yield from _ratios(rules)
    for single in singles[:4]:
        yield _size(single, 0)
        yield _size(single, 1)
        yield _size(single, -1)
    for position, first in enumerate(guards[:6]):
        for second in guards[position + 1 : 6]:
            yield add(first, second)
    for position, one in enumerate(singles):
        for other in singles[position + 1 :]:
            yield from (add(one, other), spell(difference(one, other)))
            yield spell(difference(other, one))
            yield _larger(one, other)
    for guard in guards[:4]:
        for single in singles[:4]:
            yield add(guard, single)
            yield spell(difference(guard, single))


def _gaps(rules: list[Rule]) -> Iterator[Term]:
    """For each comparison how far it is from changing its truth."""
    for rule in rules:
        for atom in atoms_of(rule.path.guard):
            if _speaks_of_choices(atom, rule):
                continue
            gap = difference(atom.right, atom.left)
            if gap.terms and gap.degree <= 4:
                yield spell(gap)
                if atom.operator in ("==", "!="):
                    yield spell(scale(gap, -1))


def _momenta(rules: list[Rule], guards: list[Term]) -> Iterator[Term]:
    """How fast a gap changes in a round, how fast that changes, and so on.

    Where each falls once the next is negative they are a nested ranking function (Leike and
    Heizmann, TACAS 2014; Ben-Amram and Genaim, CAV 2017), found without any solving.
    """
    for rule in rules[:_MOST_RULES]:
        for gap in guards[:_MOST_RULES]:
            term = gap
            for _ in range(_MOST_PHASES):
                change = difference(rule.path.value(term), term)
                names = {name for atom in change.atoms.values() for name in variables(atom)}
                if names & set(rule.path.choices):
                    break
                if change.degree > 4 or len(change.terms) > _MOST_MONOMIALS:
                    break
                term = spell(change)
                if change.constant is not None or weight(term) > _HEAVIEST:
                    break
                yield term


def _distances(rules: list[Rule]) -> Iterator[Term]:
    """How far the sides of an equation are apart, whichever is the larger.

    Two comparisons of the same sides, either way around, say as much as an equation.
    """
    seen = {
        (atom.left, atom.right)
        for rule in rules
        for atom in atoms_of(rule.path.guard)
        if atom.operator in ("<", "<=")
    }
    for rule in rules:
        for atom in atoms_of(rule.path.guard):
            both = atom.operator in ("==", "!=") or (atom.right, atom.left) in seen
            if both and not _speaks_of_choices(atom, rule):
                gap = difference(atom.right, atom.left)
                if gap.terms and gap.degree == 1:
                    forth, back = spell(gap), spell(scale(gap, -1))
                    yield choose(compare("<", forth, Integer(0)), back, forth)


def _hands(rules: list[Rule]) -> Iterator[Term]:
    """How many steps of one width are left to a place on a clock: k * m = (place - t) mod c."""
    for term, clock, place in dict.fromkeys(_places(rules)):
        for rule in rules:
            after = rule.path.value(term)
            if isinstance(after, Modulo) and after.right == Integer(clock):
                after = after.left
            step = difference(after, term).constant
            if step is not None and gcd(step, clock) == 1:
                way = difference(Integer(place), term)
                yield modulo(spell(scale(way, pow(step, -1, clock))), Integer(clock))


def _remainders(rules: list[Rule]) -> Iterator[Term]:
    """How far a remainder by a variable is from the divisor, whatever its sign."""
    for rule in rules:
        for atom in atoms_of(rule.path.guard):
            for side in (atom.left, atom.right):
                if isinstance(side, Modulo) and not isinstance(side.right, Integer):
                    yield spell(difference(side, side.right))
                    yield spell(difference(side.right, side))


def _ratios(rules: list[Rule]) -> Iterator[Term]:
    """How often what is multiplied in each round by more goes into another variable.

    Of two geometric sequences the steeper one overtakes the other, which no sum of them tells: the
    quotient falls until one is the larger.
    """
    steep = {
        name
        for rule in rules
        for name, term in rule.path.update.items()
        if normal(term).terms.get((name,), 0) > 1
    }
    names = sorted({name for rule in rules for name in _moved(rule)})
    for below in sorted(steep)[:_MOST_STEEP] if len(names) > 1 else ():
        for above in names[: _MOST_STEEP + 1]:
            if above != below:
                yield floor_divide(Variable(above), Variable(below))


def _places(rules: list[Rule]) -> Iterator[tuple[Term, int, int]]:
    """What goes around, how many places there are, and the one where a guard turns."""
    for rule in rules:
        for atom in atoms_of(rule.path.guard):
            if atom.operator not in ("==", "!=") or _speaks_of_choices(atom, rule):
                continue
            for one, other in ((atom.left, atom.right), (atom.right, atom.left)):
                if not isinstance(other, Integer):
                    continue
                for turned in (one, *(each.path.value(one) for each in rules)):
                    match turned:
                        case Modulo(left=left, right=Integer(value=clock)) if clock > 1:
                            yield (left if turned is one else one), clock, other.value
                        case _:
                            pass


def _speaks_of_choices(atom: Compare, rule: Rule) -> bool:
    return bool(variables(atom) & set(rule.path.choices))


def _moved(rule: Rule) -> Iterator[str]:
    """Variables that the rule changes."""
    for name, term in rule.path.update.items():
        if term != Variable(name):
            yield name


def _exchanged(rules: list[Rule]) -> Iterator[Term]:
    """The sum of what is positive of variables that take each other's places."""
    places = {
        pair
        for rule in rules
        for name, term in rule.path.update.items()
        for other in variables(term) - {name} - set(rule.path.choices)
        for pair in ((name, other), (other, name))
        if difference(term, Variable(other)).constant is not None
    }
    names = sorted({name for pair in places for name in pair})
    if 1 < len(names) <= _MOST_EXCHANGED:
        yield add(*(_larger(Variable(name), ZERO) for name in names))


def _larger(one: Term, other: Term) -> Term:
    return choose(compare("<", one, other), other, one)


def _size(term: Term, bias: int) -> Term:
    """Twice its absolute value, with a bias against one sign: for what flips and shrinks."""
    negative = compare("<", term, ZERO)
    double = multiply(Integer(2), term)
    return choose(negative, add(negate(double), Integer(bias)), double)
