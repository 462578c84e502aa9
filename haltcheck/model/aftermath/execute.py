"""What each instruction does once the event has come."""

from __future__ import annotations

from collections.abc import Callable

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.builtin import copied
from haltcheck.model.aftermath.call import call, call_method
from haltcheck.model.aftermath.catching import catches
from haltcheck.model.aftermath.class_constant import class_constant
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.deputy import fetched
from haltcheck.model.aftermath.drained import holds_nothing, told_of
from haltcheck.model.aftermath.harmless import is_buffer, streams
from haltcheck.model.aftermath.inflate import unfinished
from haltcheck.model.aftermath.item import is_nothing, item, rest_of, unpack
from haltcheck.model.aftermath.layout import size
from haltcheck.model.aftermath.linear import is_said
from haltcheck.model.aftermath.odd import runs_code
from haltcheck.model.aftermath.operate import of_event, operate
from haltcheck.model.aftermath.outcome import Event, LeavesError, UnfollowedError
from haltcheck.model.aftermath.own import own_locals
from haltcheck.model.aftermath.pathlike import of_path
from haltcheck.model.aftermath.pattern import EMPTY_AT, of_match
from haltcheck.model.aftermath.pool import is_drawn
from haltcheck.model.aftermath.renewed import note_renewed
from haltcheck.model.aftermath.start import dotted_value, global_value, immutable, settled
from haltcheck.model.aftermath.state import PARTS, State, become, become_as, mutate
from haltcheck.model.aftermath.turn import Occasion
from haltcheck.model.aftermath.unclosed import stays_open
from haltcheck.model.aftermath.undated import any_of
from haltcheck.model.aftermath.value import (
    EMPTY,
    UNSURE,
    Empty,
    Known,
    Listed,
    Made,
    Symbol,
    Unsure,
    Value,
    Walker,
    text_of,
    truth_of,
)
from haltcheck.model.assumption import DoesNotWrite
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved
from haltcheck.model.reference.store import place_of

Handler = Callable[[Context, State, i.Instruction], None]


def read(state: State, operand: i.Operand) -> Value:
    """The value of an operand."""
    if isinstance(operand, i.Const):
        return Known(operand.value)
    return state.locals.get(operand.name, UNSURE)


def execute(context: Context, state: State, instruction: i.Instruction) -> None:
    """Changes the state as the instruction does; raises where it leaves or cannot be told."""
    before = state.met
    try:
        _HANDLERS[type(instruction)](context, state, instruction)
    finally:
        if state.met and not before and not context.abroad:
            context.came.setdefault(instruction.span, _occasion(instruction))
        if context.heard and not context.abroad:
            context.told.setdefault(instruction.span, _occasion(instruction))
            context.heard = False
    rebound = context.function.rebound
    for name in bound(instruction) if rebound else ():
        if name in rebound:
            state.locals[name] = UNSURE


def _occasion(instruction: i.Instruction) -> Occasion:
    text = getattr(instruction, "text", "")
    if isinstance(instruction, i.GetAttribute) and isinstance(instruction.object, i.Local):
        name = instruction.object.name
        text = instruction.name if name.startswith("$") else f"{name}.{instruction.name}"
    return Occasion(text, instruction.span.line)


def _copy(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.Copy)
    value = state.locals[instruction.target] = read(state, instruction.value)
    note_renewed(context, instruction, value)


def _operate(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.Operate)
    values = [read(state, operand) for operand in instruction.operands]
    operator = instruction.operator
    result: Value
    if operator in ("truth", "not"):
        found = truth_of(tested(context, state, values[0]))
        if isinstance(found, Symbol):
            result = Symbol(found.text, found.negated is not (operator == "not"))
        else:
            result = Known(found is (operator == "truth")) if isinstance(found, bool) else UNSURE
    elif operator == "catches":
        result = catches(values[0], values[1], context.program.contents.classes)
    else:
        result = operate(context, state, operator, values)
        if context.event is Event.UNDATED and isinstance(result, Symbol):
            # Years, and places in a list, go on.
            result = UNSURE
    state.locals[instruction.target] = result


def tested(context: Context, state: State, value: Value) -> Value:
    """A value as a truth: that of a container that changed is not what it was.

    What is cut is a text or bytes, which do not change.
    """
    moved = isinstance(value, Symbol) and not value.filled and state.changed(value.text)
    if isinstance(value, Symbol) and moved and not context.is_fixed(value.text):
        compared = any(f" {operator} " in value.text for operator in ("<", "==", "in", "is"))
        return value if compared else UNSURE
    return value


def _build(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.Build)
    values = [read(state, one.value) for one in instruction.items]
    values += [read(state, one.key) for one in instruction.items if one.key is not None]
    if [one.kind for one in instruction.items] in (["*"], ["**"]):
        # A copy of what is handed on.
        state.locals[instruction.target] = copied(state, instruction.kind, values[0])
        return
    plain = all(one.kind == "positional" for one in instruction.items)
    state.locals[instruction.target] = (
        Listed(instruction.kind, tuple(values)) if plain or not values else UNSURE
    )


