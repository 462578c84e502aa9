"""What states of a run have in common: constants, remainders, bounds, differences and sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from haltcheck.model.term import (
    Formula,
    Integer,
    Term,
    Variable,
    add,
    compare,
    modulo,
    subtract,
)
from haltcheck.proof.closure import evaluator
from haltcheck.proof.invariant import linear_equalities
from haltcheck.proof.simplify import canonical

States = Sequence[dict[str, int]]

_DIVISORS = (2, 3, 4, 5, 6)
_MOST_NAMES = 6
_LEAST = 4
_SPARE = 2
"""An equality of so many more states than variables is hardly a coincidence."""


def facts(states: States, names: Sequence[str]) -> tuple[Formula, ...]:
    """True in all of the states, and likely to stay so: bounds that are not moving."""
    if len(states) < _LEAST:
        return ()
    plain = [Variable(name) for name in names[:_MOST_NAMES]]
    moving = [one for one in plain if len({state[one.name] for state in states}) > 1]
    found: dict[Formula, None] = {}
    for one in plain:
        found.update(dict.fromkeys(_alone(one, states)))
    if len(states) > len(plain) + _SPARE:
        found.update(dict.fromkeys(linear_equalities(list(states), list(names[:_MOST_NAMES]))))
    for one, other in combinations(moving, 2):
        for term in (subtract(one, other), add(one, other)):
            found.update(dict.fromkeys(_bounds(term, states)))
    return tuple(map(canonical, found))


def _alone(one: Variable, states: States) -> Iterator[Formula]:
    values = [state[one.name] for state in states]
    if len(set(values)) == 1:
        yield compare("==", one, Integer(values[0]))
        return
    yield from _bounds(one, states)
    for divisor in _DIVISORS:
        if len({value % divisor for value in values}) == 1:
            yield compare("==", modulo(one, Integer(divisor)), Integer(values[0] % divisor))


def _bounds(term: Term, states: States) -> Iterator[Formula]:
    """The least and the greatest value, where the later states go no further than the earlier."""
    of = evaluator(term)
    values = [of(state) for state in states]
    half = len(values) // 2
    low, high = min(values[:half]), max(values[:half])
    if low <= min(values[half:]):
        yield compare("<=", Integer(low), term)
    if high >= max(values[half:]):
        yield compare("<=", term, Integer(high))
