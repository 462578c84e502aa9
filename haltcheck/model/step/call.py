"""Calls: binding of arguments, entering functions, making instances."""

from __future__ import annotations

from functools import cache

from haltcheck.frontend.expression import Constant, Expression, Name, Parameter, Unary
from haltcheck.model.instruction import Suspend
from haltcheck.model.program import Function, Program
from haltcheck.model.step.attribute import bind
from haltcheck.model.step.event import Entered
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.state import Activation, Frame, Generator, State
from haltcheck.model.step.value import (
    MISSING,
    PUSHED,
    UNKNOWN,
    Class,
    Error,
    Instance,
    Opaque,
    Routine,
    Scope,
    Value,
)


def wrong_call(function: Function, why: str) -> ThrownError:
    """The TypeError of a call that does not fit."""
    return ThrownError(Error(TypeError, (f"{function.qualname}() {why}",)))


def default_of(parameter: Parameter, program: Program) -> Value:
    """The value of a default that needs no evaluation, else ``UNKNOWN``; ``MISSING`` for none."""
    return MISSING if parameter.default is None else _simple(parameter.default, program)


def _simple(expression: Expression, program: Program) -> Value:
    if isinstance(expression, Constant):
        return expression.value
    if isinstance(expression, Unary) and isinstance(expression.operand, Constant):
        value = expression.operand.value
        if expression.operator == "-" and isinstance(value, int | float):
            return -value
    if isinstance(expression, Name) and program.contents.global_writes.get(expression.id, 0) == 1:
        return program.constants.get(expression.id, UNKNOWN)
    return UNKNOWN


def arguments_of(
    program: Program, routine: Routine, args: list[Value], named: dict[str, Value]
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
            env[name] = fill(program, routine, parameter)
    if position < len(args):
        raise ThrownError(Error(TypeError, None))
    if rest:
        raise wrong_call(function, f"got an unexpected keyword argument '{next(iter(rest))}'")
    return env


def _is_simple(parameters: tuple[Parameter, ...]) -> bool:
    return all(p.kind in ("normal", "positional only") for p in parameters)


def fill(program: Program, routine: Routine, parameter: Parameter) -> Value:
    """The default of a parameter without an argument; nothing is known of one that is computed."""
    value = routine.defaults.get(parameter.name, MISSING)
    if value is MISSING:
        value = default_of(parameter, program)
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
    env = arguments_of(state.program, routine, args, named)
    frame = Frame(function, Scope(function, env, routine.scope), routine.owner)
    if function.is_generator:
        if _cleans_up(function):
            state.arbitrary = True
        generator = Generator(frame)
        frame.generator = generator
        return generator
    state.push(frame)
    if state.noted is not None:
        state.note(Entered(function.qualname))
    return PUSHED


@cache
def _cleans_up(function: Function) -> bool:
    """Whether dropping a suspended generator runs code: when that is, CPython alone decides."""
    return any(
        block.handler is not None and any(type(one) is Suspend for one in block.instructions)
        for block in function.blocks
    )


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


def construct(state: State, cls: Class, args: list[Value], named: dict[str, Value]) -> Value:
    """``cls(...)``."""
    if not cls.complete:
        raise HoleError(f"an instance of {cls.name}, which is not wholly known")
    for name in ("__new__", "__del__"):
        if cls.find(name) is not MISSING:
            raise HoleError(name)
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
