"""Calls whose results are whole numbers: each is a choice that a contract may speak of."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.callee import returned_mask
from haltcheck.model.abstract.havoc import applies
from haltcheck.model.abstract.inline import inline
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Number, Value
from haltcheck.model.program import Function

Outcomes = list[tuple[State, Value]]


def called(
    scene: Scene, state: State, function: Function, arguments: dict[str, Value]
) -> Outcomes | None:
    """Steps into a small function; of one that recurs, or is larger, the result is recorded."""
    if _recurs(function):
        noted = recorded(scene, state, function, arguments)
        return inline(scene, state, function, arguments) if noted is None else noted
    stepped = inline(scene, state, function, arguments)
    return recorded(scene, state, function, arguments) if stepped is None else stepped


def _recurs(function: Function) -> bool:
    """Whether it calls itself by its own name."""
    return any(
        isinstance(one, i.Call) and one.text == function.name
        for block in function.blocks
        for one in block.instructions
    )


def recorded(
    scene: Scene, state: State, function: Function, arguments: dict[str, Value]
) -> Outcomes | None:
    """The state behind a call with the result as a choice; None where that is no whole number."""
    mask = returned_mask(scene, function, arguments)
    if not mask & k.INT or mask & ~k.WHOLE:
        return None
    summary = scene.tables.summaries.of(function.qualname)
    applies(scene, state, summary, arguments.values())
    scene.may_raise(state)
    result = scene.choice(state)
    handed = tuple(sorted(arguments.items()))
    state.returned = (*state.returned, (function.qualname, handed, result.name))
    return [(state, Number(result))]
