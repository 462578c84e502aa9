"""Quotients of integers, which Python rounds to the nearest float: where rounding changes nothing.

Below 2**52 a quotient ``a / b`` keeps away from every number of halves that it is not: it is off
by at least ``1 / (2 * b)``, and rounding moves it by at most ``a / b * 2**-53``. So truncation,
rounding and comparison with an integer give what they would give for the fraction itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haltcheck.model.abstract.power import product
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Quotient
from haltcheck.model.term import (
    FALSE,
    ONE,
    TRUE,
    ZERO,
    And,
    Formula,
    Integer,
    Term,
    add,
    choose,
    compare,
    conjunction,
    disjunction,
    floor_divide,
    invert,
    modulo,
    negate,
    subtract,
)

_SAFE = Integer(1 << 52)
Rounding = Callable[[Term, Term], Term]


def size(term: Term) -> Term:
    """Its absolute value."""
    return choose(compare("<", term, ZERO), negate(term), term)


def divisions(
    scene: Scene, state: State, left: Term, right: Term
) -> Iterator[tuple[State, Quotient]]:
    """``left / right`` on a path where rounding can be ignored, and on one where it cannot.

    A number that is no float any more ends a loop that counts up to it, but nobody lives to see
    it: the error is possible on the second path, and never sure.
    """
    if not scene.raises(state, compare("==", right, ZERO), "ZeroDivisionError"):
        return
    value = Quotient(left, right)
    small = safe(value)
    other = state.fork()
    if state.suppose(small):
        yield state, value
    if other.suppose(invert(small)):
        scene.may_raise(other, ("OverflowError",))
        yield other, value


def divided(scene: Scene, state: State, left: Term, right: Term) -> Quotient | None:
    """``left / right`` on one path; None where it surely raises."""
    if not scene.raises(state, compare("==", right, ZERO), "ZeroDivisionError"):
        return None
    scene.may_raise(state, ("OverflowError",))
    return Quotient(left, right)


def down(left: Term, right: Term) -> Term:
    """Rounds towards minus infinity."""
    return floor_divide(left, right)


def up(left: Term, right: Term) -> Term:
    """Rounds towards infinity."""
    return negate(floor_divide(negate(left), right))


def toward_zero(left: Term, right: Term) -> Term:
    """Cuts off what comes behind the point."""
    floor = floor_divide(left, right)
    return choose(compare("<", floor, ZERO), up(left, right), floor)


def to_nearest(left: Term, right: Term) -> Term:
    """Rounds to the nearest integer, and halves to the nearest even one."""
    numerator, denominator = add(product(Integer(2), left), right), product(Integer(2), right)
    above = floor_divide(numerator, denominator)
    half = compare("==", modulo(numerator, denominator), ZERO)
    odd = compare("!=", modulo(above, Integer(2)), ZERO)
    return choose(conjunction(half, odd), subtract(above, ONE), above)


def rounded(scene: Scene, state: State, value: Quotient, rounding: Rounding) -> Term:
    """The integer that a quotient is rounded to: exact where it is safe, else by its size."""
    small = _known(state, value)
    exact = rounding(value.left, value.right)
    if small == TRUE:
        return exact
    other = scene.choice(state)
    for fact in large_facts(value, other):
        state.suppose(disjunction(small, fact))
    return choose(small, exact, other)


def _known(state: State, value: Quotient) -> Formula:
    """Whether a quotient is safe, as far as the path does not settle it."""
    small = safe(value)
    if state.knows(invert(small)):
        return FALSE
    parts = small.parts if isinstance(small, And) else (small,)
    return conjunction(*(part for part in parts if not state.knows(part)))


def safe(value: Quotient) -> Formula:
    """Whether its parts are so small that rounding to a float can be ignored."""
    parts = (value.left, value.right)
    return conjunction(
        *(compare("<", part, _SAFE) for part in parts),
        *(compare("<", negate(_SAFE), part) for part in parts),
    )


def large_facts(value: Quotient, result: Term) -> Iterator[Formula]:
    """A large number that is divided by 2 or more loses a quarter, however it is rounded."""
    left, right = value.left, value.right
    most = product(Integer(3), left)
    small = conjunction(compare("<", left, _SAFE), compare("<", negate(_SAFE), left))
    one = compare("<", right, Integer(2)), compare("<", Integer(-2), right)
    for near, toward in zip(one, (result, negate(result)), strict=True):
        four = product(Integer(4), toward)
        above = conjunction(compare("<=", ZERO, toward), compare("<=", four, most))
        below = conjunction(compare("<=", toward, ZERO), compare("<=", most, four))
        positive = conjunction(compare("<", ZERO, left), above)
        yield disjunction(small, near, positive, conjunction(compare("<", left, ZERO), below))


def beside_quotient(scene: Scene, state: State, sign: str, term: Term, value: Quotient) -> Formula:
    """``term sign value`` where ``sign`` is one of ``< <= > >= ==``."""
    if sign in (">", ">="):
        return invert(beside_quotient(scene, state, "<=" if sign == ">" else "<", term, value))
    small = _known(state, value)
    exact = conjunction(small, _scaled(sign, term, value))
    if small == TRUE:
        return exact
    coin = scene.coin(state)
    if isinstance(value.right, Integer) and abs(value.right.value) >= 2:
        # Half a number or less lies between it and its opposite.
        limit = size(value.left)
        below = compare("<", term, negate(limit)) if sign != "==" else FALSE
        coin = disjunction(below, conjunction(coin, compare("<=", term, limit)))
    return disjunction(exact, conjunction(invert(small), coin))


def _scaled(sign: str, term: Term, value: Quotient) -> Formula:
    """The comparison with the fraction itself, multiplied by its divisor."""
    left, right = value.left, value.right
    positive = compare(sign, product(term, right), left)
    negative = compare(sign, left, product(term, right))
    return disjunction(
        conjunction(compare("<", ZERO, right), positive),
        conjunction(compare("<", right, ZERO), negative),
    )