def _extend(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.Extend)
    mutate(context.fresh, state, read(state, instruction.container))


def _get_attribute(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.GetAttribute)
    base = read(state, instruction.object)
    state.locals[instruction.target] = _attribute(context, state, instruction, base)


def _attribute(context: Context, state: State, get: i.GetAttribute, base: Value) -> Value:
    if isinstance(base, Made) and get.name in dict(base.fields):
        return dict(base.fields)[get.name]
    if not isinstance(base, Symbol):
        return UNSURE
    left = of_path(context, state, base, get.name) or unfinished(context, state, base, get.name)
    if left is not None:
        return left
    if base.text.startswith(EMPTY_AT):
        return of_match(context, base.text, get.name)
    found = context.resolver.attribute(context.function, get)
    if isinstance(found, Resolved) and len(found.qualnames) == 1:
        callee = context.program.functions.get(found.qualnames[0])
        if callee is None or len(callee.parameters) != 1:
            raise UnfollowedError(f"{base.text}.{get.name} is code")
        context.not_overridden(found.open_method)
        after, value = context.call(context, callee, state, {callee.parameters[0].name: base})
        become_as(state, after)
        return value
    if runs_code(context.resolver, context.function, get.object, get.name):
        raise UnfollowedError(f"{base.text}.{get.name} is code")
    if is_said(base.text):
        told = told_of(context.event, base, get.name)
        return told or context.say(state, f"{base.text}.{get.name}")
    layout = context.layout(base.text)
    if layout and get.name == "size":
        return Known(size(layout))
    place = (base.text, get.name)
    known = state.attributes.get(place) or fetched(context, base, get.name)
    if known is not None:
        return known
    if PARTS + get.name in state.dirty:
        return UNSURE
    context.asked.add(place)
    is_data = not base.text.startswith("::")
    lost = state.lost and not settled(context.program, get.name)
    if lost and (get.name in streams(context.program) or is_buffer(context, state, *place)):
        # Who is called, or runs meanwhile, puts no other stream, or buffer, into its place.
        what = f"{base.text}.{get.name}"
        context.assumptions[
            DoesNotWrite("what this calls", what, context.abroad or get.span.line)
        ] = None
        lost = False
    read_from = base.text in context.streams and not stays_open(context, base, get.name)
    if is_data and (lost or read_from):
        return UNSURE
    told = None if is_data else class_constant(context.program, base.text[2:], get.name)
    return told or dotted_value(f"{base.text}.{get.name}")


def _set_attribute(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.SetAttribute)
    base, value = read(state, instruction.object), read(state, instruction.value)
    note_renewed(context, instruction, value)
    whole, name = instruction.object, instruction.name
    if runs_code(context.resolver, context.function, whole, name):
        raise UnfollowedError(f"{instruction.name} is code")
    if isinstance(base, Made) and not context.depth:
        fields = tuple(
            (name, value if name == instruction.name else held) for name, held in base.fields
        )
        become(state, base, Made(base.name, fields, base.is_row))
        return
    if not isinstance(base, Symbol | Unsure):
        raise LeavesError("an attribute of something unknown is set")
    text = base.text if isinstance(base, Symbol) else ""
    for place in state.attributes:
        if place[1] == instruction.name and place[0] != text:
            state.attributes[place] = UNSURE
    if isinstance(base, Symbol):
        state.attributes[base.text, instruction.name] = value
        if context.event is Event.IDLE:
            # Another name may be one of the same object.
            state.dirty |= {PARTS + instruction.name}
    elif not _is_new(context, instruction.object):
        state.dirty |= {PARTS + instruction.name}


def _is_new(context: Context, operand: i.Operand) -> bool:
    """Whether the object was made here, so that it is no other that counts."""
    origin = context.resolver.bindings(context.function).origin(operand)
    made = origin.text.rpartition(".")[2] if isinstance(origin, i.Call | i.CallMethod) else ""
    return made.lstrip("_")[:1].isupper()


def _get_item(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.GetItem)
    base, key = read(state, instruction.object), read(state, instruction.key)
    name = ""
    if context.event is Event.DATA:
        name = place_of(context.resolver, context.function, instruction.key)
    some = any_of(context, state, instruction, base, key)
    state.locals[instruction.target] = some or item(context, state, base, key, name)


def _set_item(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.SetItem)
    if context.event is Event.FEWER and is_drawn(read(state, instruction.key)):
        return
    mutate(context.fresh, state, read(state, instruction.object))


