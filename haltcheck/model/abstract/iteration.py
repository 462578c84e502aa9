"""Iterators on a path: what is left of them and what they give next."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.arithmetic import length
from haltcheck.model.abstract.havoc import unknown_code
from haltcheck.model.abstract.probe import is_certain
from haltcheck.model.abstract.scene import Scene, raise_surely
from haltcheck.model.abstract.state import FORGOTTEN, State
from haltcheck.model.abstract.unending import NO_STEP
from haltcheck.model.abstract.value import Number, Range, Thing, Value, mask_of
from haltcheck.model.program import Next
from haltcheck.model.term import (
    ONE,
    ZERO,
    Integer,
    Term,
    add,
    choose,
    compare,
    floor_divide,
    invert,
    subtract,
)


def get_iterator(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``iter(object)`` of a range, of something sized, of an iterator, or of anything."""
    assert isinstance(instruction, i.GetIterator)
    value = scene.read(state, instruction.object)
    if not mask_of(value) & ~(k.NUMBER | k.NONE | k.MODULE):
        if is_certain(value):
            return raise_surely(scene, state)
        scene.may_raise(state)
    known = length(scene, state, value)
    if isinstance(value, Range):
        result = scene.thing(k.ITERATOR | k.RANGE, new=True)
        total = count(value)
        if total is None:
            state.exact = False
            total = scene.bounded(state)
        state.sizes[result.id] = total
        state.next_values[result.id] = value.start
    elif isinstance(value, Thing) and k.is_iterator(value.mask):
        result = value
    else:
        mask = k.iterator_mask(mask_of(value) & ~k.UNBOUND)
        result = scene.thing(mask, new=not mask & k.LIST)
        if known is not None:
            state.sizes[result.id] = known
        elif mask_of(value) & ~(k.SIZED | k.RANGE | k.STREAM):
            unknown_code(scene, state, "__iter__", instruction.span.line, ())
    state.locals[instruction.target] = result
    return [state]


def count(value: Range) -> Term | None:
    """How many numbers a range has; None where its step is not known."""
    match value.step:
        case Integer(value=step) if step > 0:
            distance = subtract(value.stop, value.start)
        case Integer(value=step) if step < 0:
            step = -step
            distance = subtract(value.start, value.stop)
        case _:
            return None
    rounded = floor_divide(add(distance, Integer(step - 1)), Integer(step))
    return choose(compare("<", ZERO, distance), rounded, ZERO)


def step_iterator(scene: Scene, state: State, asking: Next) -> list[tuple[bool, State]]:
    """Both outcomes of asking an iterator, with the target bound where there is a value."""
    value = scene.read(state, asking.iterator)
    results: list[tuple[bool, State]] = []
    if not isinstance(value, Thing):
        value = scene.thing(k.ITERATOR)
    asked = asking.iterator
    if isinstance(asked, i.Local) and asked.name in scene.frame.unending:
        step = scene.frame.unending[asked.name]
        return [(True, _step_unending(scene, state, asking, value, step))]
    if not value.mask & k.OVER_DATA or not k.is_iterator(value.mask):
        return _step_unknown(scene, state, asking)
    if value.mask & k.DICT:
        scene.may_raise(state, ("RuntimeError",))
    left = scene.size(state, value)
    ended = state.fork()
    if ended.suppose(compare("<=", left, ZERO)):
        results.append((False, ended))
    if state.suppose(compare("<", ZERO, left)):
        state.sizes[value.id] = subtract(left, ONE)
        state.locals[asking.target] = _element(scene, state, asking, value)
        results.append((True, state))
    return results


def _step_unending(scene: Scene, state: State, asking: Next, iterator: Thing, step: int) -> State:
    """``count`` and its kin always give another value."""
    if step == NO_STEP:
        mask = scene.frame.kinds.demands.mask(asking.target)
        state.locals[asking.target] = scene.unknown(state, mask)
    else:
        state.locals[asking.target] = _walk(scene, state, iterator, step)
    return state


def _step_unknown(scene: Scene, state: State, asking: Next) -> list[tuple[bool, State]]:
    """A generator or its like: its own code runs up to its next value or its end, if any."""
    unknown_code(scene, state, "__next__", asking.span.line, ())
    more = scene.coin(state)
    ended = state.fork()
    ended.suppose(invert(more))
    state.suppose(more)
    state.locals[asking.target] = scene.unknown(
        state, scene.frame.kinds.demands.mask(asking.target)
    )
    return [(False, ended), (True, state)]


def _element(scene: Scene, state: State, asking: Next, iterator: Thing) -> Value:
    if iterator.mask & k.RANGE:
        step = scene.range_step(asking.iterator)
        return Number(scene.choice(state)) if step is None else _walk(scene, state, iterator, step)
    return scene.unknown(state, scene.frame.kinds.demands.mask(asking.target))


def _walk(scene: Scene, state: State, iterator: Thing, step: int) -> Number:
    """The next of numbers at equal distances."""
    current = state.next_values.get(iterator.id)
    if current == FORGOTTEN:
        current = scene.choice(state)
        state.exact = False
    if current is None:
        current = scene.upcoming(iterator) if iterator.key else scene.choice(state)
    state.next_values[iterator.id] = add(current, Integer(step))
    return Number(current)
