"""Where paths start: the state at a location, and the line that it stands in."""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Frame, Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.program import Function, Jump
from haltcheck.model.system import ENTRY


def line_of(function: Function, index: int) -> int:
    """The line of a block's first instruction."""
    block = function.blocks[index]
    for part in (*block.instructions, block.terminator):
        if not isinstance(part, Jump):
            return part.span.line
    return function.span.line


def start_state(scene: Scene, frame: Frame, location: int) -> State:
    """The state at a location: every live local has its kind and its variable."""
    state = State()
    function = frame.function
    if location == ENTRY:
        masks = frame.kinds.at[0]
        for parameter in function.parameters:
            state.locals[parameter.name] = scene.start(parameter.name, masks[parameter.name])
        for name in function.rebound:
            state.locals.setdefault(name, scene.thing(k.ANY | k.UNBOUND))
        return state
    masks = frame.kinds.at[location]
    for name in sorted(frame.flow.live[location]):
        mask = masks.get(name, 0)
        if mask:
            state.locals[name] = scene.start(name, mask)
    return state
