"""What code that nobody sees may change: objects, attributes, globals, rebound locals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from haltcheck.basis.once import once
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import FORGOTTEN, State
from haltcheck.model.abstract.summary import HANDED, Summary
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Items, Thing, Value
from haltcheck.model.assumption import ReturnsNormally, Specific

_READ = k.ITERATOR | k.STREAM | k.RANGE
_MOVING = k.MUTABLE | _READ


def unknown_code(scene: Scene, state: State, text: str, line: int, handed: Iterable[Value]) -> None:
    """A call that nobody resolves: it may write and raise, or is supposed to do neither."""
    if scene.trust is Trust.CALLEES:
        suppose(state, text, line)
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
    forget_objects(scene, state)
    rebind(scene, state)


def forget_objects(scene: Scene, state: State, moving: int = _MOVING) -> None:
    """Every object of some kinds that code elsewhere can reach may have any size."""
    state.stale = True
    state.resized |= {Thing("*", moving)}
    private = scene.root.private
    root = state.outer[0] if state.outer else state.locals
    found: list[Thing] = []
    for table in (state.places, state.locals, *state.outer):
        for name in sorted(table):
            if table is not root or name not in private:
                found += _moving_in(table[name], moving)
    _move(state, found)


def rebind(scene: Scene, state: State) -> None:
    """Locals that nested functions write may hold anything."""
    if not state.outer:
        for name in sorted(scene.frame.function.rebound):
            state.locals[name] = scene.thing(k.ANY | k.UNBOUND)


def applies(scene: Scene, state: State, summary: Summary, handed: Iterable[Value]) -> None:
    """What a function of this file may write, by its summary."""
    handed = tuple(handed)
    if summary.anything:
        writes_anything(scene, state, handed)
        return
    if summary.unseen:
        if scene.trust is Trust.NOTHING:
            writes_anything(scene, state, handed)
            return
        state.rest_on(_supposed(summary))
    _change(scene, state, summary.changes, handed)
    lose(state, summary.attributes | summary.names | (summary.changes - {HANDED}))
    moving = (k.MUTABLE if summary.mutates else 0) | (_READ if summary.consumes else 0)
    if moving:
        for value in handed:
            forget(scene, state, value, moving)
        forget_objects(scene, state, moving)
    if summary.attributes:
        state.stale = True
    rebind(scene, state)


def _change(scene: Scene, state: State, names: frozenset[str], handed: tuple[Value, ...]) -> None:
    """What methods like ``append`` change has another size; no supposition takes that away."""
    for value in handed if HANDED in names else ():
        forget(scene, state, value)
    root = scene.root.private
    for table in (state.places, state.locals) if names else ():
        for name in sorted(table):
            if name.rpartition(".")[2] in names and name not in root:
                forget(scene, state, table[name])


def lose(state: State, names: frozenset[str]) -> None:
    """Attributes and global names that may have been bound anew, on any object."""
    if names:
        state.lost |= names
        for place in [place for place in state.places if place.rpartition(".")[2] in names]:
            del state.places[place]


def suppose(state: State, text: str, line: int) -> None:
    """Records that an unresolved call is supposed to return and to leave alone what counts."""
    state.rest_on({ReturnsNormally(text or "?", line): None})


@once
def _supposed(summary: Summary) -> dict[Specific, None]:
    """What is supposed of the calls in a function that nobody resolves."""
    return {ReturnsNormally(text or "?", line): None for text, line in summary.unseen}


def forget(scene: Scene, state: State, value: Value, moving: int = _MOVING) -> None:
    """The size of an object may be anything from here on."""
    del scene
    _move(state, _moving_in(value, moving))


def _moving_in(value: Value, moving: int) -> Sequence[Thing]:
    """The objects of these kinds that a value is, or that it is made of."""
    if type(value) is Thing:
        return (value,) if value.mask & moving else ()
    if type(value) is Items:
        return [one for member in value.values for one in _moving_in(member, moving)]
    return ()


def _move(state: State, things: Sequence[Thing]) -> None:
    """Whatever is known of their sizes is forgotten, of all of them at once."""
    if not things:
        return
    for one in things:
        state.sizes[one.id] = FORGOTTEN
        state.next_values[one.id] = FORGOTTEN
    state.resized = state.resized.union(things)
