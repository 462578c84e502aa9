"""Integers beside floats: Python compares them exactly, so that a constant can be rounded."""

from __future__ import annotations

import math

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.quotient import beside_quotient
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import FORGOTTEN, State
from haltcheck.model.abstract.value import Known, Quotient, Thing, Value, as_term
from haltcheck.model.term import (
    FALSE,
    ZERO,
    Formula,
    Integer,
    Term,
    Truth,
    compare,
    conjunction,
    disjunction,
    invert,
)

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def beside_float(
    scene: Scene, state: State, operator: str, left: Value, right: Value
) -> Formula | None:
    """``left operator right`` for an integer and a float of which enough is known, else None.

    ``operator`` is one of ``< <= > >= ==``.
    """
    first, second = as_term(left), as_term(right)
    if first is None:
        if second is None:
            return None
        return beside_float(scene, state, _TURNED[operator], right, left)
    match right:
        case Known(value=float() as value):
            return _constant(operator, first, value)
        case Quotient():
            return beside_quotient(scene, state, operator, first, right)
        case Thing(id=identity, mask=k.FLOAT):
            whole = state.sizes.get(identity)
            if whole is not None and whole != FORGOTTEN:
                return _rounded(scene, state, operator, first, whole)
        case _:
            pass
    return None


def _constant(sign: str, term: Term, value: float) -> Formula:
    """``term sign value``; nothing compares with nan, and infinity is above all integers."""
    if math.isnan(value):
        return FALSE
    if math.isinf(value):
        return Truth(sign[0] == ("<" if value > 0 else ">"))
    floor, ceiling = Integer(math.floor(value)), Integer(math.ceil(value))
    match sign:
        case "<":
            return compare("<", term, ceiling)
        case "<=":
            return compare("<=", term, floor)
        case ">":
            return compare(">", term, floor)
        case ">=":
            return compare(">=", term, ceiling)
        case _:
            return compare("==", term, floor) if floor == ceiling else FALSE


def _rounded(scene: Scene, state: State, sign: str, term: Term, whole: Term) -> Formula:
    """``term sign f`` where ``f`` is finite and ``int(f)`` is ``whole``.

    A float that is not negative lies in [whole, whole + 1), another one in (whole - 1, whole].
    """
    if sign in (">", ">="):
        return invert(_rounded(scene, state, "<=" if sign == ">" else "<", term, whole))
    below = compare("<", term, whole)
    same = compare("==", term, whole)
    if sign == "==":
        return conjunction(same, scene.coin(state))
    if sign == "<":
        # ``whole < f`` is possible at or above zero only.
        above = compare("<=", ZERO, whole)
        return disjunction(below, conjunction(same, above, scene.coin(state)))
    # ``whole <= f`` is sure above zero, and possible elsewhere.
    sure = compare("<", ZERO, whole)
    return disjunction(below, conjunction(same, disjunction(sure, scene.coin(state))))
