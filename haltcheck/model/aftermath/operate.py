"""Operators, comparisons, subscripts and unpacking on what is known after an event."""

from __future__ import annotations

import operator as o
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from haltcheck.basis.once import once
from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.start import immutable
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import (
    EMPTY,
    READY,
    UNSURE,
    Empty,
    Fields,
    Known,
    Listed,
    Symbol,
    Value,
    derived,
    tainted,
    text_of,
)
from haltcheck.model.program import Function, Program

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
    return _calculate(state, plain, values[0], values[1])


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
    if operator in ("+", "-") and isinstance(left, Symbol):
        match right:
            case Known(value=bool()):
                return UNSURE
            case Known(value=int() as step):
                return _moved(left, step if operator == "+" else -step)
            case _:
                pass
    if operator == "+" and isinstance(right, Symbol):
        match left:
            case Known(value=int() as step):
                return _moved(right, step)
            case _:
                pass
    for one, other in ((left, right), (right, left)):
        no_text = isinstance(one, Known) and one.value in (0, "", b"") and operator == "+"
        if no_text and isinstance(other, Symbol):
            return other
    if isinstance(left, Listed) or isinstance(right, Listed) or tainted(left) or tainted(right):
        return UNSURE
    found = derived("{} " + operator + " {}", left, right)
    texts = [one.value for one in (left, right) if isinstance(one, Known)]
    if operator == "+" and any(isinstance(one, str | bytes) and one for one in texts):
        return replace(found, filled=True) if isinstance(found, Symbol) else found
    return found


_OFFSET = re.compile(r"(.*) \+ (-?\d+)")


def _moved(value: Symbol, step: int) -> Value:
    """A number that stands still, some steps further: ``n + 3 - 3`` is ``n`` again."""
    found = _OFFSET.fullmatch(value.text)
    base, offset = (found[1], int(found[2]) + step) if found else (value.text, step)
    if not offset:
        return Symbol(base)
    return derived(f"{{}} + {offset}", Symbol(base))


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
    return _relate(operator, left, right)


def _inverted(value: Value) -> Value:
    match value:
        case Known(value=bool() as answer):
            return Known(not answer)
        case Symbol(text=text, negated=negated):
            return Symbol(text, not negated)
        case _:
            return UNSURE


def _relate(operator: str, left: Value, right: Value) -> Value:
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
        if not isinstance(one, Known | Symbol) and other == Known(None) and operator == "is":
            return Known(False) if not isinstance(one, type(UNSURE)) else UNSURE
        if isinstance(one, Empty) and isinstance(other, Symbol) and operator == "==":
            return Known(False) if other.filled else Symbol(f"{other.text} == ''")
        if isinstance(one, Symbol) and one.filled and other == Known(None):
            return Known(False)
        if isinstance(one, Symbol) and one.length is not None and isinstance(other, Known):
            text = other.value
            if operator == "==" and isinstance(text, str | bytes) and len(text) != one.length:
                return Known(False)
    if isinstance(left, Symbol) and text_of(left) == text_of(right):
        return Known(operator != "<")
    return derived("{} " + operator + " {}", left, right)


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
    match right:
        case Listed(values=values):
            parts = [_relate("==", left, one) for one in values]
            if any(part == Known(True) for part in parts):
                return Known(True)
            return Known(False) if all(part == Known(False) for part in parts) else UNSURE
        case Known(value=str() | bytes() as text):
            if isinstance(left, Empty):
                return Known(True)
            if isinstance(left, Known) and type(left.value) is type(text):
                return Known(left.value in text)  # type: ignore[operator]
        case Empty():
            return Known(_is_nothing(left) or isinstance(left, Empty))
        case Symbol(text=text) if not state.changed(text):
            if isinstance(left, Empty):
                return UNSURE
            if context.event is Event.MISSING and isinstance(left, Known):
                return Known(False)
            return derived("{} in {}", left, right)
        case _:
            pass
    return derived("{} in {}", left, right) if isinstance(right, Known) else UNSURE


def item(context: Context, state: State, base: Value, key: Value) -> Value:
    """``base[key]``: an item or a slice."""
    is_slice = isinstance(key, Listed) and key.kind == "slice"
    match base:
        case Empty():
            if is_slice:
                return EMPTY
            raise RaisedError("IndexError")
        case Fields():
            if context.event is Event.ZERO:
                state.met = True
                return Known(context.number)
        case Listed(kind="tuple" | "list", values=values) if isinstance(key, Known):
            index = key.value
            if isinstance(index, int):
                if not -len(values) <= index < len(values):
                    raise RaisedError("IndexError")
                return values[index]
        case Known(value=str() | bytes() as text):
            return _constant_item(text, key)
        case Symbol(text=text) if not state.changed(text) or text in immutable(context.function):
            return _found(context, state, base, key)
        case _:
            pass
    return UNSURE


