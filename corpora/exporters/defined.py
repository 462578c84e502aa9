"""Formulas that say themselves where they have a value: no divisor in them is 0."""

from __future__ import annotations

from haltcheck.model.term import (
    TRUE,
    ZERO,
    And,
    Choose,
    Compare,
    FloorDivide,
    Formula,
    Integer,
    Modulo,
    Or,
    Term,
    Truth,
    children,
    compare,
    conjunction,
    disjunction,
    invert,
)


def total(formula: Formula) -> Formula:
    """It holds and has a value; what a divisor must be stands in front of the quotient."""
    match formula:
        case Truth():
            return formula
        case And(parts=parts):
            return conjunction(*map(total, parts))
        case Or(parts=parts):
            return disjunction(*map(total, parts))
        case Compare(left=left, right=right):
            return conjunction(has_value(left), has_value(right), formula)


def has_value(term: Term) -> Formula:
    """Where the term has a value."""
    match term:
        case FloorDivide(left=left, right=right) | Modulo(left=left, right=right):
            nonzero = compare("!=", right, ZERO)
            return conjunction(has_value(left), has_value(right), nonzero)
        case Choose(test=test, then=then, orelse=orelse):
            ways = has_value(then), has_value(orelse)
            if ways == (TRUE, TRUE) and total(test) == test:
                return TRUE
            return disjunction(
                conjunction(total(test), ways[0]), conjunction(total(invert(test)), ways[1])
            )
        case _:
            return conjunction(*(has_value(one) for one in children(term) if _is_term(one)))  # type: ignore[arg-type]


def _is_term(part: Term | Formula) -> bool:
    return not isinstance(part, Truth | Compare | And | Or | Integer)
