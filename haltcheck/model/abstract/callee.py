"""Calls: built-ins and known methods, functions of this file, known libraries, unknown code."""

from __future__ import annotations

from haltcheck.frontend.expression import Constant
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.annotation import annotated
from haltcheck.model.abstract.asked import ask
from haltcheck.model.abstract.builtin import KNOWN
from haltcheck.model.abstract.foreign import apply_fact
from haltcheck.model.abstract.havoc import applies, forget, forget_objects, unknown_code
from haltcheck.model.abstract.infer import callee_kinds, parameter_mask
from haltcheck.model.abstract.method import call_known_method
from haltcheck.model.abstract.numeric import NUMERIC
from haltcheck.model.abstract.probe import Refusal, is_certain, refused_by, refused_method
from haltcheck.model.abstract.promise import promised
from haltcheck.model.abstract.rigid import makes_rigid
from haltcheck.model.abstract.scene import Scene, frame_of, raise_surely
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.stream import READS, WRITES, is_reading, read, read_named, written
from haltcheck.model.abstract.summary import HANDED, MUTATORS
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Known, Name, Thing, Value, constant, mask_of
from haltcheck.model.assumption import NotOverridden
from haltcheck.model.calls import Dotted, Resolved
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact, method_fact
from haltcheck.model.member import remembers
from haltcheck.model.program import Function


