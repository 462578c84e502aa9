"""Guesses predicates that split states into phases: once false they should stay false."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from haltcheck.model.term import (
    ZERO,
    Formula,
    Integer,
    Term,
    Truth,
    Variable,
    compare,
    invert,
    variables,
)
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.rule import Rule
from haltcheck.proof.simplify import atoms_of, canonical, numbers

_MOST = 40
_NEAR = 6


def predicates(rules: Sequence[Rule]) -> Iterator[Formula]:
    """Predicates worth trying, each once: signs of changes, guards, variables and constants."""
    seen: set[Formula] = set()
    free = {name for rule in rules for name in rule.path.choices}
    for guess in _all(rules):
        plain = canonical(guess)
        if not isinstance(plain, Truth) and plain not in seen:
            if variables(plain) & free:
                continue
            seen.add(plain)
            yield plain
            if len(seen) >= _MOST:
                return


def _all(rules: Sequence[Rule]) -> Iterator[Formula]:
    terms = dict.fromkeys(_terms(rules))
    for term in terms:
        for rule in rules:
            change = spell(difference(rule.path.value(term), term))
            if not isinstance(change, Integer):
                yield compare("<=", ZERO, change)
                yield compare("<=", change, ZERO)
    for rule in rules:
        for atom in atoms_of(rule.path.guard):
            yield atom
            yield invert(atom)
    for name in sorted({name for rule in rules for name in variables(rule.path.guard)}):
        for number in _constants(rules, name):
            yield compare("<", Integer(number), Variable(name))
            yield compare("<", Variable(name), Integer(number))


def _terms(rules: Sequence[Rule]) -> Iterator[Term]:
    """What guards compare, and what moves."""
    for rule in rules:
        for atom in atoms_of(rule.path.guard):
            yield spell(difference(atom.right, atom.left))
    for rule in rules:
        for name, term in rule.path.update.items():
            if term != Variable(name):
                yield Variable(name)


def _constants(rules: Sequence[Rule], name: str) -> list[int]:
    """Numbers that guards compare the name with, as they are and after one of its updates."""
    atoms = [atom for rule in rules for atom in atoms_of(rule.path.guard)]
    guards = {one for atom in atoms if name in variables(atom) for one in numbers(atom)}
    moves = {one for rule in rules for one in numbers(rule.path.value(Variable(name)))}
    near = sorted(moves, key=abs)[:_NEAR]
    found = guards | {0} | {one + by for one in guards for by in near}
    return sorted(found, key=lambda number: (abs(number), number))[: 2 * _NEAR]
