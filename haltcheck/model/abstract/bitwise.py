"""Bit operations and shifts on integers: as terms where arithmetic can say them, else by facts."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from haltcheck.model.abstract.power import least, product
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Number
from haltcheck.model.term import (
    FALSE,
    ONE,
    TRUE,
    ZERO,
    Formula,
    Integer,
    Term,
    add,
    compare,
    conjunction,
    disjunction,
    floor_divide,
    invert,
    modulo,
    multiply,
    negate,
    subtract,
)

_RUNS = 3
_MASK = 256
_WIDTH = 1024
_CONSTANT = 8192


def bits(scene: Scene, state: State, operator: str, left: Term, right: Term) -> Number:
    """``left & right``, ``left | right`` or ``left ^ right``."""
    both = intersection(left, right)
    if both is not None:
        return Number(_from_intersection(operator, left, right, both))
    state.exact = False
    result = scene.choice(state)
    for fact in bit_facts(operator, left, right, result):
        state.suppose(fact)
    return Number(result)


def _from_intersection(operator: str, left: Term, right: Term, both: Term) -> Term:
    """``x + y`` counts the bits that both have twice."""
    if operator == "&":
        return both
    if isinstance(left, Integer) and isinstance(right, Integer):
        known = left.value | right.value if operator == "|" else left.value ^ right.value
        return Integer(known)
    if left == right:
        return left if operator == "|" else ZERO
    shared = both if operator == "|" else multiply(Integer(2), both)
    return subtract(add(left, right), shared)


def intersection(left: Term, right: Term) -> Term | None:
    """``left & right`` where it is a term: with itself, its complement, or a simple mask."""
    if left == right:
        return left
    if isinstance(left, Integer) and isinstance(right, Integer):
        return Integer(left.value & right.value)
    complement = subtract(negate(left), ONE)
    if right == complement or left == subtract(negate(right), ONE):
        return ZERO
    for mask, other in ((left, right), (right, left)):
        if isinstance(mask, Integer):
            if mask.value >= 0:
                return _masked(other, mask.value)
            rest = _masked(other, ~mask.value)
            return None if rest is None else subtract(other, rest)
    return None


def _masked(term: Term, mask: int) -> Term | None:
    """``term & mask``: each run of set bits is a quotient modulo a power of two."""
    if mask.bit_length() > _MASK:
        return None
    parts: list[Term] = []
    low = 0
    while mask >> low:
        if not mask >> low & 1:
            low += 1
            continue
        if len(parts) == _RUNS:
            return None
        width = 0
        while mask >> low + width & 1:
            width += 1
        shifted = floor_divide(term, Integer(1 << low))
        parts.append(product(Integer(1 << low), modulo(shifted, Integer(1 << width))))
        low += width
    return add(*parts)


def bit_facts(operator: str, left: Term, right: Term, result: Term) -> Iterator[Formula]:
    """What the signs and sizes of two integers in two's complement say of ``result``."""
    negative_left, negative_right = compare("<", left, ZERO), compare("<", right, ZERO)
    both = conjunction(negative_left, negative_right)
    some = disjunction(negative_left, negative_right)
    within, below = compare("<=", ZERO, result), compare("<", result, ZERO)
    if operator == "&":
        for part, sink in ((left, negative_left), (right, negative_right)):
            yield disjunction(sink, conjunction(within, compare("<=", result, part)))
            yield disjunction(invert(both), conjunction(below, compare("<=", result, part)))
        if left == negate(right) or right == negate(left):
            # The lowest bit that is set.
            yield disjunction(compare("==", left, ZERO), compare("<", ZERO, result))
        return
    bounds = [within, compare("<=", result, add(left, right))]
    if operator == "|":
        bounds += [compare("<=", left, result), compare("<=", right, result)]
        for part, sink in ((left, negative_left), (right, negative_right)):
            yield disjunction(invert(sink), conjunction(below, compare("<=", part, result)))
    else:
        yield disjunction(invert(both), within)
        yield disjunction(both, invert(some), below)
        yield disjunction(
            conjunction(compare("==", left, right), compare("==", result, ZERO)),
            conjunction(compare("!=", left, right), compare("!=", result, ZERO)),
        )
    yield disjunction(some, conjunction(*bounds))


def shift(scene: Scene, state: State, operator: str, left: Term, right: Term) -> Number | None:
    """``left << right`` or ``left >> right``; None where it surely raises."""
    lowest = least(scene, right)
    if lowest is None and not scene.raises(state, compare("<", right, ZERO), "ValueError"):
        return None
    if operator == "<<" and isinstance(right, Integer) and right.value > sys.maxsize:
        if not scene.raises(state, compare("!=", left, ZERO), "OverflowError"):
            return None
        return Number(ZERO)
    most = _CONSTANT if isinstance(left, Integer) else _WIDTH
    if isinstance(right, Integer) and right.value <= most:
        power = Integer(1 << right.value)
        return Number(product(left, power) if operator == "<<" else floor_divide(left, power))
    state.exact = False
    result = scene.choice(state)
    for fact in shift_facts(operator, left, right, result, lowest or 0):
        state.suppose(fact)
    return Number(result)


def shift_facts(
    operator: str, left: Term, right: Term, result: Term, lowest: int = 0
) -> Iterator[Formula]:
    """A shift by nothing changes nothing, and one by a bit or more doubles or halves at least."""
    unmoved = FALSE if lowest else compare("==", right, ZERO)
    none = conjunction(unmoved, compare("==", result, left))
    some = TRUE if lowest else compare("<=", ONE, right)
    negative, positive = compare("<", left, ZERO), compare("<", ZERO, left)
    twice = multiply(Integer(2), left if operator == "<<" else result)
    if operator == "<<":
        up = conjunction(compare("<=", twice, result), compare("<=", add(left, right), result))
        down = conjunction(
            compare("<=", result, twice), compare("<=", result, subtract(left, right))
        )
    else:
        up = conjunction(compare("<=", ZERO, result), compare("<=", twice, left))
        bottom = compare("<=", subtract(left, ONE), twice)
        down = conjunction(bottom, compare("<", result, ZERO))
    zero = conjunction(compare("==", left, ZERO), compare("==", result, ZERO))
    yield disjunction(none, some)
    yield disjunction(none, zero, conjunction(positive, up), conjunction(negative, down))
