"""What each instruction does to a symbolic state."""

from __future__ import annotations

from collections.abc import Callable

from haltcheck.model import instruction as i
from haltcheck.model.abstract import callee, container, iteration, place
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import bound, operands, reads
from haltcheck.model.abstract.annotation import are_plain
from haltcheck.model.abstract.arithmetic import calculate, negative
from haltcheck.model.abstract.classes import takes_apart
from haltcheck.model.abstract.condition import as_integer, relate, replace, truth
from haltcheck.model.abstract.container import extend_in_place, extends
from haltcheck.model.abstract.cut import cut
from haltcheck.model.abstract.dunder import run_hidden
from haltcheck.model.abstract.fault import caught
from haltcheck.model.abstract.havoc import unknown_code, writes_anything
from haltcheck.model.abstract.hidden import hidden, is_reflective
from haltcheck.model.abstract.power import powers
from haltcheck.model.abstract.quotient import divisions
from haltcheck.model.abstract.root import half_power
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.text import fits
from haltcheck.model.abstract.value import Closure, Fault, Flag, Known, Thing, Value, mask_of
from haltcheck.model.term import invert

Handler = Callable[[Scene, State, i.Instruction], list[State]]


def execute(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """The states after an instruction; those that raise are left with the scene."""
    for name in reads(instruction):
        if not bind(scene, state, name):
            return []
    if scene.hook is not None:
        scene.hook(scene, state, instruction)
    names = hidden(scene.tables.resolver, scene.frame.function, instruction)
    if names:
        return run_hidden(scene, state, instruction, names)
    after = _HANDLERS[type(instruction)](scene, state, instruction)
    if is_reflective(instruction) or scene.tables.resolver.has_finalizers:
        for one in after:
            writes_anything(scene, one, ())
    return after


def bind(scene: Scene, state: State, name: str) -> bool:
    """Makes sure that a local is bound; False where it surely is not."""
    value = state.locals.get(name)
    if value is not None and not (type(value) is Thing and value.mask & k.UNBOUND):
        return True
    if value is None or value == Thing(name, k.UNBOUND, name):
        state.error = Fault("UnboundLocalError")
        scene.raising.append(state)
        return False
    if not name.startswith("$"):
        scene.may_raise(state, ("UnboundLocalError",))
    mask = value.mask & ~k.UNBOUND
    replace(state, value, scene.start(value.key, mask) if value.key else Thing(value.id, mask))
    return True


def _copy(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    assert isinstance(instruction, i.Copy)
    state.locals[instruction.target] = scene.read(state, instruction.value)
    return [state]


def _operate(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    assert isinstance(instruction, i.Operate)
    operator = instruction.operator
    values = [scene.read(state, operand) for operand in instruction.operands]
    result: Value | None
    if operator in _BRANCHING:
        return _branch(scene, state, instruction.target, operator, values)
    if operator in ("truth", "not"):
        formula = truth(scene, state, values[0])
        result = Flag(formula if operator == "truth" else invert(formula))
    elif operator in _RELATIONS:
        values = [scene.read(state, operand) for operand in instruction.operands]
        result = Flag(relate(scene, state, operator, values[0], values[1]))
    elif operator in ("neg", "pos", "invert"):
        result = negative(scene, state, operator, values[0])
    elif operator == "catches":
        result = Flag(caught(scene, state, values[0], values[1]))
    elif operator in _INTERNAL:
        if operator == "format" and not fits(scene, state, values):
            return []
        if operator == "match class" and not takes_apart(values):
            scene.may_raise(state, ("TypeError",))
        result = scene.unknown(state, _INTERNAL[operator])
    else:
        if operator.endswith("=") and extends(state, operator, values[0]):
            return extend_in_place(scene, state, instruction.target, values)
        result = calculate(scene, state, operator, values[0], values[1])
    if result is None:
        return []
    state.locals[instruction.target] = cut(scene, state, result)
    return [state]


_BRANCHING = frozenset({"**", "**=", "/", "/="})


def _branch(
    scene: Scene, state: State, target: str, operator: str, values: list[Value]
) -> list[State]:
    """Operators on integers whose results are of different kinds on different paths."""
    left, right = (as_integer(scene, state, value) for value in values)
    outcomes: list[tuple[State, Value]] = []
    if left is not None and operator.startswith("*") and values[1] == Known(0.5):
        outcomes += half_power(scene, state, left)
    elif left is None or right is None:
        result = calculate(scene, state, operator, *values)
        outcomes += [] if result is None else [(state, result)]
    else:
        outcomes += (powers if operator.startswith("*") else divisions)(scene, state, left, right)
    for after, value in outcomes:
        after.locals[target] = cut(scene, after, value)
    return [after for after, _ in outcomes]


_RELATIONS = frozenset({"<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in"})
_INTERNAL = {
    "is sequence": k.BOOL,
    "is mapping": k.BOOL,
    "has keys": k.BOOL,
    "match class": k.TUPLE | k.NONE,
    "rest of mapping": k.DICT,
    "format": k.STR,
    "join": k.STR,
}


def _unbind(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    assert isinstance(instruction, i.Unbind)
    if instruction.scope == "local":
        if bind(scene, state, instruction.name):
            del state.locals[instruction.name]
            return [state]
        return []
    state.places[instruction.name] = scene.thing(k.ANY)
    scene.may_raise(state, ("NameError",))
    return [state]


def _opaque(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """A context, a suspension or a class body: unknown code runs."""
    handed = [scene.read(state, operand) for operand in operands(instruction)]
    if handed and mask_of(handed[0]) == k.STREAM:
        # A stream is its own context: it is closed at the end and suppresses nothing.
        if isinstance(instruction, i.EnterContext):
            state.locals[instruction.target] = handed[0]
            return [state]
        if isinstance(instruction, i.ExitContext):
            state.locals[instruction.target] = Known(None)
            return [state]
    unknown_code(scene, state, _wording(instruction), instruction.span.line, handed)
    for name in bound(instruction):
        state.locals[name] = scene.thing(k.ANY)
    return [state]


def _suspend(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``yield``: the consumer asks on for ever, and may change what it can reach meanwhile."""
    assert isinstance(instruction, i.Suspend)
    if instruction.kind != "yield":
        return _opaque(scene, state, instruction)
    writes_anything(scene, state, [scene.read(state, instruction.value)])
    state.locals[instruction.target] = scene.thing(k.ANY)
    return [state]


def _wording(instruction: i.Instruction) -> str:
    match instruction:
        case i.EnterContext():
            return "__enter__"
        case i.ExitContext():
            return "__exit__"
        case i.Hole(gap=gap):
            return gap.construct
        case _:
            return type(instruction).__name__.lower()


def _make(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    assert isinstance(instruction, i.MakeFunction)
    if not are_plain(scene.program, instruction.qualname):
        scene.may_raise(state)
    state.locals[instruction.target] = Closure(instruction.qualname)
    return [state]


def _import(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    assert isinstance(instruction, i.ImportModule)
    scene.may_raise(state, ("ImportError",))
    state.locals[instruction.target] = scene.thing(
        k.MODULE if instruction.member is None else k.ANY
    )
    return [state]


_HANDLERS: dict[type, Handler] = {
    i.Copy: _copy,
    i.Operate: _operate,
    i.Unbind: _unbind,
    i.MakeFunction: _make,
    i.MakeClass: _opaque,
    i.ImportModule: _import,
    i.Suspend: _suspend,
    i.EnterContext: _opaque,
    i.ExitContext: _opaque,
    i.Hole: _opaque,
    i.Build: container.build,
    i.Extend: container.extend,
    i.GetItem: container.get_item,
    i.SetItem: container.set_item,
    i.DeleteItem: container.delete_item,
    i.Unpack: container.unpack,
    i.GetAttribute: place.get_attribute,
    i.SetAttribute: place.set_attribute,
    i.DeleteAttribute: place.delete_attribute,
    i.LoadGlobal: place.load_global,
    i.StoreGlobal: place.store_global,
    i.LoadFree: place.load_free,
    i.StoreFree: place.store_free,
    i.GetIterator: iteration.get_iterator,
    i.Call: callee.call,
    i.CallMethod: callee.call_method,
}
