"""Built-in functions after the event."""

from __future__ import annotations

from collections.abc import Callable

from haltcheck.model.aftermath.outcome import LeavesError, RaisedError
from haltcheck.model.aftermath.padded import is_padded
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import (
    EMPTY,
    UNSURE,
    Empty,
    Known,
    Listed,
    Symbol,
    Value,
    derived,
    tainted,
    truth_of,
)

Builtin = Callable[[State, list[Value]], Value]


def _len(state: State, values: list[Value]) -> Value:
    match values:
        case [Empty()]:
            return Known(0)
        case [Known(value=str() | bytes() as text)]:
            return Known(len(text))
        case [Listed(kind="tuple" | "list", values=parts)]:
            return Known(len(parts))
        case [Symbol(length=int() as length)]:
            return Known(length)
        case [Symbol(text=text) as value] if not (state.changed(text) or is_padded(value)):
            return derived("len({})", value)
        case _:
            return UNSURE


def _extreme(name: str) -> Builtin:
    def extreme(state: State, values: list[Value]) -> Value:
        literals = [value.value for value in values if isinstance(value, Known)]
        numbers = [one for one in literals if isinstance(one, int)]
        if len(numbers) == len(values) > 1:
            return Known(min(numbers) if name == "min" else max(numbers))
        if len(values) == 1 and tainted(values[0]):
            raise RaisedError("ValueError")
        if len(values) < 2:
            return UNSURE
        return derived(f"{name}({', '.join(['{}'] * len(values))})", *values)

    return extreme


def _number(state: State, values: list[Value]) -> Value:
    match values:
        case [Empty(), *_] | [Known(value="" | b""), *_]:
            raise RaisedError("ValueError")
        case [Known(value=int() as number)]:
            return Known(int(number))
        case [Symbol() as value]:
            return derived("int({})", value)
        case _:
            if any(tainted(value) for value in values):
                raise LeavesError("it may raise on what was read")
            return UNSURE


def _bool(state: State, values: list[Value]) -> Value:
    found = truth_of(values[0]) if len(values) == 1 else UNSURE
    if isinstance(found, Symbol) and state.changed(found.text):
        return UNSURE
    return Known(found) if isinstance(found, bool) else found


def _copy(kind: str) -> Builtin:
    def copy(state: State, values: list[Value]) -> Value:
        match values:
            case [] | [Empty()]:
                return Listed(kind, ())
            case _:
                return UNSURE

    return copy


def copied(state: State, kind: str, value: Value) -> Value:
    """A list or dict of what another thing holds, by what it is a copy of."""
    match value:
        case Symbol(text=text) if not state.changed(text):
            return derived(f"{kind}({{}})", value)
        case _:
            return UNSURE


def _table(state: State, values: list[Value]) -> Value:
    """A new table, by what it is a copy of."""
    match values:
        case []:
            return Listed("dict", ())
        case [value]:
            return copied(state, "dict", value)
        case _:
            return UNSURE


def _text(state: State, values: list[Value]) -> Value:
    match values:
        case [] | [Empty(), *_]:
            return EMPTY
        case [Known(value=str()) as value]:
            return value
        case _:
            return UNSURE


def _octets(state: State, values: list[Value]) -> Value:
    match values:
        case [Symbol(text=text) as value] if text.endswith(")]") and "[slice(" in text:
            # What was cut out is a text or bytes, and a copy of it is the same.
            return value
        case _:
            return _text(state, values)


def _ord(state: State, values: list[Value]) -> Value:
    if any(tainted(value) for value in values):
        raise RaisedError("TypeError")
    match values:
        case [Known(value=str() | bytes() as sign)] if len(sign) == 1:
            return Known(ord(sign))
        case [_]:
            return derived("ord({})", *values)
        case _:
            return UNSURE


def _kind(state: State, values: list[Value]) -> Value:
    if any(isinstance(value, Empty) for value in values) or len(values) != 2:
        return UNSURE
    if isinstance(values[0], Symbol) and values[0].text.endswith(")]"):
        # What is cut out is of the kind of the whole, which nobody asked for.
        return UNSURE
    return derived("isinstance({}, {})", *values)


def _quiet(state: State, values: list[Value]) -> Value:
    return UNSURE


def _shown(state: State, values: list[Value]) -> Value:
    return Known(None)


BUILTINS: dict[str, Builtin] = {
    "len": _len,
    "min": _extreme("min"),
    "max": _extreme("max"),
    "int": _number,
    "bool": _bool,
    "list": _copy("list"),
    "tuple": _copy("tuple"),
    "dict": _table,
    "bytes": _octets,
    "bytearray": _octets,
    "memoryview": _octets,
    "str": _text,
    "ord": _ord,
    "isinstance": _kind,
    "id": _quiet,
    "callable": _quiet,
    "repr": _quiet,
    "type": _quiet,
    "print": _shown,
}
