"""Square roots of integers: the exact one, and the float of which the whole part is bounded."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Number, Thing, Value
from haltcheck.model.term import (
    ONE,
    ZERO,
    Formula,
    Term,
    add,
    compare,
    conjunction,
    disjunction,
    multiply,
)


def whole_root(scene: Scene, state: State, term: Term) -> Number | None:
    """``math.isqrt(n)``; None where it surely raises."""
    if not scene.raises(state, compare("<", term, ZERO), "ValueError"):
        return None
    return Number(_chosen(scene, state, term, exact=True))


def float_root(scene: Scene, state: State, term: Term) -> Thing | None:
    """``math.sqrt(n)``; None where it surely raises."""
    if not scene.raises(state, compare("<", term, ZERO), "ValueError"):
        return None
    scene.may_raise(state, ("OverflowError",))
    result = scene.thing(k.FLOAT)
    state.sizes[result.id] = _chosen(scene, state, term, exact=False)
    return result


def half_power(scene: Scene, state: State, term: Term) -> Iterator[tuple[State, Value]]:
    """``n ** 0.5``: a float, or a complex number where ``n`` is negative."""
    other = state.fork()
    if state.suppose(compare("<=", ZERO, term)):
        found = float_root(scene, state, term)
        if found is not None:
            yield state, found
    if other.suppose(compare("<", term, ZERO)):
        scene.may_raise(other, ("OverflowError",))
        yield other, scene.thing(k.OBJECT)


def _chosen(scene: Scene, state: State, term: Term, *, exact: bool) -> Term:
    state.exact = False
    result = scene.choice(state)
    for fact in root_facts(term, result, exact=exact):
        state.suppose(fact)
    return result


def root_facts(term: Term, result: Term, *, exact: bool) -> Iterator[Formula]:
    """The whole part of the root of a number that is not negative.

    That of a float root is less certain, for both the number and the root are rounded: only that
    1 is its own root, and that no other root is as large as the number.
    """
    few = conjunction(compare("<=", term, ONE), compare("==", result, term))
    many = conjunction(compare("<=", ONE, result), compare("<", result, term))
    yield disjunction(few, many)
    if exact:
        after = add(result, ONE)
        yield compare("<=", multiply(result, result), term)
        yield compare("<", term, multiply(after, after))
