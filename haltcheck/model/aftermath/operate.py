"""Operators, comparisons, subscripts and unpacking on what is known after an event."""

from __future__ import annotations

import operator as o
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from haltcheck.frontend.expression import Literal
from haltcheck.model.aftermath.collision import collided
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.degenerate import unmoved
from haltcheck.model.aftermath.drained import holds_nothing
from haltcheck.model.aftermath.infinite import calculated
from haltcheck.model.aftermath.layout import ANY_NUMBER, UNSIGNED
from haltcheck.model.aftermath.linear import is_compound, is_said, read_sum, sum_of, value_of
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError
from haltcheck.model.aftermath.padded import bare, is_visible, padded
from haltcheck.model.aftermath.past import moved_on
from haltcheck.model.aftermath.pathlike import same_path
from haltcheck.model.aftermath.pool import picked
from haltcheck.model.aftermath.replaced import still_holds
from haltcheck.model.aftermath.running import compared
from haltcheck.model.aftermath.spoken import speaks_of_data
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import (
    BELOW,
    EMPTY,
    UNSURE,
    Below,
    Empty,
    Known,
    Listed,
    Symbol,
    Value,
    derived,
    tainted,
    text_of,
)
from haltcheck.model.aftermath.window import lesser

_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": o.add,
    "-": o.sub,
    "*": o.mul,
    "//": o.floordiv,
    "%": o.mod,
    "&": o.and_,
    "|": o.or_,
    "^": o.xor,
}
_ORDER: dict[str, Callable[[Any, Any], Any]] = {"<": o.lt, "<=": o.le, ">": o.gt, ">=": o.ge}
_LARGE = 1 << 64


def operate(context: Context, state: State, operator: str, values: list[Value]) -> Value:
    """The result of an operator; unsure where nothing is known of it."""
    same = unmoved(context, operator, values) or still_holds(operator, values)
    same = same or picked(context, state, operator, values)
    same = same or collided(context, state, operator, values)
    same = same or calculated(context, operator, values) or padded(context, operator, values)
    if same is not None:
        return same
    if operator in ("==", "!=", "is", "is not", "in", "not in", *_ORDER):
        return _compare(context, state, operator, values[0], values[1])
    if operator == "neg":
        return operate(context, state, "-", [Known(0), values[0]])
    if operator == "invert":
        # ~n is -n - 1.
        return operate(context, state, "-", [Known(-1), values[0]])
    if operator == "format" or operator == "join" or len(values) != 2:
        return UNSURE
    if context.event is Event.NEVER:
        return UNSURE
    plain = operator.removesuffix("=")
    if context.event is Event.STEP and plain in ("+", "-") and _stands(context, state, values):
        return values[0]
    if context.away and plain in ("+", "-") and _leads_away(context, values):
        state.met = True
        return values[0]
    if plain == "+" and holds_nothing(context.event, values[1]):
        return values[0]
    if plain in ("//", "%", "/") and values[1] == Known(0):
        raise RaisedError("ZeroDivisionError")
    if plain == "%" and of_event(context, values[1]):
        raise LeavesError("a format may refuse it")
    if isinstance(values[0], Below) and plain in ("+", "-"):
        return _counted(state, plain, values[1])
    past = moved_on(context, state, plain, values)
    if past is not None:
        return past
    found = _calculate(state, plain, values[0], values[1])
    if plain in ("+", "-"):
        return found
    masked = plain == "&" and isinstance(values[1], Known)
    return spoken(context, state, found, values[:1] if masked else values)


def _counted(state: State, operator: str, by: Value) -> Value:
    """A number below zero that is counted down."""
    falls = by.value if isinstance(by, Known) and type(by.value) is int else 0
    if (falls if operator == "-" else -falls) <= 0:
        return UNSURE
    state.met = True
    return BELOW


def of_event(context: Context, value: Value) -> bool:
    """Whether it is what the event brought, which a callee or a table may refuse."""
    return tainted(value) or any(value is one for one in context.chosen.values())


def _leads_away(context: Context, values: list[Value]) -> bool:
    """Whether the number moves on to the side where it stands, which is all that counts of it."""
    match values:
        case [Symbol(text=name), Symbol(text=step)]:
            return (name, step) in context.away
        case _:
            return False


def _stands(context: Context, state: State, values: list[Value]) -> bool:
    """Whether what is added is nothing: a number, a duration or a text that the caller gives."""
    match values:
        case [Symbol(), Symbol() as step]:
            if context.decide(replace(step, length=None, filled=False)) is False:
                state.met = True
                return True
        case _:
            pass
    return False