def _delete_item(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.DeleteItem)
    base, key = read(state, instruction.object), read(state, instruction.key)
    rest = rest_of(key)
    if isinstance(base, Empty) and rest is not None:
        return
    if isinstance(base, Symbol) and rest is not None:
        become(state, base, item(context, state, base, rest))
    elif of_event(context, key):
        raise LeavesError("there may be no such item")
    elif not is_nothing(key):
        mutate(context.fresh, state, base)


def _call(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.Call)
    function = read(state, instruction.function)
    values = [read(state, one.value) for one in instruction.items]
    result = call(context, state, instruction, function, values)
    note_renewed(context, instruction, result)
    state.locals[instruction.target] = result


def _call_method(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.CallMethod)
    receiver = read(state, instruction.object)
    values = [read(state, one.value) for one in instruction.items]
    result = call_method(context, state, instruction, receiver, values)
    note_renewed(context, instruction, result)
    state.locals[instruction.target] = result


def _load_global(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.LoadGlobal)
    state.locals[instruction.target] = global_value(context.program, instruction.name)


def _load_free(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.LoadFree)
    given = context.free.get(instruction.name)
    found = UNSURE if state.lost else Symbol(f"^{instruction.name}")
    state.locals[instruction.target] = found if given is None else given


def _import(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.ImportModule)
    member = f".{instruction.member}" if instruction.member else ""
    state.locals[instruction.target] = Symbol(f"::{instruction.module}{member}")


def _iterator(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.GetIterator)
    over = read(state, instruction.object)
    if context.ended and text_of(over) in context.streams:
        over = EMPTY
    if holds_nothing(context.event, over):
        over = EMPTY
    state.locals[instruction.target] = Walker(over)


def _unpack(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.Unpack)
    value = read(state, instruction.value)
    found = unpack(context, state, value, len(instruction.targets), instruction.star)
    state.locals.update(zip(instruction.targets, found, strict=True))


def _suspend(context: Context, state: State, instruction: i.Instruction) -> None:
    """While control is away others run; what they may write is not known any more."""
    assert isinstance(instruction, i.Suspend)
    value = read(state, instruction.value)
    slept = context.event is Event.IDLE and instruction.kind == "await" and value == Known(None)
    if context.event in (Event.IDLE, Event.POLLED) and not slept:
        raise LeavesError("others run meanwhile")
    if instruction.kind == "yield from" or (
        instruction.kind != "yield" and isinstance(value, Symbol)
    ):
        raise LeavesError("it waits for something unknown")
    state.lost = True
    state.attributes = dict.fromkeys(state.attributes, UNSURE)
    function = context.function
    state.dirty |= {PARTS, *(function.locals - immutable(function) - own_locals(function))}
    state.locals[instruction.target] = UNSURE if instruction.kind == "yield" else value


def _is_own(context: Context, instruction: i.EnterContext) -> bool:
    """Whether the manager may be an object of a class of the file, or of a function of it."""
    contents = context.program.contents
    if any({"__enter__", "__exit__"} & entry.methods for entry in contents.classes.values()):
        return True
    made = context.resolver.bindings(context.function).origin(instruction.manager)
    if not isinstance(made, i.Call | i.CallMethod):
        return False
    return isinstance(context.resolver.resolve(context.function, made), Resolved)


def _context(context: Context, state: State, instruction: i.Instruction) -> None:
    assert isinstance(instruction, i.EnterContext | i.ExitContext)
    entered = isinstance(instruction, i.EnterContext)
    if isinstance(instruction, i.EnterContext) and _is_own(context, instruction):
        raise UnfollowedError("a context manager of the file is not followed")
    state.locals[instruction.target] = UNSURE if entered else Known(False)


def _unknown(context: Context, state: State, instruction: i.Instruction) -> None:
    for name in bound(instruction):
        state.locals[name] = UNSURE


def _refuse(context: Context, state: State, instruction: i.Instruction) -> None:
    raise UnfollowedError(f"{type(instruction).__name__.lower()} is not followed")


_HANDLERS: dict[type, Handler] = {
    i.Copy: _copy,
    i.Operate: _operate,
    i.Build: _build,
    i.Extend: _extend,
    i.GetAttribute: _get_attribute,
    i.SetAttribute: _set_attribute,
    i.DeleteAttribute: _refuse,
    i.GetItem: _get_item,
    i.SetItem: _set_item,
    i.DeleteItem: _delete_item,
    i.Call: _call,
    i.CallMethod: _call_method,
    i.LoadGlobal: _load_global,
    i.StoreGlobal: _refuse,
    i.LoadFree: _load_free,
    i.StoreFree: _refuse,
    i.Unbind: _unknown,
    i.MakeFunction: _unknown,
    i.MakeClass: _refuse,
    i.ImportModule: _import,
    i.GetIterator: _iterator,
    i.Unpack: _unpack,
    i.Suspend: _suspend,
    i.EnterContext: _context,
    i.ExitContext: _context,
    i.Hole: _refuse,
}
