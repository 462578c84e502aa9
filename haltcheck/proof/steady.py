"""Strengthens the guard of a cycle that a run is known to repeat until it is closed under it.

What breaks is repaired by what holds in the states of the run: its gap does not shrink, or what it
speaks of stands still; what the states have in common helps as far as the cycle keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from haltcheck.model.term import (
    FALSE,
    ZERO,
    Compare,
    Formula,
    Or,
    Variable,
    compare,
    conjunction,
    disjunction,
    invert,
    variables,
)
from haltcheck.proof.closure import decider
from haltcheck.proof.encode import Found, Prover, Verdict
from haltcheck.proof.invariant import holds_in
from haltcheck.proof.path import Path
from haltcheck.proof.pattern import facts
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.simplify import canonical, literals

_ROUNDS = 12
_STEEPEST = 4

States = Sequence[dict[str, int]]


def steady(prover: Prover, path: Path, given: Formula, seen: States) -> Formula:
    """States closed under the path that the states of the run belong to; FALSE if none is found."""
    must = dict.fromkeys(_guard(path, seen))
    if FALSE in must or any(variables(part) & set(path.choices) for part in must):
        return FALSE
    may: dict[Formula, None] = {}
    helped = False
    for _ in range(_ROUNDS):
        broken = _broken(prover, path, given, (*must, *may))
        if not broken:
            return conjunction(*must, *_needed(prover, path, given, must, may))
        repairs = [one for part in broken if part in must for one in _repair(path, part, seen)]
        new = dict.fromkeys(one for one in repairs if one not in must)
        if not new and not any(part in may for part in broken):
            if helped:
                return FALSE
            helped = True
            may = dict.fromkeys(facts(seen, _names(path, seen)))
            continue
        may = {part: None for part in may if part not in broken}
        must |= new
    return FALSE


def _needed(
    prover: Prover, path: Path, given: Formula, must: Iterable[Formula], may: Iterable[Formula]
) -> tuple[Formula, ...]:
    """The facts without which the rest would not be closed."""
    kept = tuple(may)
    for part in kept:
        rest = tuple(other for other in kept if other is not part)
        if not _broken(prover, path, given, (*must, *rest)):
            kept = rest
    return kept


def _names(path: Path, seen: States) -> list[str]:
    """The variables that the cycle is about."""
    used = set(variables(path.guard)) | set(path.update)
    for term in path.update.values():
        used |= variables(term)
    return sorted(name for name in used if name in seen[0])


def _guard(path: Path, seen: States) -> Iterator[Formula]:
    """The guard as literals, each disjunction decided as the run decides it."""
    for literal in literals(path.guard):
        sides: tuple[Formula, ...] = (literal,)
        if isinstance(literal, Or):
            sides = literal.parts
        elif isinstance(literal, Compare) and literal.operator == "!=":
            less, more = (compare(sign, literal.left, literal.right) for sign in ("<", ">"))
            sides = (canonical(less), canonical(more), literal)
        yield next((side for side in sides if _in_all(side, seen)), FALSE)


def _broken(
    prover: Prover, path: Path, given: Formula, parts: Iterable[Formula]
) -> tuple[Formula, ...]:
    """The parts that the path may not keep, as one counterexample shows."""
    whole = conjunction(given, *parts)
    after = {part: path.after(part) for part in parts}
    reply = prover.ask(conjunction(whole, disjunction(*map(invert, after.values()))))
    if reply is Verdict.REFUTED:
        return ()
    if isinstance(reply, Found):
        values = dict.fromkeys(variables(whole), 0) | reply.values
        return tuple(part for part, then in after.items() if not holds_in(then, values))
    return tuple(part for part, then in after.items() if not prover.entails(whole, then))


def _repair(path: Path, literal: Formula, seen: States) -> tuple[Formula, ...]:
    """The literals of the first supposition that the run bears out."""
    for one in _repairs(path, literal):
        parts = literals(one)
        if one != FALSE and _in_all(one, seen) and parts:
            return parts
    return ()


def _repairs(path: Path, literal: Formula) -> Iterator[Formula]:
    if not isinstance(literal, Compare):
        return
    gap = difference(literal.right, literal.left)
    moved = difference(path.value(spell(gap)), spell(gap))
    plain = all(isinstance(atom, Variable) for atom in moved.atoms.values())
    if plain and max(gap.degree, moved.degree) <= _STEEPEST:
        if literal.operator in ("<", "<="):
            yield canonical(compare("<=", ZERO, spell(moved)))
        elif literal.operator == "==":
            yield canonical(compare("==", spell(moved), ZERO))
    names = sorted(variables(literal))
    yield canonical(
        conjunction(*(compare("==", path.value(Variable(name)), Variable(name)) for name in names))
    )


def _in_all(formula: Formula, seen: States) -> bool:
    test = decider(formula)
    try:
        return all(test(state) for state in seen)
    except (KeyError, ZeroDivisionError):
        return False
