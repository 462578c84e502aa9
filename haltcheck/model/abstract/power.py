"""Powers of integers: as products where the exponent is small, else by facts."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.sign import never_negative
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Number, Value
from haltcheck.model.term import (
    FALSE,
    ONE,
    TRUE,
    ZERO,
    Add,
    Choose,
    Formula,
    Integer,
    Multiply,
    Term,
    Variable,
    add,
    compare,
    conjunction,
    disjunction,
    invert,
    modulo,
    multiply,
    negate,
    subtract,
)

_BITS = 8192
_FACTORS = 4


def product(left: Term, right: Term) -> Term:
    """``left * right``, a constant multiplied into a sum."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Integer) and isinstance(other, Add):
            return add(*(multiply(one, part) for part in other.terms))
    return multiply(left, right)


def power(scene: Scene, state: State, base: Term, exponent: Term) -> Value:
    """``base ** exponent`` where the sign of the exponent may stay open: it is a float then."""
    if _is_natural(scene, state, exponent):
        return natural_power(scene, state, base, exponent)
    scene.may_raise(state, ("ZeroDivisionError",))
    scene.may_raise(state, ("OverflowError",))
    return scene.thing(k.INT | k.FLOAT)


def powers(scene: Scene, state: State, base: Term, exponent: Term) -> Iterator[tuple[State, Value]]:
    """The power on paths where it is surely one, where the exponent is natural, and negative."""
    if _is_natural(scene, state, exponent):
        yield from _natural_powers(scene, state, base, exponent)
        return
    other = state.fork()
    if state.suppose(compare("<=", ZERO, exponent)):
        yield from _natural_powers(scene, state, base, exponent)
    negative = compare("<", exponent, ZERO)
    none = compare("==", base, ZERO)
    if other.suppose(negative) and scene.raises(other, none, "ZeroDivisionError"):
        scene.may_raise(other, ("OverflowError",))
        yield other, scene.thing(k.FLOAT)


def _natural_powers(
    scene: Scene, state: State, base: Term, exponent: Term
) -> Iterator[tuple[State, Value]]:
    """``b ** 0 == 1 ** e == 1`` is exact, each on a path of its own; what is left has facts.

    The first two paths may both be open: they agree on the state behind them.
    """
    if isinstance(exponent, Integer) or isinstance(base, Integer):
        yield state, natural_power(scene, state, base, exponent)
        return
    ones = compare("==", exponent, ZERO), compare("==", base, ONE)
    for one in ones:
        plain = state.fork()
        if plain.suppose(one):
            yield plain, Number(ONE)
    if all(state.suppose(invert(one)) for one in ones):
        yield state, natural_power(scene, state, base, exponent)


def _is_natural(scene: Scene, state: State, term: Term) -> bool:
    """Whether a term is surely not negative on this path."""
    return least(scene, term) is not None or state.knows(compare("<=", ZERO, term)) is True


def least(scene: Scene, term: Term) -> int | None:
    """What a term that is made of what is never negative is at least; None of other terms."""
    match term:
        case Integer(value=value):
            return value if value >= 0 else None
        case Variable(name=name):
            return 0 if name in never_negative(scene.root.function) else None
        case Add(terms=parts) | Multiply(factors=parts):
            bounds = [least(scene, part) for part in parts]
            known = [bound for bound in bounds if bound is not None]
            if len(known) < len(bounds):
                return None
            return sum(known) if isinstance(term, Add) else prod(known)
        case Choose(then=then, orelse=orelse):
            first, second = least(scene, then), least(scene, orelse)
            return None if first is None or second is None else min(first, second)
        case _:
            return None


def natural_power(scene: Scene, state: State, base: Term, exponent: Term) -> Number:
    """A power whose exponent is not negative."""
    if isinstance(exponent, Integer):
        if isinstance(base, Integer) and base.value.bit_length() * exponent.value <= _BITS:
            return Number(Integer(base.value**exponent.value))
        if exponent.value <= _FACTORS and not isinstance(base, Integer):
            return Number(multiply(*[base] * exponent.value) if exponent.value else ONE)
    state.exact = False
    result = scene.choice(state)
    for fact in power_facts(base, exponent, result, least(scene, exponent) or 0):
        state.suppose(fact)
    return Number(result)


def power_facts(base: Term, exponent: Term, result: Term, lowest: int = 0) -> Iterator[Formula]:
    """What signs and sizes say of a power whose exponent is at least ``lowest``.

    ``b ** e >= b * 2 ** (e - 1) >= b * e >= b + e - 1`` for ``b >= 2`` and ``e >= 1``.
    """
    none = FALSE if lowest else compare("==", exponent, ZERO)
    first = conjunction(none, compare("==", result, ONE))
    higher = TRUE if lowest else compare("<=", ONE, exponent)
    even = compare("==", modulo(exponent, Integer(2)), ZERO)
    odd = compare("!=", modulo(exponent, Integer(2)), ZERO)
    yield disjunction(first, higher)
    small = [
        conjunction(compare("==", base, Integer(value)), compare("==", result, Integer(value)))
        for value in (0, 1)
    ]
    unit = compare("==", base, Integer(-1))
    small += [
        conjunction(unit, even, compare("==", result, ONE)),
        conjunction(unit, odd, compare("==", result, Integer(-1))),
    ]
    least = subtract(add(base, exponent), ONE)
    above = conjunction(compare("<=", Integer(2), base), compare("<=", least, result))
    size = subtract(add(negate(base), exponent), ONE)
    large = compare("<=", base, Integer(-2))
    up = conjunction(large, even, compare("<=", size, result))
    down = conjunction(large, odd, compare("<=", result, negate(size)))
    yield disjunction(first, *small, above, up, down)
    once = conjunction(compare("==", exponent, ONE), compare("==", result, base))
    further = conjunction(compare("<=", Integer(2), exponent), _at_least_twice(base, result))
    yield disjunction(first, once, further)


def _at_least_twice(base: Term, result: Term) -> Formula:
    """From the second power on the size doubles, unless it is 0 or 1."""
    twice = multiply(Integer(2), base)
    return disjunction(
        conjunction(compare("<=", Integer(-1), base), compare("<=", base, ONE)),
        conjunction(compare("<=", Integer(2), base), compare("<=", twice, result)),
        conjunction(
            compare("<=", base, Integer(-2)),
            disjunction(compare("<=", negate(twice), result), compare("<=", result, twice)),
        ),
    )
