"""What a branch that was taken tells of the kinds of values."""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.condition import replace, truth
from haltcheck.model.abstract.scene import Predicate, Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Known, Thing, Value
from haltcheck.model.term import ZERO, Compare, Formula, Variable


def narrow(scene: Scene, state: State, formula: Formula, value: Value, outcome: bool) -> bool:
    """Uses the outcome of a test; False where it cannot be."""
    if isinstance(value, Thing):
        return not outcome or _not_none(scene, state, value)
    match formula:
        case Compare(operator="!=" | "==" as operator, left=Variable(name=name), right=right):
            if right != ZERO:
                return True
            found = scene.measured.get(name)
            if isinstance(found, Predicate) and found.operator == "is":
                return _identity(scene, state, found, operator == "!=")
        case _:
            pass
    return True


def _identity(scene: Scene, state: State, test: Predicate, holds: bool) -> bool:
    thing, other = test.operands
    if not isinstance(thing, Thing) or other != Known(None):
        return True
    if holds:
        replace(state, thing, Known(None))
        return True
    return _remove_none(scene, state, thing)


def _remove_none(scene: Scene, state: State, thing: Thing) -> bool:
    mask = thing.mask & ~k.NONE
    if not mask or mask == thing.mask or mask == k.ANY & ~k.NONE:
        return bool(mask)
    replace(state, thing, scene.start(thing.key, mask))
    return True


def _not_none(scene: Scene, state: State, thing: Thing) -> bool:
    """A value that is true is not None; an integer that is true is not 0."""
    if not thing.mask & k.NONE or not thing.key:
        return True
    mask = thing.mask & ~k.NONE
    if mask & k.UNBOUND or not mask or mask == k.ANY & ~k.NONE:
        return True
    narrowed = scene.start(thing.key, mask)
    replace(state, thing, narrowed)
    if mask & ~(k.WHOLE | k.SIZED):
        return True
    return state.suppose(truth(scene, state, narrowed))
