"""Evaluates formulas at many states at once, term by term, each term once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from operator import eq, le, lt, ne

from haltcheck.model.term import (
    Add,
    And,
    Compare,
    Formula,
    Integer,
    Multiply,
    Or,
    Term,
    Truth,
    Variable,
)
from haltcheck.proof.closure import evaluator

_OPERATORS = {"<": lt, "<=": le, "==": eq, "!=": ne}


class Columns:
    """The states as one column of numbers for each name and, by and by, for each term."""

    def __init__(self, states: Sequence[Mapping[str, int]]) -> None:
        self._states = states
        self._everything = (1 << len(states)) - 1
        self._known: dict[Term, list[int | None]] = {}

    def mask(self, formula: Formula) -> int:
        """Where the formula holds, a bit for each state; not where it divides by zero."""
        match formula:
            case Truth(value=value):
                return self._everything if value else 0
            case Compare(operator=operator, left=left, right=right):
                test = _OPERATORS[operator]
                pairs = zip(self.of(left), self.of(right), strict=True)
                return sum(
                    1 << position
                    for position, (one, other) in enumerate(pairs)
                    if one is not None and other is not None and test(one, other)
                )
            case And(parts=parts):
                held = self._everything
                for part in parts:
                    held &= self.mask(part)
                return held
            case Or(parts=parts):
                held = 0
                for part in parts:
                    held |= self.mask(part)
                return held

    def of(self, term: Term) -> list[int | None]:
        """The term's value in each state, None where it has none."""
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = self._evaluated(term)
        return found

    def _evaluated(self, term: Term) -> list[int | None]:
        match term:
            case Integer(value=value):
                return [value] * len(self._states)
            case Variable(name=name):
                return [state.get(name) for state in self._states]
            case Add(terms=terms) | Multiply(factors=terms):
                joined = sum if isinstance(term, Add) else prod
                rows = zip(*(self.of(part) for part in terms), strict=True)
                return [None if None in row else joined(row) for row in rows]
            case _:
                return [_value(term, state) for state in self._states]


def _value(term: Term, state: Mapping[str, int]) -> int | None:
    try:
        return evaluator(term)(state)
    except (KeyError, ZeroDivisionError):
        return None