def _calculate(state: State, operator: str, left: Value, right: Value) -> Value:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Empty) and operator == "+":
            return other if isinstance(other, Symbol | Known | Empty) else UNSURE
        if isinstance(one, Empty) and operator == "*":
            return EMPTY
    if isinstance(left, Known) and isinstance(right, Known):
        return _fold(_ARITHMETIC.get(operator), left.value, right.value)
    if operator in ("+", "-") and _is_sum(operator, left, right):
        return _added(operator, left, right)
    for one, other in ((left, right), (right, left)):
        no_text = isinstance(one, Known) and one.value in (0, "", b"") and operator == "+"
        if no_text and isinstance(other, Symbol):
            return other
    if isinstance(left, Listed) or isinstance(right, Listed) or tainted(left) or tainted(right):
        return UNSURE
    found = _spelt(operator, left, right)
    if operator == "+" and isinstance(found, Symbol) and (length := _length_of(left, right)):
        found = replace(found, length=length)
    texts = [one.value for one in (left, right) if isinstance(one, Known)]
    if operator == "+" and any(isinstance(one, str | bytes) and one for one in texts):
        return replace(found, filled=True) if isinstance(found, Symbol) else found
    return found


def _length_of(left: Value, right: Value) -> int:
    """The length of two texts one behind the other, 0 where that of one is not known."""
    lengths = [one.length if isinstance(one, Symbol) else None for one in (left, right)]
    return sum(one for one in lengths if one is not None) if None not in lengths else 0


def _spelt(operator: str, left: Value, right: Value) -> Value:
    """The operation on what stands still, with brackets where another stands inside."""
    sides = [
        Symbol(f"({one.text})")
        if operator != "+" and isinstance(one, Symbol) and is_compound(text_of(one))
        else one
        for one in (left, right)
    ]
    return derived("{} " + operator + " {}", *sides)


def _is_sum(operator: str, left: Value, right: Value) -> bool:
    """Whether numbers are added up: one is an integer that is known, or the data says one."""
    if is_spoken(left) or is_spoken(right):
        return True
    if isinstance(left, Symbol):
        return _is_whole(right)
    return operator == "+" and isinstance(right, Symbol) and _is_whole(left)


def _is_whole(value: Value) -> bool:
    return isinstance(value, Known) and isinstance(value.value, int)


def _added(operator: str, left: Value, right: Value) -> Value:
    first, second = sum_of(left), sum_of(right)
    if first is None or second is None:
        return UNSURE
    return value_of(first.plus(second, 1 if operator == "+" else -1)) or UNSURE


def _fold(function: Callable[[Any, Any], Any] | None, left: Literal, right: Literal) -> Value:
    texts = isinstance(left, str | bytes) or isinstance(right, str | bytes)
    if function is None or (texts and function is not o.add):
        return UNSURE
    for one in (left, right):
        if isinstance(one, int) and abs(one) > _LARGE:
            return UNSURE
    try:
        return Known(function(left, right))
    except (TypeError, ArithmeticError, ValueError) as error:
        raise RaisedError(type(error).__name__) from error


ANYTHING = "_"
"""Whatever a value becomes, in a fact."""

NOTHING = Known(None)

_POSITIVE = {"!=": "==", "is not": "is", "not in": "in"}


def _compare(context: Context, state: State, operator: str, left: Value, right: Value) -> Value:
    """A comparison; what stands still is written with ``<``, ``==``, ``is`` and ``in`` alone."""
    if operator in _POSITIVE:
        return _inverted(_compare(context, state, _POSITIVE[operator], left, right))
    if operator == ">":
        return _compare(context, state, "<", right, left)
    if operator == ">=":
        return _inverted(_compare(context, state, "<", left, right))
    if operator == "<=":
        return _inverted(_compare(context, state, "<", right, left))
    if operator == "in":
        return _contains(context, state, left, right)
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Below) and isinstance(other, Known) and type(other.value) is int:
            decides = other.value >= 0 and operator != "is"
            return Known(operator == "<" and one is left) if decides else UNSURE
    return lesser(context, operator, left, right) or _relate(operator, left, right)


def _inverted(value: Value) -> Value:
    match value:
        case Known(value=bool() as answer):
            return Known(not answer)
        case Symbol(text=text, negated=negated):
            return Symbol(text, not negated)
        case _:
            return UNSURE


def _relate(operator: str, left: Value, right: Value) -> Value:
    version = compared(operator, left, right)
    if version is not None:
        return version
    paths = same_path(left, right) if operator == "==" else None
    if paths is not None:
        return paths
    if isinstance(left, Known) and isinstance(right, Known):
        if operator == "<":
            return _fold_order(left.value, right.value)
        if operator == "is":
            alike = type(left.value) is type(right.value) and left.value == right.value
            return Known(alike) if left.value is None or right.value is None else UNSURE
        return Known(left.value == right.value)
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Empty) and isinstance(other, Known | Empty | Listed):
            if operator == "==":
                return Known(isinstance(other, Empty) or _is_nothing(other))
            return Known(False) if operator == "is" and other == Known(None) else UNSURE
        if operator == "is" and not isinstance(one, Known | Symbol) and other == NOTHING:
            return Known(False) if not isinstance(one, type(UNSURE)) else UNSURE
        if isinstance(one, Empty) and isinstance(other, Symbol) and operator == "==":
            return Known(False) if other.filled else Symbol(f"{other.text} == ''")
        if other == NOTHING and isinstance(one, Symbol) and (one.filled or _has_parts(one)):
            return Known(False)
        if isinstance(one, Symbol) and one.length is not None and isinstance(other, Known):
            text = other.value
            if operator == "==" and isinstance(text, str | bytes) and len(text) != one.length:
                return Known(False)
    if isinstance(left, Symbol) and text_of(left) == text_of(right):
        return Known(operator != "<")
    return derived("{} " + operator + " {}", left, right)


