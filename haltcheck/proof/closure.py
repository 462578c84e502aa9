"""Turns terms into plain functions of a state, which are faster than walking the term again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import eq, le, lt, ne

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

State = Mapping[str, int]
Evaluator = Callable[[State], int]
Decider = Callable[[State], bool]

_OPERATORS: Mapping[str, Callable[[int, int], bool]] = {"<": lt, "<=": le, "==": eq, "!=": ne}


@lru_cache(maxsize=20_000)
def evaluator(term: Term) -> Evaluator:
    """A function of the state; raises KeyError and ZeroDivisionError as ``evaluate`` does."""
    match term:
        case Integer(value=value):
            return lambda state: value
        case Variable(name=name):
            return lambda state: state[name]
        case Add(terms=terms):
            parts = [evaluator(part) for part in terms]
            return lambda state: sum(part(state) for part in parts)
        case Multiply(factors=factors):
            return _product([evaluator(part) for part in factors])
        case FloorDivide():
            left, right = evaluator(term.left), evaluator(term.right)
            return lambda state: left(state) // right(state)
        case Modulo():
            left, right = evaluator(term.left), evaluator(term.right)
            return lambda state: left(state) % right(state)
        case Choose():
            test, then, orelse = decider(term.test), evaluator(term.then), evaluator(term.orelse)
            return lambda state: then(state) if test(state) else orelse(state)


def _product(parts: list[Evaluator]) -> Evaluator:
    def product(state: State) -> int:
        result = 1
        for part in parts:
            result *= part(state)
        return result

    return product


@lru_cache(maxsize=20_000)
def decider(formula: Formula) -> Decider:
    """A function of the state; raises as ``holds`` does."""
    match formula:
        case Truth(value=value):
            return lambda state: value
        case Compare():
            left, right = evaluator(formula.left), evaluator(formula.right)
            operator = _OPERATORS[formula.operator]
            return lambda state: operator(left(state), right(state))
        case And(parts=parts):
            all_of = [decider(part) for part in parts]
            return lambda state: all(part(state) for part in all_of)
        case Or(parts=parts):
            any_of = [decider(part) for part in parts]
            return lambda state: any(part(state) for part in any_of)
