"""How steep a formula is: what the solver cannot be stopped on is not asked."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from haltcheck.model.term import (
    Add,
    And,
    Choose,
    Compare,
    FloorDivide,
    Formula,
    Integer,
    Modulo,
    Multiply,
    Or,
    Term,
    Truth,
    Variable,
    children,
)


@lru_cache(maxsize=1 << 16)
def divides(term: Term | Formula) -> bool:
    """Whether a quotient or a remainder is among its parts."""
    return isinstance(term, FloorDivide | Modulo) or any(map(divides, children(term)))


_STEEP = 4


@lru_cache(maxsize=1 << 16)
def degree(term: Term | Formula) -> int:
    """The greatest degree of a product in it, quotients counting as what they divide.

    A steep dividend counts twice: on its remainders the solver heeds neither counts nor clocks.
    """
    match term:
        case Integer() | Truth():
            return 0
        case Variable():
            return 1
        case Add(terms=parts) | And(parts=parts) | Or(parts=parts):
            return max(map(degree, parts), default=0)
        case Multiply(factors=factors):
            return sum(degree(factor) for factor in factors)
        case FloorDivide(left=left, right=right) | Modulo(left=left, right=right):
            return degree(left) * (2 if degree(left) > _STEEP else 1) + degree(right)
        case Compare(left=left, right=right):
            return max(degree(left), degree(right))
        case Choose(test=test, then=then, orelse=orelse):
            return max(degree(test), degree(then), degree(orelse))
        case _:
            assert_never(term)
