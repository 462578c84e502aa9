"""Facts about remainders that hold for all numbers, stated for the terms of a question.

Z3 does not find by itself that the remainders of numbers a constant apart are that constant apart,
unless one of them passes the divisor. ``(a + c) % k`` with ``r = a % k`` is ``r + c`` where that
still lies between 0 and k, and 0 where it is k, for either sign of k.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, permutations

from haltcheck.model.term import (
    TRUE,
    ZERO,
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
    add,
    compare,
    conjunction,
    disjunction,
    invert,
)
from haltcheck.proof.polynomial import difference

_MOST = 6


def lemmas(formula: Formula) -> Formula:
    """What holds of the formula's remainders by variables; nothing where it has none."""
    found = _remainders(formula)
    steps = (_step(one, other) for one, other in permutations(found, 2))
    return conjunction(*map(_range, found), *steps)


def _range(one: Modulo) -> Formula:
    """It lies between 0 and its divisor."""
    low, high = compare("<=", ZERO, one), compare("<", one, one.right)
    under, over = compare("<", one.right, one), compare("<=", one, ZERO)
    return conjunction(
        disjunction(compare("<=", one.right, ZERO), conjunction(low, high)),
        disjunction(compare("<=", ZERO, one.right), conjunction(under, over)),
    )


def _step(one: Modulo, other: Modulo) -> Formula:
    """How the other follows from the one; nothing where they are no constant apart."""
    apart = difference(other.left, one.left).constant
    if one.right != other.right or not apart:
        return TRUE
    divisor, moved = one.right, add(one, Integer(apart))
    up = conjunction(
        compare("<", ZERO, divisor), compare("<=", ZERO, moved), compare("<", moved, divisor)
    )
    down = conjunction(
        compare("<", divisor, ZERO), compare("<=", moved, ZERO), compare("<", divisor, moved)
    )
    around = conjunction(compare("!=", divisor, ZERO), compare("==", moved, divisor))
    return conjunction(
        disjunction(invert(up), compare("==", other, moved)),
        disjunction(invert(down), compare("==", other, moved)),
        disjunction(invert(around), compare("==", other, ZERO)),
    )


@lru_cache(maxsize=20_000)
def _remainders(part: Term | Formula) -> tuple[Modulo, ...]:
    """A few of its remainders by variables, each once; shared parts are read once."""
    found = dict.fromkeys(chain.from_iterable(map(_remainders, _parts(part))))
    if isinstance(part, Modulo) and not isinstance(part.right, Integer):
        found[part] = None
    return tuple(found)[:_MOST]


def _parts(part: Term | Formula) -> tuple[Term | Formula, ...]:
    match part:
        case Integer() | Variable() | Truth():
            return ()
        case Add(terms=terms):
            return terms
        case Multiply(factors=factors):
            return factors
        case And(parts=pieces) | Or(parts=pieces):
            return pieces
        case FloorDivide() | Modulo() | Compare():
            return part.left, part.right
        case Choose(test=test, then=then, orelse=orelse):
            return test, then, orelse
