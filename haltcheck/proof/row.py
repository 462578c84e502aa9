"""Reads what a formula says as polynomials that are not negative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from haltcheck.model.term import Compare, FloorDivide, Formula, Integer, Term
from haltcheck.proof.polynomial import Polynomial, difference, normal, scale, spell
from haltcheck.proof.simplify import parts_of


def rows_of(formula: Formula, terms: Iterable[Term] = ()) -> list[Polynomial]:
    """A polynomial for each comparison that must hold, and two for each quotient by a number."""
    rows: list[Polynomial] = []
    for part in parts_of(formula):
        if isinstance(part, Compare):
            rows += _compared(part)
    quotients: dict[Term, None] = {}
    for polynomial in (*rows, *map(normal, terms)):
        for atom in polynomial.atoms.values():
            if isinstance(atom, FloorDivide) and isinstance(atom.right, Integer):
                quotients[atom] = None
    for quotient in quotients:
        rows += [*_quotient(quotient), *_rounded(quotient, list(rows))]
    return [row for row in rows if row.constant is None]


def _compared(part: Compare) -> list[Polynomial]:
    gap = difference(part.right, part.left)
    match part.operator:
        case "<=":
            return [gap]
        case "<":
            return [_lowered(gap)]
        case "==":
            return [gap, scale(gap, -1)]
        case _:
            return []


def _lowered(polynomial: Polynomial) -> Polynomial:
    return difference(spell(polynomial), Integer(1))


def _quotient(term: Term) -> list[Polynomial]:
    """``0 <= left - c * (left // c) <= c - 1``."""
    match term:
        case FloorDivide(left=left, right=Integer(value=value)) if value > 0:
            rest = difference(left, spell(scale(normal(term), value)))
            return [rest, difference(Integer(value - 1), spell(rest))]
        case _:
            return []


def _rounded(term: Term, rows: Sequence[Polynomial]) -> list[Polynomial]:
    """A constant bound of what is divided, rounded, bounds the quotient."""
    found: list[Polynomial] = []
    if isinstance(term, FloorDivide) and isinstance(term.right, Integer):
        for row in rows:
            for sign in (1, -1):
                rest = difference(spell(row), spell(scale(normal(term.left), sign))).constant
                if rest is not None:
                    bound = -sign * rest // term.right.value
                    gap = difference(term, Integer(bound))
                    found.append(scale(gap, sign))
    return found