def call(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``function(items)``."""
    assert isinstance(instruction, i.Call)
    function = scene.read(state, instruction.function)
    values = [scene.read(state, item.value) for item in instruction.items]
    plain = _is_plain(instruction)
    if kind := promised(scene.frame.function, instruction):
        state.locals[instruction.target] = ask(scene, state, instruction, kind, values)
        return [state]
    # ``len(x)`` of an instance of a class in this file runs what stands there.
    own = isinstance(scene.tables.resolver.resolve(scene.frame.function, instruction), Resolved)
    if isinstance(function, Name) and plain and not own:
        if function.dotted == "super" and not values and not scene.frame.function.in_class:
            return raise_surely(scene, state)
        if not _takes(scene, state, refused_by(function.dotted, values)):
            return []
    elif not mask_of(function) & (k.FUNCTION | k.OBJECT):
        if is_certain(function):
            return raise_surely(scene, state)
        scene.may_raise(state)
    if isinstance(function, Name) and plain and function.dotted in KNOWN and not own:
        result = KNOWN[function.dotted](scene, state, values)
        if result is None:
            return []
        state.locals[instruction.target] = result
        return [state]
    return _resolve(scene, state, instruction, function, values)


def call_method(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``object.name(items)``."""
    assert isinstance(instruction, i.CallMethod)
    receiver = scene.read(state, instruction.object)
    values = [scene.read(state, item.value) for item in instruction.items]
    plain = _is_plain(instruction)
    if instruction.name in MUTATORS and makes_rigid(scene.program):
        # What is known as a set may be a frozen one.
        scene.may_raise(state)
    if plain and not _takes(scene, state, refused_method(receiver, instruction.name, values)):
        return []
    if plain:
        outcome = call_known_method(scene, state, receiver, instruction.name, values)
        if isinstance(outcome, list):
            for one in outcome:
                result = one.locals.pop("$result")
                if isinstance(result, Thing) and instruction.name in k.GIVES_ITEM:
                    result = scene.unknown(one, scene.frame.kinds.demands.mask(instruction.target))
                one.locals[instruction.target] = result
            return outcome
    is_stream = isinstance(receiver, Thing) and receiver.mask == k.STREAM
    if plain and is_stream and instruction.name in READS and isinstance(receiver, Thing):
        return read(scene, state, instruction.target, receiver, instruction.name, values)
    if is_stream and instruction.name in WRITES:
        return written(scene, state, instruction.target)
    kind = _KINDS.get(mask_of(receiver) & ~k.UNBOUND)
    if kind is not None:
        fact = method_fact(kind, instruction.name)
        if not isinstance(fact, Unlisted):
            return apply_fact(scene, state, instruction, fact, [receiver, *values])
    return _resolve(scene, state, instruction, receiver, values)


def _takes(scene: Scene, state: State, refusal: Refusal) -> bool:
    """Makes the path on which built-in code refuses its arguments; False where it surely does."""
    if refusal is Refusal.ALWAYS:
        raise_surely(scene, state)
        return False
    if refusal is Refusal.PERHAPS:
        scene.may_raise(state)
    return True


_KINDS = {
    k.LIST: "list",
    k.DICT: "dict",
    k.SET: "set",
    k.TUPLE: "tuple",
    k.STR: "str",
    k.BYTES: "bytes",
    k.INT: "int",
    k.FLOAT: "float",
    k.STREAM: "stream",
}


def _resolve(
    scene: Scene, state: State, call: i.Invocation, first: Value, values: list[Value]
) -> list[State]:
    resolution = scene.tables.resolver.resolve(scene.frame.function, call)
    match resolution:
        case Resolved() if _is_seen(scene, state, resolution):
            return _run(scene, state, call, resolution, first, values)
        case Dotted(name=name) if name in NUMERIC and _is_plain(call):
            found = NUMERIC[name](scene, state, values)
            if found is None:
                return []
            state.locals[call.target] = found
            return [state]
        case Dotted(name=name):
            fact = function_fact(name)
            if not isinstance(fact, Unlisted):
                if is_reading(fact):
                    return read_named(scene, state, call, name, fact)
                return apply_fact(scene, state, call, fact, values)
        case _:
            pass
    if isinstance(call, i.CallMethod) and call.name in MUTATORS:
        forget(scene, state, first)
    unknown_code(scene, state, call.text, call.span.line, [first, *values])
    state.locals[call.target] = scene.thing(k.ANY)
    return [state]


def _is_plain(call: i.Invocation) -> bool:
    """Whether a call hands nothing over by name or from an iterable."""
    return all(item.kind == "positional" for item in call.items)


def _is_seen(scene: Scene, state: State, resolution: Resolved) -> bool:
    """Whether all that can run stands in the file, or may be supposed to."""
    if any(name not in scene.program.functions for name in resolution.qualnames):
        return False
    if resolution.open_method:
        if scene.trust is Trust.NOTHING:
            return False
        state.rest_on({NotOverridden(resolution.open_method): None})
    return True


def _run(
    scene: Scene,
    state: State,
    call: i.Invocation,
    resolution: Resolved,
    first: Value,
    values: list[Value],
) -> list[State]:
    functions = [scene.program.functions[name] for name in resolution.qualnames]
    if resolution.constructs and not functions and values:
        # No constructor is in sight, and the one of object takes nothing.
        scene.may_raise(state)
    made = scene.thing(k.OBJECT, new=True) if resolution.constructs else None
    once = any(remembers(scene.program, name) for name in resolution.qualnames)
    if len(functions) == 1 and scene.inline is not None and not once:
        arguments = bind_arguments(scene, functions[0], call, made or first, values)
        if arguments is not None:
            outcomes = scene.inline(scene, state, functions[0], arguments)
            if outcomes is not None:
                for after, value in outcomes:
                    if made is not None and value != Known(None):
                        # A constructor that gives something back raises.
                        scene.may_raise(after, ("TypeError",))
                    after.locals[call.target] = made or value
                return [after for after, _ in outcomes]
    for function in functions:
        summary = scene.tables.summaries.of(function.qualname)
        applies(scene, state, summary, [first, *values])
        if HANDED in summary.changes and not _is_plain(call):
            # What is spread out of a container is handed on as well.
            forget_objects(scene, state)
    if functions and not _is_lazy(scene, functions, call, first, values):
        scene.may_raise(state)
    state.locals[call.target] = made or scene.unknown(state, _returned(functions))
    return [state]


def _is_lazy(
    scene: Scene, functions: list[Function], call: i.Invocation, first: Value, values: list[Value]
) -> bool:
    """Calling a generator function with the arguments that it takes runs none of its body."""
    return all(
        one.is_generator and bind_arguments(scene, one, call, first, values) is not None
        for one in functions
    )


def _returned(functions: list[Function]) -> int:
    mask = 0
    for function in functions:
        if function.is_generator:
            mask |= k.ITERATOR
        else:
            mask |= annotated(function.returns) if function.returns else k.ANY
    return mask or k.ANY


def returned_mask(scene: Scene, function: Function, arguments: dict[str, Value]) -> int:
    """The kinds of what a plain function gives back when it is handed these arguments."""
    if function.is_generator or function.is_async:
        return k.ANY
    if function.returns:
        return annotated(function.returns)
    kinds = callee_kinds(scene.program, function, scene.tables.resolver)
    if kinds is None:
        return k.ANY
    taken = kinds.at[0]
    fits = all(not mask_of(value) & ~taken.get(name, 0) for name, value in arguments.items())
    return kinds.returned if fits else k.ANY


def bind_arguments(
    scene: Scene, function: Function, call: i.Invocation, first: Value, values: list[Value]
) -> dict[str, Value] | None:
    """The parameters of a callee on this call; None where the call is too tricky."""
    if any(item.kind not in ("positional", "keyword") for item in call.items):
        return None
    if any(parameter.kind in ("*", "**") for parameter in function.parameters):
        return None
    positional = [v for v, item in zip(values, call.items, strict=True) if item.name is None]
    if takes_receiver(scene, function, call):
        positional.insert(0, first)
    bound: dict[str, Value] = {}
    nameless = {p.name for p in function.parameters if p.kind == "positional only"}
    names = [p.name for p in function.parameters if p.kind != "keyword only"]
    if len(positional) > len(names):
        return None
    bound.update(zip(names, positional, strict=False))
    for value, item in zip(values, call.items, strict=True):
        if item.name is not None:
            if item.name in bound or item.name in nameless:
                return None
            bound[item.name] = value
    frame = frame_of(scene.program, function)
    for parameter in function.parameters:
        if parameter.name not in bound:
            if parameter.default is None:
                return None
            if isinstance(parameter.default, Constant):
                bound[parameter.name] = constant(parameter.default.value)
            else:
                mask = parameter_mask(parameter, frame.kinds.demands)
                bound[parameter.name] = Thing(scene.name(), mask)
    return bound if len(bound) == len(function.parameters) else None


def takes_receiver(scene: Scene, function: Function, call: i.Invocation) -> bool:
    """Whether the first parameter is the object before the dot, or the object being made."""
    if function.in_class is None:
        return False
    entry = scene.program.contents.functions.get(function.qualname)
    if entry is None or "staticmethod" in entry.decorators:
        return False
    if isinstance(call, i.Call):
        # A class that is called hands on the new object, an instance itself; ``f = self.m`` is not
        # followed.
        return function.name in ("__init__", "__call__")
    return call.text.partition(".")[0] not in scene.program.contents.classes
