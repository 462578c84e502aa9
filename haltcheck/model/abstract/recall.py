"""Calls whose results are whole numbers: each is a choice that a contract may speak of."""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.callee import returned_mask
from haltcheck.model.abstract.effect import effects
from haltcheck.model.abstract.havoc import applies
from haltcheck.model.abstract.inline import inline
from haltcheck.model.abstract.measure import current
from haltcheck.model.abstract.result import EFFECT
from haltcheck.model.abstract.scene import Frame, Scene, frame_of
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Known, Number, Value, mask_of
from haltcheck.model.program import Function
from haltcheck.model.recursion import recurring

Outcomes = list[tuple[State, Value]]


def called(
    scene: Scene, state: State, function: Function, arguments: dict[str, Value]
) -> Outcomes | None:
    """Steps into a small function; of one that recurs, or is larger, the result is recorded."""
    if function.qualname in recurring(scene.tables.resolver):
        noted = recorded(scene, state, function, arguments)
        return inline(scene, state, function, arguments) if noted is None else noted
    stepped = inline(scene, state, function, arguments)
    return recorded(scene, state, function, arguments) if stepped is None else stepped


def is_float(frame: Frame, name: str, value: Value) -> bool:
    """Whether a parameter that takes whole numbers is handed what may be a float."""
    mask = mask_of(value)
    taken = frame.kinds.at[0].get(name, k.ANY)
    return bool(mask & k.FLOAT and mask != k.ANY and taken & k.WHOLE and not taken & k.FLOAT)


def recorded(
    scene: Scene,
    state: State,
    function: Function,
    arguments: dict[str, Value],
    *,
    calm: bool = False,
) -> Outcomes | None:
    """The state behind a call with its result, and globals that it writes, as choices.

    None where it gives back what is no whole number, or may calculate with floats. A ``calm``
    function raises nothing.
    """
    frame = frame_of(scene.program, function)
    if any(is_float(frame, name, value) for name, value in arguments.items()):
        return None
    mask = returned_mask(scene, function, arguments)
    whole = bool(mask & k.INT) and not mask & ~k.WHOLE
    written = effects(scene, function)
    if not whole and not (written and mask == k.NONE):
        return None
    held = {place: current(scene, state, place) for place in written}
    summary = scene.tables.summaries.of(function.qualname)
    applies(scene, state, summary, arguments.values())
    if not calm:
        scene.may_raise(state)
    known = {place: value for place, value in held.items() if isinstance(value, Number)}
    handed = tuple(sorted((arguments | known).items()))
    for place in known:
        after = scene.choice(state)
        state.places[place] = Number(after)
        name = f"{function.qualname}{EFFECT}{place}"
        state.returned = (*state.returned, (name, handed, after.name))
    if not whole:
        return [(state, Known(None))]
    result = scene.choice(state)
    state.returned = (*state.returned, (function.qualname, handed, result.name))
    return [(state, Number(result))]
