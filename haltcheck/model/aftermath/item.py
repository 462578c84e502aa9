"""Subscripts and unpacking on what is known after an event, and what tables hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Kind, bindings_of_attribute
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.degenerate import cut_nothing
from haltcheck.model.aftermath.layout import UNSIGNED, Cell, cells
from haltcheck.model.aftermath.linear import is_said, sum_of
from haltcheck.model.aftermath.operate import of_event
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError
from haltcheck.model.aftermath.padded import again, bare, is_padded
from haltcheck.model.aftermath.past import cut_past
from haltcheck.model.aftermath.running import part_of_version
from haltcheck.model.aftermath.start import immutable
from haltcheck.model.aftermath.state import LAST, State
from haltcheck.model.aftermath.value import (
    EMPTY,
    UNSURE,
    Empty,
    Fields,
    Known,
    Listed,
    Made,
    Symbol,
    Value,
    derived,
)
from haltcheck.model.program import Function, Program, code_of
from haltcheck.model.reference.computed import works_out
from haltcheck.model.reference.store import is_digest, is_told

_ANSWERS = frozenset({Event.SAME, Event.DRAINED, Event.POLLED})


def item(context: Context, state: State, base: Value, key: Value, name: str = "") -> Value:
    """``base[key]``: an item or a slice; ``name`` is what the code calls the key."""
    is_slice = isinstance(key, Listed) and key.kind == "slice"
    told = part_of_version(base, key)
    if told is not None:
        return told
    match base:
        case Empty():
            if is_slice:
                return EMPTY
            raise RaisedError("IndexError")
        case Fields(text=text):
            if isinstance(key, Known) and type(key.value) is int:
                return _field(context, state, base, key.value)
            return derived(f"{text}[{{}}]", key)
        case Listed(kind="tuple" | "list", values=()) if is_slice:
            return base
        case Listed(kind="tuple" | "list", values=values) if isinstance(key, Known):
            index = key.value
            if isinstance(index, int):
                if not -len(values) <= index < len(values):
                    raise RaisedError("IndexError")
                return values[index]
        case Made(fields=fields, is_row=True) if isinstance(key, Known) and isinstance(
            key.value, int
        ):
            index = key.value
            return fields[index][1] if -len(fields) <= index < len(fields) else UNSURE
        case Known(value=str() | bytes() as text):
            return _constant_item(text, key)
        case Symbol() if is_padded(base):
            is_part = is_slice or key == Known(0)
            return again(item(context, state, bare(base), key)) if is_part else UNSURE
        case Symbol(text=text) if key == Known(-1) and (text, LAST) in state.attributes:
            return state.attributes[text, LAST]
        case Symbol(text=text) if not state.changed(text) or context.is_fixed(text):
            return _found(context, state, base, key, name)
        case _:
            pass
    return UNSURE


_WHOLE = (Known(0), Known(None))


def _found(context: Context, state: State, base: Symbol, key: Value, name: str) -> Value:
    """An item of what stands still: a byte, a slice, a record that may lead back to its key."""
    if of_event(context, key) and not _is_bytes(context, base.text):
        raise LeavesError(f"{base.text} may not have it")
    if is_nothing(key):
        return EMPTY
    cut = cut_nothing(base, key) if context.event is Event.DEGENERATE else None
    if cut is not None:
        return cut
    past = cut_past(context, state, base, key)
    if past is not None:
        return past
    if isinstance(key, Listed) and key.kind == "slice":
        lower, rest = key.values[:1], key.values[1:]
        if lower and lower[0] in _WHOLE and all(part == Known(None) for part in rest):
            return base
        return derived("{}[{}]", base, key)
    if context.is_false(base.text):
        raise RaisedError("IndexError")
    if context.event in _ANSWERS and is_said(base.text):
        found = derived("{}[{}]", base, key)
        return context.say(state, found.text) if isinstance(found, Symbol) else UNSURE
    if context.event is not Event.DATA or is_digest(name):
        # What is found under the hash of its contents does not contain its own hash.
        return derived("{}[{}]", base, key)
    cell = _BYTE if _is_bytes(context, base.text) else _CHARACTER
    if cell is _BYTE or _is_text(context, base.text):
        found = derived("{}[{}]", base, key)
        if not isinstance(found, Symbol):
            return found
        told = context.say(state, found.text, cell)
        # No character is empty.
        one = cell is _CHARACTER and isinstance(told, Symbol)
        return replace(told, filled=True) if one and isinstance(told, Symbol) else told
    return looked_up(context, state, base, key, "{}[{}]")


def rest_of(key: Value) -> Value | None:
    """The slice that ``del base[key]`` leaves, where it takes the beginning away."""
    match key:
        case Listed(kind="slice", values=(Known(value=None | 0), end, Known(value=None))):
            return None if end == Known(None) else Listed("slice", (end, Known(None), Known(None)))
        case _:
            return None


def is_nothing(key: Value) -> bool:
    """Whether a slice ends where it begins, or before; nothing stands before the first item."""
    match key:
        case Listed(kind="slice", values=(_, Known(value=0), *steps)) if _upwards(steps):
            return True
        case Listed(kind="slice", values=(start, end, *_)):
            first, last = sum_of(start), sum_of(end)
            if first is None or last is None:
                return False
            gap = last.plus(first, -1)
            return not gap.terms and gap.constant <= 0 and start != Known(None)
        case _:
            return False


def _upwards(steps: list[Value]) -> bool:
    return all(step in (Known(None), Known(1)) for step in steps)


_BYTE = Cell(0, 255)
_CHARACTER = Cell(None)


def looked_up(context: Context, state: State, base: Symbol, key: Value, template: str) -> Value:
    """What a table holds under a key: the outside world has chosen it where it made the table."""
    found = derived(template, base, key)
    if isinstance(found, Symbol) and (is_said(base.text) or is_outside(context, base.text)):
        value = context.say(state, found.text)
        # An item of a text is never empty, and a link that leads on is not nothing.
        return replace(value, filled=True) if isinstance(value, Symbol) else value
    return found


def _field(context: Context, state: State, fields: Fields, index: int) -> Value:
    known = cells(fields.layout) if fields.layout else None
    if known is not None and not -len(known) <= index < len(known):
        raise RaisedError("IndexError")
    cell = UNSIGNED if known is None else known[index]
    return context.say(state, f"{fields.text}[{index}]", cell)


def is_outside(context: Context, text: str) -> bool:
    """Whether a table holds what the outside world said: an attribute, or data just parsed."""
    root, dot, _ = text.partition(".")
    if dot or root.startswith("::"):
        name = text.rpartition(".")[2]
        plain = not root.startswith("::") and "(" not in text
        if not plain or name in _comprehended(context.program):
            return False
        if works_out(context.program, context.function.in_class, name):
            return False
        return is_told(context.resolver, name) and not _is_guarded(context, name)
    origin = context.resolver.bindings(context.function).origin(i.Local(root))
    return isinstance(origin, i.Call | i.CallMethod) and origin.text in _PARSES


def _is_guarded(context: Context, name: str) -> bool:
    """Whether what stores into the attribute walks along it first, as a check would."""
    known, key = _guarded(context.program), (context.function.qualname, name)
    if key not in known:
        known[key] = _find_guarded(context, name)
    return known[key]


def _nothing_known(program: Program) -> dict[tuple[str, str], bool]:
    return {}


_guarded = once(_nothing_known, most=4)


def _find_guarded(context: Context, name: str) -> bool:
    walks = context.function.name
    for function in context.program.functions.values():
        if function is context.function:
            continue
        code = list(code_of(function))
        tables = {
            one.target for one in code if isinstance(one, i.GetAttribute) and one.name == name
        }
        checks = [
            one.span
            for one in code
            if isinstance(one, i.Call | i.CallMethod) and one.text.rpartition(".")[2] == walks
        ]
        stores = [
            one for one in code if isinstance(one, i.SetItem) and _named(one.object) in tables
        ]
        if any(check < store.span for check in checks for store in stores):
            return True
    return False


def _named(operand: i.Operand) -> str:
    return operand.name if isinstance(operand, i.Local) else ""


def _find_comprehended(program: Program) -> frozenset[str]:
    """Attributes that hold what a comprehension of this file built, as acyclic as its source."""
    found: set[str] = set()
    for function in program.functions.values():
        code = list(code_of(function))
        built = {one.container for one in code if isinstance(one, i.Extend)}
        found |= {
            one.name for one in code if isinstance(one, i.SetAttribute) and one.value in built
        }
    return frozenset(found)


_comprehended = once(_find_comprehended, most=4)

_PARSES = frozenset({"json.loads", "json.load", "yaml.safe_load", "tomllib.load", "tomllib.loads"})


def _is_bytes(context: Context, text: str) -> bool:
    """Whether its items are numbers from outside: by its type, or as it is walked by its length."""
    for parameter in context.function.parameters:
        if parameter.name == text:
            kind = (parameter.annotation or "").strip("'\"")
            if kind:
                return kind in ("bytes", "bytearray", "memoryview", "bytes | bytearray", "Buffer")
            return text in _measured(context.function) | immutable(context.function)
    if text.count(".") == 1:
        return _begins_as_bytes(context, *text.split("."))
    return text in _measured(context.function) and text in immutable(context.function)


def _is_text(context: Context, text: str) -> bool:
    """Whether its items are characters from outside: an argument that is said to be a text."""
    return any(
        one.name == text and (one.annotation or "").strip("'\"") == "str"
        for one in context.function.parameters
    )


def _begins_as_bytes(context: Context, owner: str, name: str) -> bool:
    """Whether some method of the class binds the attribute to bytes."""
    function = context.function
    receiver = function.parameters[0].name if function.parameters else ""
    cls = function.in_class or ""
    if owner != receiver or cls not in context.program.contents.classes:
        return False
    for resolver, place, value in bindings_of_attribute(Kind(context.program, cls, False), name):
        if isinstance(value, i.Const) and isinstance(value.value, bytes):
            return True
        made = resolver.bindings(place).origin(value)
        if isinstance(made, i.Call) and made.text in ("bytes", "bytearray"):
            return True
    return False


def _is_cut_of_bytes(context: Context, text: str) -> bool:
    """Whether it is a slice of bytes whose items the data says."""
    whole, cut, _ = text.partition("[slice(")
    is_slice = bool(cut) and text.endswith(")]") and text.count("[slice(") == 1
    return is_slice and context.event is Event.DATA and _is_bytes(context, whole)


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
        case Made(fields=fields, is_row=True) if len(fields) == count and star < 0:
            return [held for _, held in fields]
        case Fields() if star < 0:
            return [_field(context, state, value, index) for index in range(count)]
        case Empty() | Known(value="" | b""):
            raise RaisedError("ValueError")
        case Listed(kind="list" | "tuple", values=values) if star < 0 or len(values) < count - 1:
            raise RaisedError("ValueError")
        case Symbol(text=text) if star < 0 and _is_cut_of_bytes(context, text):
            return [context.say(state, f"{text}[{index}]", _BYTE) for index in range(count)]
        case Symbol(text=text) if star < 0 and is_said(text):
            return [context.say(state, f"{text}[{index}]") for index in range(count)]
        case Symbol(text=text) if star < 0 and not state.changed(text):
            return [derived("{}[" + str(index) + "]", value) for index in range(count)]
        case _:
            return [UNSURE] * count
