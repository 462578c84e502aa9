"""Calls: binding of arguments, entering functions, making instances."""

from __future__ import annotations

import builtins
from functools import cache

from haltcheck.frontend.expression import (
    Attribute,
    Constant,
    Display,
    Expression,
    Mapping,
    Name,
    Parameter,
    Unary,
)
from haltcheck.model.instruction import Build, LoadGlobal, Local, Operand, Operate, Suspend
from haltcheck.model.program import Function, Program, Raise, Test
from haltcheck.model.step.access import get_attribute, load_global
from haltcheck.model.step.attribute import bind
from haltcheck.model.step.event import Entered
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.fields import bind_fields, fields_of, make_row
from haltcheck.model.step.state import Activation, Frame, Generator, State
from haltcheck.model.step.value import (
    MISSING,
    PUSHED,
    UNKNOWN,
    Class,
    Error,
    Instance,
    Module,
    Opaque,
    Routine,
    Scope,
    Value,
)


def wrong_call(function: Function, why: str) -> ThrownError:
    """The TypeError of a call that does not fit."""
    return ThrownError(Error(TypeError, (f"{function.qualname}() {why}",)))


def _default(state: State, function: Function, parameter: Parameter) -> Value:
    """The value of a default that the module alone decides, else ``UNKNOWN``."""
    if parameter.default is None:
        return MISSING
    try:
        return _simple(state, parameter.default, function, f"{function.qualname}({parameter.name})")
    except HoleError:
        return UNKNOWN


def _simple(state: State, expression: Expression, function: Function, key: str) -> Value:
    match expression:
        case Constant(value=value):
            return value
        case Unary(operator="-", operand=Constant(value=int() | float() as number)):
            return -number
        case Name(id=name) if not _is_member(state, function, name):
            return load_global(state, name)
        case Attribute(value=Name() as root, attribute=name):
            found = _simple(state, root, function, key)
            if type(found) is Module:
                return get_attribute(state, found, name)
        case Display(kind="tuple", items=items):
            return tuple(_simple(state, item, function, key) for item in items)
        case Display(kind="list", items=()):
            return _shared(state, key, [])
        case Mapping(items=()):
            return _shared(state, key, {})
    raise HoleError("a default that is computed")


def _shared(state: State, key: str, fresh: Value) -> Value:
    """A default that all calls share."""
    if key in state.guarded:
        raise HoleError(f"the default {key}, which the run may have changed")
    return state.modules.setdefault(key, fresh)


def _is_member(state: State, function: Function, name: str) -> bool:
    """Whether the class around the function binds the name, too."""
    entry = state.program.contents.classes.get(function.in_class or "")
    return entry is not None and (name in entry.names or name in entry.methods)


def arguments_of(
    state: State, routine: Routine, args: list[Value], named: dict[str, Value]
) -> dict[str, Value]:
    """Parameters bound to arguments as CPython does."""
    function = routine.function
    parameters = function.parameters
    if not named and len(args) == len(parameters) and _is_simple(parameters):
        return {p.name: a for p, a in zip(parameters, args, strict=True)}
    env: dict[str, Value] = {}
    rest = dict(named)
    position = 0
    for parameter in parameters:
        name, kind = parameter.name, parameter.kind
        if kind == "*":
            env[name] = tuple(args[position:])
            position = max(position, len(args))
        elif kind == "**":
            env[name] = rest
            rest = {}
        elif kind != "keyword only" and position < len(args):
            if name in rest and kind == "normal":
                raise wrong_call(function, f"got multiple values for argument '{name}'")
            env[name] = args[position]
            position += 1
        elif name in rest and kind != "positional only":
            env[name] = rest.pop(name)
        else:
            env[name] = fill(state, routine, parameter)
    if position < len(args):
        raise ThrownError(Error(TypeError, None))
    if rest:
        raise wrong_call(function, f"got an unexpected keyword argument '{next(iter(rest))}'")
    return env


def _is_simple(parameters: tuple[Parameter, ...]) -> bool:
    return all(p.kind in ("normal", "positional only") for p in parameters)


def fill(state: State, routine: Routine, parameter: Parameter) -> Value:
    """The default of a parameter without an argument; nothing is known of one that is computed."""
    value = routine.defaults.get(parameter.name, MISSING)
    if value is MISSING:
        value = _default(state, routine.function, parameter)
    if value is UNKNOWN:
        return Opaque(f"the default of {parameter.name}")
    if value is MISSING:
        raise ThrownError(Error(TypeError, None))
    return value


