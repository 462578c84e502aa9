"""Machines before their first step: a function with its arguments, or the module body."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.frontend.expression import Parameter
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program
from haltcheck.model.step.access import load_global
from haltcheck.model.step.call import fill
from haltcheck.model.step.classify import SCALARS
from haltcheck.model.step.event import Finished, Yielded
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.iterate import pull
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.state import Activation, Frame, Generator, State
from haltcheck.model.step.stream import of_world
from haltcheck.model.step.value import (
    END,
    MISSING,
    PUSHED,
    Class,
    Instance,
    Opaque,
    Routine,
    Scope,
    Value,
)
from haltcheck.model.world import Memory, World


class Consumer(Activation):
    """Asks a generator on and on: how a generator function is run as a subject of its own."""

    __slots__ = ("generator",)

    def __init__(self, generator: Generator) -> None:
        self.generator = generator

    def advance(self, state: State) -> None:
        if pull(state, self.generator) is END:
            self.finish(state, None)

    def receive(self, state: State, value: Value) -> None:
        state.note(Yielded(value))

    def finish(self, state: State, value: Value) -> None:
        state.stack.pop()
        state.ended = Finished(value)


class Receiver(Activation):
    """Makes the instance that a method is then called on."""

    __slots__ = ("args", "cls", "frame", "name")

    def __init__(self, cls: Class, args: dict[str, Value], frame: Frame, name: str) -> None:
        self.cls = cls
        self.args = args
        self.frame = frame
        self.name = name

    def advance(self, state: State) -> None:
        made = state.invoke(self.cls, [], dict(self.args))
        if made is not PUSHED:
            self.receive(state, made)

    def receive(self, state: State, value: Value) -> None:
        state.stack.pop()
        self.frame.env[self.name] = value
        begin(state, self.frame)


def unmade(owner: Class) -> Value:
    """An instance that its ``__init__`` is about to fill."""
    if (
        not owner.complete
        or owner.lacks()
        or any(one is not object for one in owner.mro if type(one) is not Class)
    ):
        raise HoleError(f"an instance of {owner.name}, which is not wholly known")
    if any(owner.find(name) is not MISSING for name in ("__new__", "__del__")):
        raise HoleError("__new__ or __del__")
    return Instance(owner)


def begin(state: State, frame: Frame) -> None:
    """Pushes the frame, or what consumes it where it is a generator's."""
    if not frame.function.is_generator:
        state.push(frame)
        return
    generator = Generator(frame)
    frame.generator = generator
    state.push(Consumer(generator))


def start(program: Program, qualname: str, arguments: Mapping[str, object]) -> Machine:
    """A machine about to run the function with plain values for its parameters.

    A method is called on a new instance, made with the arguments named ``self.parameter``.
    Raises HoleError where the function cannot be called from outside.
    """
    machine = Machine(program)
    function = function_of(program, qualname) or program.functions[qualname]
    if function.free or function.is_async:
        raise HoleError("a function that cannot be called from outside")
    routine = Routine(function, None, {})
    given = {name: adopt(value) for name, value in arguments.items()}
    names = [p.name for p in function.parameters]
    owner = _owner(machine, function)
    entry = program.contents.functions.get(qualname)
    decorators = () if entry is None else entry.decorators
    if "staticmethod" in decorators:
        owner = None
    receives = owner is not None and bool(names) and names[0] not in given
    env = {
        p.name: _parameter(machine, routine, p, given)
        for p in function.parameters[1 if receives else 0 :]
    }
    routine.owner = owner
    frame = Frame(function, Scope(function, env, None), owner)
    if owner is not None and receives and "classmethod" in decorators:
        env[names[0]] = owner
        begin(machine, frame)
    elif owner is not None and receives and function.name == "__init__":
        env[names[0]] = unmade(owner)
        begin(machine, frame)
    elif owner is not None and receives:
        made = {name[5:]: value for name, value in given.items() if name.startswith("self.")}
        machine.push(Receiver(owner, made, frame, names[0]))
    else:
        begin(machine, frame)
    return machine


_CALLABLE = ((), ("property",), ("staticmethod",), ("classmethod",))


def _owner(machine: Machine, function: Function) -> Class | None:
    """The class that defines the method, where it is an ordinary method of a known class."""
    if function.in_class is None:
        return None
    entry = machine.program.contents.functions.get(function.qualname)
    if "." in function.in_class or entry is None or entry.decorators not in _CALLABLE:
        raise HoleError("a method that cannot be called from outside")
    owner = load_global(machine, function.in_class)
    if type(owner) is not Class:
        raise HoleError("a method of an unknown class")
    return owner


def _parameter(
    machine: Machine, routine: Routine, parameter: Parameter, given: dict[str, Value]
) -> Value:
    if parameter.name in given:
        return given[parameter.name]
    if parameter.kind in ("*", "**"):
        return () if parameter.kind == "*" else {}
    return fill(machine, routine, parameter)


def adopt(value: Value, depth: int = 0) -> Value:
    """A fresh copy of a plain value; an argument of which nothing is known stays itself."""
    if depth > 40:
        raise HoleError("an argument that is nested too deeply")
    kind = type(value)
    if kind in (list, tuple, set, frozenset):
        return kind(adopt(part, depth + 1) for part in value)
    if kind is dict:
        return {adopt(k, depth + 1): adopt(v, depth + 1) for k, v in value.items()}
    if kind is World:
        return of_world(value)
    if kind is Memory:
        return memoryview(value.content)
    if kind in SCALARS or kind is range or kind is Opaque:
        return value
    raise HoleError(f"an argument that is a {kind.__name__}")


def start_module(program: Program) -> Machine:
    """A machine about to run the module body."""
    machine = start(program, "<module>", {})
    machine.in_module = True
    return machine