def _has_parts(value: Symbol) -> bool:
    found = read_sum(value.text)
    return bool(found.constant) or len(found.terms) > 1


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Known) and value.value in ("", b"")


def _fold_order(left: Literal, right: Literal) -> Value:
    try:
        return Known(bool(left < right))  # type: ignore[operator]
    except TypeError as error:
        raise RaisedError("TypeError") from error


def _contains(context: Context, state: State, left: Value, right: Value) -> Value:
    if context.event is Event.NEVER and isinstance(right, Symbol):
        # What is asked for may be anything at all, but in what the caller gave it never is.
        if context.decide(Symbol(f"{ANYTHING} in {right.text}")) is False:
            state.met = True
            return Known(False)
        return UNSURE
    if isinstance(left, Known) and is_visible(left.value):
        right = bare(right)
    match right:
        case Listed(values=values):
            return _any_of(context, left, values)
        case Known(value=str() | bytes() as text):
            if isinstance(left, Empty):
                return Known(True)
            if isinstance(left, Known) and type(left.value) is type(text):
                return Known(left.value in text)  # type: ignore[operator]
        case Empty():
            return Known(_is_nothing(left) or isinstance(left, Empty))
        case Symbol(text=text) if not state.changed(text):
            if isinstance(left, Empty):
                # What the module ``string`` lists is a text, and no list of texts.
                return Known(True) if text.removeprefix("::string.") in _LISTED else UNSURE
            if isinstance(left, Known) and context.lacks(left):
                return Known(False)
            return derived("{} in {}", left, right)
        case _:
            pass
    return derived("{} in {}", left, right) if isinstance(right, Known) else UNSURE


_LISTED = frozenset(
    {"ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits"}
    | {"printable", "punctuation", "whitespace"}
)
_FEW = 4
"""So many constants are told apart; more of them are one fact."""


def _among(left: Value, constants: tuple[Value, ...]) -> Value:
    """Whether what stands still is one of some constants."""
    if not isinstance(left, Symbol) or not all(isinstance(one, Known) for one in constants):
        return UNSURE
    return derived("{} in {}", left, Listed("", constants))


def _any_of(context: Context, left: Value, values: tuple[Value, ...]) -> Value:
    """Whether it equals one of the values; comparisons that stand still are decided in turn."""
    parts = [_relate("==", left, one) for one in values]
    if any(part == Known(True) for part in parts):
        return Known(True)
    if all(part == Known(False) for part in parts):
        return Known(False)
    if len(parts) > _FEW:
        return _among(left, values)
    if not all(isinstance(part, Known | Symbol) for part in parts):
        return UNSURE
    for part in parts:
        answer = context.decide(part)
        if not isinstance(answer, bool) or answer:
            return Known(True) if answer is True else UNSURE
    return Known(False)


def is_spoken(value: Value) -> bool:
    """Whether something that the data says is a part of it."""
    return isinstance(value, Symbol) and speaks_of_data(value.text)


def spoken(context: Context, state: State, found: Value, values: list[Value]) -> Value:
    """What is made of numbers that the data says, and of constants, is what the data says too."""
    if context.event is not Event.DATA or not isinstance(found, Symbol):
        return found
    told = [value for value in values if not isinstance(value, Known)]
    alone = all(isinstance(one, Symbol) and not _terms_apart(one) for one in told)
    natural = all(_is_natural(context, one) for one in values)
    cell = UNSIGNED if natural else ANY_NUMBER
    return context.say(state, found.text, cell) if told and alone else found


def _is_natural(context: Context, value: Value) -> bool:
    """Whether it is a number that cannot be negative."""
    found = sum_of(value)
    if found is None or found.constant < 0:
        return False
    cells = [context.cells.get(text, ANY_NUMBER) for text, _ in found.terms]
    signs = [many > 0 for _, many in found.terms]
    return all(signs) and all(cell.low is not None and cell.low >= 0 for cell in cells)


def _terms_apart(value: Symbol) -> bool:
    """Whether anything but what the data says is a part of the number."""
    return not all(is_said(text) for text, _ in read_sum(value.text).terms)
