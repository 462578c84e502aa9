"""Calls: built-ins and methods of built-in types that are known, and the rest as unknown code."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.builtin import KNOWN
from haltcheck.model.abstract.havoc import unknown_code
from haltcheck.model.abstract.method import call_known_method
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Name, Value


def call(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``function(items)``."""
    assert isinstance(instruction, i.Call)
    function = scene.read(state, instruction.function)
    values = [scene.read(state, item.value) for item in instruction.items]
    plain = all(item.kind == "positional" for item in instruction.items)
    if isinstance(function, Name) and plain and function.dotted in KNOWN:
        result = KNOWN[function.dotted](scene, state, values)
        if result is None:
            return []
        state.locals[instruction.target] = result
        return [state]
    return _unknown(scene, state, instruction, [function, *values])


def call_method(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``object.name(items)``."""
    assert isinstance(instruction, i.CallMethod)
    receiver = scene.read(state, instruction.object)
    values = [scene.read(state, item.value) for item in instruction.items]
    plain = all(item.kind == "positional" for item in instruction.items)
    if plain:
        outcome = call_known_method(scene, state, receiver, instruction.name, values)
        if isinstance(outcome, list):
            for one in outcome:
                one.locals[instruction.target] = one.locals.pop("$result")
            return outcome
    return _unknown(scene, state, instruction, [receiver, *values])


def _unknown(
    scene: Scene, state: State, instruction: i.Call | i.CallMethod, handed: list[Value]
) -> list[State]:
    unknown_code(scene, state, instruction.text, instruction.span.line, handed)
    state.locals[instruction.target] = scene.thing(k.ANY)
    return [state]
