"""Machines before their first step: a function with its arguments, or the module body."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.frontend.expression import Parameter
from haltcheck.model.program import Program
from haltcheck.model.step.access import load_global
from haltcheck.model.step.call import fill
from haltcheck.model.step.classify import SCALARS
from haltcheck.model.step.event import Finished, Yielded
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.iterate import pull
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.state import Activation, Frame, Generator, State
from haltcheck.model.step.value import END, Class, Routine, Scope, Value


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


def start(program: Program, qualname: str, arguments: Mapping[str, object]) -> Machine:
    """A machine about to run the function with plain values for its parameters.

    Raises HoleError where the function cannot be called from outside.
    """
    machine = Machine(program)
    function = program.functions[qualname]
    routine = Routine(function, None, {})
    given = {name: adopt(value) for name, value in arguments.items()}
    env = {p.name: _parameter(machine, routine, p, given) for p in function.parameters}
    if function.free or function.is_async:
        raise HoleError("a function that cannot be called from outside")
    if function.in_class is not None and "." not in function.in_class:
        owner = load_global(machine, function.in_class)
        routine.owner = owner if type(owner) is Class else None
    frame = Frame(function, Scope(function, env, None), routine.owner)
    if function.is_generator:
        generator = Generator(frame)
        frame.generator = generator
        machine.push(Consumer(generator))
    else:
        machine.push(frame)
    return machine


def _parameter(
    machine: Machine, routine: Routine, parameter: Parameter, given: dict[str, Value]
) -> Value:
    if parameter.name in given:
        return given[parameter.name]
    if parameter.kind in ("*", "**"):
        return () if parameter.kind == "*" else {}
    return fill(machine.program, routine, parameter)


def adopt(value: Value, depth: int = 0) -> Value:
    """A fresh copy of a plain value."""
    if depth > 40:
        raise HoleError("an argument that is nested too deeply")
    kind = type(value)
    if kind in (list, tuple, set, frozenset):
        return kind(adopt(part, depth + 1) for part in value)
    if kind is dict:
        return {adopt(k, depth + 1): adopt(v, depth + 1) for k, v in value.items()}
    if kind in SCALARS or kind is range:
        return value
    raise HoleError(f"an argument that is a {kind.__name__}")


def start_module(program: Program) -> Machine:
    """A machine about to run the module body."""
    machine = start(program, "<module>", {})
    machine.in_module = True
    return machine
