"""Cuts terms that outgrow what a solver can work with: such a value may then be anything."""

from __future__ import annotations

from functools import lru_cache

from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Flag, Number, Value
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
)

_BITS = 8192
_NODES = 300
_DEGREE = 8
_PARTS = 64

Extent = tuple[int, int, int]
"""Nodes as a tree, degree, and monomials once it is multiplied out."""


def cut(scene: Scene, state: State, value: Value) -> Value:
    """The value, or anything of its kind where its term has grown too large."""
    match value:
        case Number(term=term) if not is_moderate(term):
            state.exact = False
            return Number(scene.choice(state))
        case Flag(formula=formula) if not is_moderate(formula):
            state.exact = False
            return Flag(scene.coin(state))
        case _:
            return value


def is_moderate(term: Term | Formula) -> bool:
    """Whether a term is small enough to be worked with.

    The limits are far above what people write: ``x = x * x`` by the hundred lines meets them.
    """
    if isinstance(term, Variable | Truth):
        return True
    nodes, degree, parts = extent(term)
    return nodes <= _NODES and degree <= _DEGREE and parts <= _PARTS


@lru_cache(maxsize=1 << 14)
def extent(term: Term | Formula) -> Extent:
    """How large a term is, by three counts."""
    match term:
        case Integer(value=value):
            return (1 if value.bit_length() <= _BITS else _NODES + 1), 0, 1
        case Truth():
            return 1, 0, 1
        case Variable():
            return 1, 1, 1
        case Add(terms=terms):
            found = [extent(part) for part in terms]
            return _nodes(found), max(part[1] for part in found), sum(part[2] for part in found)
        case Multiply(factors=factors):
            found = [extent(part) for part in factors]
            parts = 1
            for part in found:
                parts = min(parts * part[2], _PARTS + 1)
            return _nodes(found), sum(part[1] for part in found), parts
        case FloorDivide(left=left, right=right) | Modulo(left=left, right=right):
            return _highest([extent(left), extent(right)])
        case Choose(test=test, then=then, orelse=orelse):
            return _highest([extent(test), extent(then), extent(orelse)])
        case Compare(left=left, right=right):
            return _highest([extent(left), extent(right)])
        case And(parts=formulas) | Or(parts=formulas):
            return _highest([extent(part) for part in formulas])


def _nodes(found: list[Extent]) -> int:
    return 1 + sum(part[0] for part in found)


def _highest(found: list[Extent]) -> Extent:
    return _nodes(found), max(part[1] for part in found), max(part[2] for part in found)