_WHOLE = (Known(0), Known(None))


def _found(context: Context, state: State, base: Symbol, key: Value) -> Value:
    """An item of what stands still: a byte, a slice, a record that may lead back to its key."""
    if isinstance(key, Listed) and key.kind == "slice":
        lower, rest = key.values[:1], key.values[1:]
        if lower and lower[0] in _WHOLE and all(part == Known(None) for part in rest):
            return base
        return derived("{}[{}]", base, key)
    if context.supposed.get(base.text) is False:
        raise RaisedError("IndexError")
    numbers = context.event is Event.ZERO and context.number >= 0 and bool(text_of(key))
    if numbers and _is_bytes(context, base.text):
        state.met = True
        return Known(context.number)
    if context.event is Event.LINK:
        return linked(context, state, base, key, "{}[{}]")
    return derived("{}[{}]", base, key)


def linked(context: Context, state: State, base: Symbol, key: Value, template: str) -> Value:
    """What a table holds under a key: a record that names a key, or the very key again."""
    if base.text in context.links and isinstance(key, Known):
        state.met = True
        return context.links[base.text]
    found = derived(template, base, key)
    if isinstance(found, Symbol) and isinstance(key, Symbol) and is_outside(context, base.text):
        context.links[found.text] = key
    return found


def is_outside(context: Context, text: str) -> bool:
    """Whether a table holds what the outside world said: an attribute, or data just parsed."""
    root, dot, _ = text.partition(".")
    if dot or root.startswith("::"):
        name = text.rpartition(".")[2]
        plain = not root.startswith("::") and "(" not in text
        return plain and name not in _comprehended(context.program)
    origin = context.resolver.bindings(context.function).origin(i.Local(root))
    return isinstance(origin, i.Call | i.CallMethod) and origin.text in _PARSES


def _comprehended(program: Program) -> frozenset[str]:
    """Attributes that hold what a comprehension of this file built, as acyclic as its source."""
    found: set[str] = set()
    for function in program.functions.values():
        code = [one for block in function.blocks for one in block.instructions]
        built = {one.container for one in code if isinstance(one, i.Extend)}
        found |= {
            one.name for one in code if isinstance(one, i.SetAttribute) and one.value in built
        }
    return frozenset(found)


_PARSES = frozenset({"json.loads", "json.load", "yaml.safe_load", "tomllib.load", "tomllib.loads"})


def _is_bytes(context: Context, text: str) -> bool:
    """Whether its items are numbers from outside: by its type, or as it is walked by its length."""
    for parameter in context.function.parameters:
        if parameter.name == text:
            kind = (parameter.annotation or "").strip("'\"")
            if kind:
                return kind in ("bytes", "bytearray", "memoryview", "bytes | bytearray", "Buffer")
            return text in _measured(context.function)
    return False


def _find_measured(function: Function) -> frozenset[str]:
    return frozenset(
        one.items[0].value.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.Call)
        and one.text == "len"
        and len(one.items) == 1
        and isinstance(one.items[0].value, i.Local)
    )


_measured = once(_find_measured)


def _constant_item(text: str | bytes, key: Value) -> Value:
    match key:
        case Listed(kind="slice") if not text:
            return Known(text)
        case Known(value=int() as index):
            if not -len(text) <= index < len(text):
                raise RaisedError("IndexError")
            return Known(text[index])
        case Listed(kind="slice", values=parts):
            bounds: list[Any] = [part.value for part in parts if isinstance(part, Known)]
            whole = len(bounds) == len(parts) > 0
            return Known(text[slice(*bounds)]) if whole else UNSURE
        case _:
            return UNSURE


def unpack(context: Context, state: State, value: Value, count: int, star: int) -> list[Value]:
    """What each of the targets gets."""
    match value:
        case Listed(values=values) if len(values) == count and star < 0:
            return list(values)
        case Fields() if context.event is Event.ZERO and star < 0:
            state.met = True
            return [Known(context.number)] * count
        case Empty():
            raise RaisedError("ValueError")
        case Symbol(text=text) if star < 0 and not state.changed(text):
            return [derived("{}[" + str(index) + "]", value) for index in range(count)]
        case _:
            return [UNSURE] * count


__all__ = ["READY", "item", "operate", "unpack"]
