"""Steps into small functions of the same file, so that their effects are exact."""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.explore import RAISED, RETURNED, Walk
from haltcheck.model.abstract.scene import Scene, frame_of
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Known, Value
from haltcheck.model.program import Function

_BLOCKS = 24
_DEPTH = 2


def may_inline(scene: Scene, function: Function) -> bool:
    """Whether a function is small and straight enough to be stepped into."""
    return (
        scene.depth < _DEPTH
        and not function.loops
        and not function.free
        and not function.rebound
        and not function.is_async
        and not function.is_generator
        and len(function.blocks) <= _BLOCKS
        and not frame_of(scene.program, function).flow.cuts
    )


def inline(
    scene: Scene, state: State, function: Function, arguments: dict[str, Value]
) -> list[tuple[State, Value]] | None:
    """The states after a call, each with what it returned; errors are left with the scene.

    None where the function is not small and straight enough.
    """
    if not may_inline(scene, function):
        return None
    frame = frame_of(scene.program, function)
    before = scene.frame, scene.site, scene.raising, scene.catching
    caller = state.locals
    walk = Walk(
        scene,
        frame,
        frozenset(),
        None,
        prefix=f"{scene.site}>",
        caught_outside=scene.catching,
        width=6,
    )
    state.outer = (*state.outer, caller)
    state.locals = dict(arguments)
    scene.frame = frame
    scene.depth += 1
    arrivals = walk.run(0, state)
    scene.depth -= 1
    scene.frame, scene.site, scene.raising, scene.catching = before
    scene.at(f"{scene.site}<")
    results: list[tuple[State, Value]] = []
    for arrival in arrivals:
        after = arrival.state
        after.locals = after.outer[-1].copy()
        after.outer = after.outer[:-1]
        if arrival.target == RAISED:
            scene.raising.append(after)
        elif arrival.target == RETURNED:
            results.append((after, arrival.value or Known(None)))
    return _merged(scene, results)


def _merged(scene: Scene, results: list[tuple[State, Value]]) -> list[tuple[State, Value]]:
    """Past a few outcomes the caller would drown: what was returned is then anything."""
    if len(results) <= 6:
        return results
    for state, _ in results:
        state.exact = False
    return [(state, scene.thing(k.ANY)) for state, _ in results]
