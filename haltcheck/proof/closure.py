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
            return _sum([evaluator(part) for part in terms])
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
            return _comparison(formula)
        case And(parts=parts):
            return _all([decider(part) for part in parts])
        case Or(parts=parts):
            return _any([decider(part) for part in parts])


def deciders(formula: Formula) -> list[Decider]:
    """One for each part that must hold, the last first: what is asked stands behind what is given.

    For formulas that are decided only a few times, so that one function of all is not worth it.
    """
    parts = formula.parts if isinstance(formula, And) else (formula,)
    return [decider(part) for part in reversed(parts)]


def _sum(parts: list[Evaluator]) -> Evaluator:
    if len(parts) == 2:
        left, right = parts
        return lambda state: left(state) + right(state)

    def total(state: State) -> int:
        result = 0
        for part in parts:
            result += part(state)
        return result

    return total


def _comparison(formula: Compare) -> Decider:
    operator = _OPERATORS[formula.operator]
    match formula.left, formula.right:
        case Variable(name=name), Integer(value=value):
            return lambda state: operator(state[name], value)
        case Integer(value=value), Variable(name=name):
            return lambda state: operator(value, state[name])
        case one, other:
            left, right = evaluator(one), evaluator(other)
            return lambda state: operator(left(state), right(state))


def _all(parts: list[Decider]) -> Decider:
    def all_of(state: State) -> bool:
        for part in parts:  # noqa: SIM110 - a generator costs more than the parts
            if not part(state):
                return False
        return True

    return all_of


def _any(parts: list[Decider]) -> Decider:
    def any_of(state: State) -> bool:
        for part in parts:  # noqa: SIM110
            if part(state):
                return True
        return False

    return any_of
