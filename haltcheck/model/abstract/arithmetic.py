"""Arithmetic on integers as terms; on sequences by length; on the rest by kind."""

from __future__ import annotations

import sys

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.bitwise import bits, shift
from haltcheck.model.abstract.condition import as_integer
from haltcheck.model.abstract.havoc import forget_objects
from haltcheck.model.abstract.power import power, product
from haltcheck.model.abstract.probe import Refusal, refused_operator
from haltcheck.model.abstract.quotient import divided
from haltcheck.model.abstract.scene import Scene, raise_surely
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.text import has_powers
from haltcheck.model.abstract.value import Flag, Items, Known, Number, Thing, Value, mask_of
from haltcheck.model.term import (
    ONE,
    ZERO,
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


def calculate(scene: Scene, state: State, operator: str, left: Value, right: Value) -> Value | None:
    """``left operator right``; None where the path ends here because it surely raises."""
    plain = operator.removesuffix("=")
    if isinstance(left, Known) or isinstance(right, Known):
        folded = _fold(plain, left, right)
        if folded is not None:
            return folded
    if isinstance(left, Flag) and isinstance(right, Flag) and plain in ("&", "|", "^"):
        return _logic(plain, left, right)
    first, second = as_integer(scene, state, left), as_integer(scene, state, right)
    if first is not None and second is not None:
        return integers(scene, state, plain, first, second)
    refusal = refused_operator(plain, left, right)
    if refusal is Refusal.ALWAYS or _overflows(plain, first, second, left, right):
        raise_surely(scene, state)
        return None
    mixed = (mask_of(left) | mask_of(right)) & ~k.UNBOUND
    too_large = mixed & k.FLOAT and mixed & k.WHOLE and has_powers(scene.frame.function)
    if refusal is Refusal.PERHAPS or too_large:
        scene.may_raise(state)
    return _by_kind(scene, state, operator, left, right)


_LARGEST_FLOAT = int(sys.float_info.max)


def _overflows(
    operator: str, first: Term | None, second: Term | None, left: Value, right: Value
) -> bool:
    """A constant that is too large for a float, or for the length of a sequence."""
    term, other = (first, right) if first is not None else (second, left)
    if not isinstance(term, Integer):
        return False
    mask = mask_of(other) & ~k.UNBOUND
    if mask == k.FLOAT:
        return abs(term.value) > _LARGEST_FLOAT
    return operator == "*" and bool(mask) and not mask & ~k.SEQUENCE and term.value > sys.maxsize


def _fold(operator: str, left: Value, right: Value) -> Value | None:
    """Constant texts: the few operators that known code uses on them."""
    if not (isinstance(left, Known) and isinstance(right, Known)) or operator != "+":
        return None
    match left.value, right.value:
        case (str() as first, str() as second):
            return Known(first + second)
        case (bytes() as first, bytes() as second):
            return Known(first + second)
        case _:
            return None


def _logic(operator: str, left: Flag, right: Flag) -> Value:
    if operator == "&":
        return Flag(conjunction(left.formula, right.formula))
    if operator == "|":
        return Flag(disjunction(left.formula, right.formula))
    return Flag(
        disjunction(
            conjunction(left.formula, invert(right.formula)),
            conjunction(invert(left.formula), right.formula),
        )
    )


def integers(scene: Scene, state: State, operator: str, left: Term, right: Term) -> Value | None:
    """An operator on two integers, exact where terms can say it."""
    match operator:
        case "+":
            return Number(add(left, right))
        case "-":
            return Number(subtract(left, right))
        case "*":
            return Number(product(left, right))
        case "//" | "%":
            if not scene.raises(state, compare("==", right, ZERO), "ZeroDivisionError"):
                return None
            return Number((floor_divide if operator == "//" else modulo)(left, right))
        case "/":
            return divided(scene, state, left, right)
        case "**":
            return power(scene, state, left, right)
        case "<<" | ">>":
            return shift(scene, state, operator, left, right)
        case "&" | "|" | "^":
            return bits(scene, state, operator, left, right)
        case _:
            scene.may_raise(state, ("TypeError",))
            return scene.thing(k.ANY)


def negative(scene: Scene, state: State, operator: str, value: Value) -> Value:
    """``-x``, ``+x`` or ``~x``."""
    term = as_integer(scene, state, value)
    if term is not None:
        if operator == "pos":
            return Number(term)
        return Number(negate(term) if operator == "neg" else subtract(negate(term), ONE))
    mask = mask_of(value)
    if isinstance(value, Known) and isinstance(value.value, float) and operator != "invert":
        return Known(-value.value if operator == "neg" else value.value)
    if mask & ~k.NUMBER or operator == "invert":
        scene.may_raise(state, ("TypeError",))
    return scene.unknown(state, mask if not mask & ~k.NUMBER else k.ANY)


def length(scene: Scene, state: State, value: Value) -> Term | None:
    """The length of a value that surely has one."""
    match value:
        case Known(value=str() | bytes() as text):
            return Integer(len(text))
        case Items(values=values):
            return Integer(len(values))
        case Thing(mask=mask) if mask and not mask & ~k.SIZED:
            return scene.size(state, value)
        case _:
            return None


def _by_kind(scene: Scene, state: State, operator: str, left: Value, right: Value) -> Value | None:
    """Sequences by their length, everything else by its kinds."""
    plain = operator.removesuffix("=")
    first, second = mask_of(left) & ~k.UNBOUND, mask_of(right) & ~k.UNBOUND
    if plain != operator and first & k.MUTABLE and second & ~k.NUMBER:
        # ``x += y`` may change a container in place, whatever its other names are.
        forget_objects(scene, state, k.MUTABLE)
    mask = k.arithmetic_result(plain, first, second, False)
    if mask == k.ANY or mask == 0:
        scene.may_raise(state)
        _touch(state, first | second)
        return scene.thing(k.ANY)
    if not (first | second) & ~k.NUMBER:
        return _floats(scene, state, plain, right, mask)
    if plain == "+" or plain == "*":
        return _sequence(scene, state, operator, left, right, mask)
    if plain == "%":
        scene.may_raise(state, ("TypeError",))
        return scene.thing(mask)
    return scene.thing(mask)


def _touch(state: State, mask: int) -> None:
    """An operator of an unknown object may do anything to what it can reach."""
    if mask & k.OBJECT:
        state.stale = True


def _floats(scene: Scene, state: State, operator: str, right: Value, mask: int) -> Value | None:
    if operator in ("/", "//", "%"):
        if not (isinstance(right, Known) and right.value):
            scene.may_raise(state, ("ZeroDivisionError",))
    elif operator == "**":
        scene.may_raise(state, ("OverflowError",))
    return scene.unknown(state, mask)


def first_is_text(value: Value, mask: int) -> bool:
    """Whether adding nothing to a value gives a value that is equal: text and tuples."""
    return mask_of(value) & ~k.UNBOUND == mask and not mask & ~(k.TEXT | k.TUPLE)


def _sequence(
    scene: Scene, state: State, operator: str, left: Value, right: Value, mask: int
) -> Value:
    from_left, from_right = length(scene, state, left), length(scene, state, right)
    if operator == "+" and isinstance(left, Items) and isinstance(right, Items):
        return Items(left.values + right.values)
    if operator.startswith("+") and from_right == ZERO and first_is_text(left, mask):
        return left
    result = scene.thing(mask, new=True)
    if operator.startswith("+"):
        if from_left is not None and from_right is not None:
            if mask & (mask - 1) or mask_of(left) != mask_of(right):
                scene.may_raise(state, ("TypeError",))
            state.sizes[result.id] = add(from_left, from_right)
        return result
    base = from_left if from_left is not None else from_right
    other = right if from_left is not None else left
    times = as_integer(scene, state, other)
    if base is not None and times is not None:
        clipped = choose(compare("<", ZERO, times), times, ZERO)
        state.sizes[result.id] = product(base, clipped)
    return result
