"""Values that a formula all but spells out, so that nobody need be asked whether it can be true."""

from __future__ import annotations

from haltcheck.model.term import (
    ONE,
    ZERO,
    And,
    Choose,
    Compare,
    Formula,
    Integer,
    Variable,
    invert,
    variables,
)
from haltcheck.proof.closure import decider


def guess(formula: Formula) -> dict[str, int] | None:
    """Values that make it true: each what the first comparison with a number wants, or else 0."""
    wanted: dict[str, int] = {}
    for part in formula.parts if isinstance(formula, And) else (formula,):
        if isinstance(part, Compare):
            _note(wanted, part)
    values = dict.fromkeys(sorted(variables(formula)), 0) | wanted
    try:
        return values if decider(formula)(values) else None
    except ZeroDivisionError:
        return None


def _note(wanted: dict[str, int], part: Compare) -> None:
    match part.left, part.right:
        case Choose(test=Compare() as test, then=then, orelse=orelse), Integer() as value:
            if part.operator == "==" and (then, orelse) == (ONE, ZERO) and value in (ONE, ZERO):
                told = test if value == ONE else invert(test)
                if isinstance(told, Compare):
                    _note(wanted, told)
        case Variable(name=name), Integer(value=number):
            wanted.setdefault(name, number + _BY[part.operator])
        case Integer(value=number), Variable(name=name):
            wanted.setdefault(name, number - _BY[part.operator])
        case _:
            pass


_BY = {"==": 0, "<=": 0, "<": -1, "!=": 1}
"""How far from the number on the right the value on the left is taken."""
