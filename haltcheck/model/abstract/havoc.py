"""What code that nobody sees may change: objects, attributes, globals, rebound locals."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Items, Thing, Value
from haltcheck.model.assumption import ReturnsNormally

_MOVING = k.MUTABLE | k.ITERATOR | k.STREAM | k.RANGE


def unknown_code(scene: Scene, state: State, text: str, line: int, handed: Iterable[Value]) -> None:
    """A call that nobody resolves: it may write and raise, or is supposed to do neither."""
    if scene.trust is Trust.CALLEES:
        supposed = ReturnsNormally(text or "?", line)
        if supposed not in state.assumptions:
            state.assumptions = (*state.assumptions, supposed)
        state.exact = False
        return
    writes_anything(scene, state, handed)
    scene.may_raise(state)


def writes_anything(scene: Scene, state: State, handed: Iterable[Value]) -> None:
    """Forgets all that code elsewhere can reach; what it is handed above all."""
    state.stale = True
    state.stale_places = scene.site
    state.places.clear()
    for value in handed:
        forget(scene, state, value)
    for name in sorted(state.locals):
        value = state.locals[name]
        if name in scene.frame.function.rebound:
            state.locals[name] = scene.thing(k.ANY | k.UNBOUND)
        elif name not in scene.frame.private:
            forget(scene, state, value)


def forget(scene: Scene, state: State, value: Value) -> None:
    """The size of an object may be anything from here on."""
    if isinstance(value, Items):
        for member in value.values:
            forget(scene, state, member)
    elif isinstance(value, Thing) and value.mask & _MOVING:
        state.sizes[value.id] = scene.bounded(state)
        state.next_values[value.id] = scene.choice(state)