def enter(state: State, routine: Routine, args: list[Value], named: dict[str, Value]) -> Value:
    """Calls a function of the program: ``PUSHED``, or its generator at once."""
    function = routine.function
    if function.is_async:
        raise HoleError("a call of a coroutine function")
    env = arguments_of(state, routine, args, named)
    frame = Frame(function, Scope(function, env, routine.scope), routine.owner)
    if function.is_generator:
        if _cleans_up(state.program, function):
            state.arbitrary = True
        generator = Generator(frame)
        frame.generator = generator
        return generator
    state.push(frame)
    if state.noted is not None:
        state.note(Entered(function.qualname))
    return PUSHED


def _cleans_up(program: Program, function: Function) -> bool:
    """Whether dropping a suspended generator runs code: when that is, CPython alone decides."""
    for names in _handled(function):
        bound = (program.contents.global_writes, program.contents.classes, program.contents.imports)
        if names is None or any(name in one for name in names for one in bound):
            return True
    return False


@cache
def _handled(function: Function) -> tuple[frozenset[str] | None, ...]:
    """What the handlers around each point of suspension name, None where they may do more.

    The end of a generator is a GeneratorExit at that point.
    """
    return tuple(
        _passing(function, block.handler)
        for block in function.blocks
        if block.handler is not None and any(type(one) is Suspend for one in block.instructions)
    )


def _passing(function: Function, number: int) -> frozenset[str] | None:
    """The classes that handlers ask for, none of which is that of a GeneratorExit."""
    names: set[str] = set()
    while True:
        block = function.blocks[number]
        known: set[Operand] = set()
        for one in block.instructions:
            match one:
                case LoadGlobal(name=name) if _is_error(name):
                    names.add(name)
                case Build(kind="tuple", items=items) if {x.value for x in items} <= known:
                    pass
                case Operate(operator="catches", operands=(_, cls)) if cls in known:
                    pass
                case _:
                    return None
            known.add(Local(one.target))
        match block.terminator:
            case Test(orelse=number) if block.instructions:
                continue
            case Raise(cause=None) if not block.instructions:
                if block.handler is None:
                    return frozenset(names)
                number = block.handler
            case _:
                return None


def _is_error(name: str) -> bool:
    found = getattr(builtins, name, None)
    return isinstance(found, type) and issubclass(found, Exception)


class Construct(Activation):
    """Waits for ``__init__`` and gives the new instance."""

    __slots__ = ("instance",)

    def __init__(self, instance: Value) -> None:
        self.instance = instance

    def receive(self, state: State, value: Value) -> None:
        if value is not None:
            raise ThrownError(Error(TypeError, None))
        state.stack.pop()
        state.stack[-1].receive(state, self.instance)


def _initializer(cls: Class) -> Value:
    """The ``__init__`` that is not generated, where none is generated below it."""
    for one in cls.mro:
        if type(one) is Class and (one.shape or "__init__" in one.members):
            return one.members.get("__init__", MISSING)
    return MISSING


def _construct_data(state: State, cls: Class, args: list[Value], named: dict[str, Value]) -> Value:
    if any(isinstance(one, type) and one is not object for one in cls.mro):
        raise HoleError("a data class that derives from a built-in class")
    instance = Instance(cls)
    instance.attributes.update(bind_fields(state, cls, args, named))
    after = cls.find("__post_init__")
    if after is MISSING:
        return instance
    state.push(Construct(instance))
    result = state.invoke(bind(after, instance, cls), [], {})
    if result is PUSHED:
        return PUSHED
    state.stack.pop()
    return instance


def construct(state: State, cls: Class, args: list[Value], named: dict[str, Value]) -> Value:
    """``cls(...)``."""
    if not cls.complete or cls.lacks():
        raise HoleError(f"an instance of {cls.name}, which is not wholly known")
    for name in ("__new__", "__del__"):
        if cls.find(name) is not MISSING:
            raise HoleError(name)
    kind = fields_of(cls)[0]
    if kind == "row":
        return make_row(cls, bind_fields(state, cls, args, named).values())
    if kind and _initializer(cls) is MISSING:
        return _construct_data(state, cls, args, named)
    initialize = cls.find("__init__")
    fails = any(isinstance(c, type) and issubclass(c, BaseException) for c in cls.mro)
    instance: Value = Error(cls, tuple(args)) if fails else Instance(cls)
    if initialize is MISSING:
        if named or (args and not fails):
            raise ThrownError(Error(TypeError, None))
        return instance
    state.push(Construct(instance))
    result = state.invoke(bind(initialize, instance, cls), args, named)
    if result is PUSHED:
        return PUSHED
    state.stack.pop()
    return instance
