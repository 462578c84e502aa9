"""Containers by their length: what building, indexing and storing do to it."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.arithmetic import length
from haltcheck.model.abstract.condition import as_integer
from haltcheck.model.abstract.scene import Scene, raise_surely
from haltcheck.model.abstract.state import FORGOTTEN, State
from haltcheck.model.abstract.value import (
    Items,
    Known,
    Number,
    Span,
    Thing,
    Value,
    mask_of,
)
from haltcheck.model.term import (
    ONE,
    ZERO,
    Choose,
    Formula,
    Integer,
    Term,
    add,
    choose,
    compare,
    conjunction,
    disjunction,
    invert,
    negate,
    subtract,
)

_ROW = 16
"""Longer tuples are not looked into by an index that is not known."""

_BUILT = {"list": k.LIST, "set": k.SET, "dict": k.DICT, "tuple": k.TUPLE}


def build(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """A new list, tuple, set, dict or slice."""
    assert isinstance(instruction, i.Build)
    values = [scene.read(state, item.value) for item in instruction.items]
    plain = all(item.kind == "positional" for item in instruction.items)
    result: Value
    if instruction.kind == "slice":
        padded = [*values, Known(None), Known(None), Known(None)]
        result = Span(padded[0], padded[1], padded[2])
    elif instruction.kind == "tuple" and plain and len(values) <= 16:
        result = Items(tuple(values))
    else:
        result = scene.thing(_BUILT[instruction.kind], new=True)
        _built_size(scene, state, instruction, result, values)
        if not plain:
            scene.may_raise(state)
        elif instruction.kind in ("set", "dict"):
            keys = values if instruction.kind == "set" else _keys(scene, state, instruction)
            if not all(is_hashable(key) for key in keys):
                scene.may_raise(state, ("TypeError",))
    state.locals[instruction.target] = result
    return [state]


def _keys(scene: Scene, state: State, instruction: i.Build) -> list[Value]:
    return [scene.read(state, item.key) for item in instruction.items if item.key is not None]


def is_hashable(value: Value) -> bool:
    """Whether it surely is a key; an object of some class may have said that it is none."""
    if isinstance(value, Items):
        return all(is_hashable(member) for member in value.values)
    return not mask_of(value) & ~(k.SCALAR | k.RANGE | k.FUNCTION | k.MODULE | k.UNBOUND)


def _built_size(
    scene: Scene, state: State, instruction: i.Build, result: Thing, values: list[Value]
) -> None:
    count = sum(item.kind == "positional" for item in instruction.items)
    exact = instruction.kind in ("list", "tuple") or count <= 1
    total: Term = Integer(count)
    for item, value in zip(instruction.items, values, strict=True):
        if item.kind == "*":
            part = length(scene, state, value) if exact else None
            exact = exact and part is not None
            total = add(total, part if part is not None else ZERO)
        elif item.kind == "**":
            exact = False
    if exact:
        state.sizes[result.id] = total
        return
    size = scene.bounded(state)
    if count:
        state.suppose(compare(">=", size, ONE))
    if all(item.kind == "positional" for item in instruction.items):
        state.suppose(compare("<=", size, Integer(count)))
    state.sizes[result.id] = size


def resize(scene: Scene, state: State, value: Value, size: Term) -> None:
    """Gives an object a new size; every other object that may be the same one may follow."""
    if not isinstance(value, Thing):
        return
    state.stale = True
    others = _aliases(scene, state, value)
    before = scene.size(state, value) if others and not value.mask & ~k.SIZED else None
    for other in others:
        state.exact = False
        if other.mask & ~k.SIZED:
            state.sizes[other.id] = FORGOTTEN
            continue
        old = scene.size(state, other)
        fresh = scene.bounded(state)
        same = compare("==", fresh, size)
        if before is not None:
            same = conjunction(same, compare("==", old, before))
        state.suppose(disjunction(compare("==", fresh, old), same))
        state.sizes[other.id] = fresh
    state.sizes[value.id] = size
    state.resized |= {value}


def _aliases(scene: Scene, state: State, value: Thing) -> list[Thing]:
    """Other objects that may be the very same one: of a kind in common, and not known as new."""
    found: dict[str, Thing] = {}
    for other in state.everywhere():
        if (
            isinstance(other, Thing)
            and other.id != value.id
            and other.mask & value.mask & k.MUTABLE
            and scene.may_be_same(value, other)
        ):
            found[other.id] = other
    return [found[name] for name in sorted(found)]


def extends(state: State, operator: str, value: Value) -> bool:
    """Whether an in-place operator changes the object itself."""
    del state
    return isinstance(value, Thing) and bool(value.mask & k.MUTABLE) and not value.mask & k.WHOLE


def extend_in_place(scene: Scene, state: State, target: str, values: list[Value]) -> list[State]:
    """``xs += ys`` and its like: the object grows, or its size is anything."""
    value, other = values
    if mask_of(value) == k.LIST:
        grown = length(scene, state, other)
        size = scene.size(state, value)  # type: ignore[arg-type]
        if grown is None:
            scene.may_raise(state)
            grown = scene.bounded(state)
        resize(scene, state, value, add(size, grown))
    else:
        scene.may_raise(state)
        resize(scene, state, value, scene.bounded(state))
    state.locals[target] = value
    return [state]


def extend(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """One round of a comprehension adds to what it builds."""
    assert isinstance(instruction, i.Extend)
    value = scene.read(state, instruction.container)
    if isinstance(value, Thing):
        size = scene.size(state, value)
        if instruction.kind == "list":
            state.sizes[value.id] = add(size, ONE)
        else:
            state.sizes[value.id] = grown_by_one_or_none(scene, state, size)
            if not is_hashable(scene.read(state, instruction.key or instruction.value)):
                scene.may_raise(state, ("TypeError",))
    return [state]


def grown_by_one_or_none(scene: Scene, state: State, size: Term) -> Term:
    """The size of a set or dict after one key was stored."""
    fresh = scene.choice(state)
    state.exact = False
    grown = conjunction(compare("==", fresh, add(size, ONE)))
    state.suppose(
        disjunction(conjunction(compare("==", fresh, size), compare("<", ZERO, size)), grown)
    )
    return fresh


def get_item(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``object[key]``: an item or a slice."""
    assert isinstance(instruction, i.GetItem)
    base, key = scene.read(state, instruction.object), scene.read(state, instruction.key)
    result: Value
    size = length(scene, state, base)
    if isinstance(key, Span):
        step = None if key.step == Known(None) else as_integer(scene, state, key.step)
        nothing = compare("==", ZERO, step) if step is not None else None
        if nothing is not None and not scene.raises(state, nothing, "ValueError"):
            return []
        result = _slice(scene, state, base, size, key)
    else:
        index = as_integer(scene, state, key)
        if isinstance(base, Items) and isinstance(index, Integer):
            if not -len(base.values) <= index.value < len(base.values):
                return raise_surely(scene, state, "IndexError")
            result = base.values[index.value]
        elif index is not None and size is not None and not mask_of(base) & ~k.SEQUENCE:
            inside = _is_inside(index, size)
            if not scene.raises(state, invert(inside), "IndexError"):
                return []
            picked = _picked(base, index)
            result = picked or scene.unknown(
                state, scene.frame.kinds.item_mask(base_mask(base), instruction.target)
            )
        else:
            scene.may_raise(state)
            result = scene.unknown(
                state, scene.frame.kinds.item_mask(base_mask(base), instruction.target)
            )
    state.locals[instruction.target] = result
    return [state]


def _picked(base: Value, index: Term) -> Number | None:
    """The item at an index that is inside, where all items are integers that are known."""
    if not isinstance(base, Items) or len(base.values) > _ROW:
        return None
    at: dict[Term, list[int]] = {}
    for position, value in enumerate(base.values):
        if not isinstance(value, Number):
            return None
        at.setdefault(value.term, []).append(position)
    count = len(base.values)
    *others, most = sorted(at, key=lambda term: len(at[term]))
    result = most
    for term in reversed(others):
        hits = (
            compare("==", index, Integer(place))
            for position in at[term]
            for place in (position, position - count)
        )
        result = choose(disjunction(*hits), term, result)
    return Number(result)


def _is_inside(index: Term, size: Term) -> Formula:
    """Whether an index is one of a sequence of that size."""
    if isinstance(index, Integer):
        if index.value >= 0:
            return compare("<", index, size)
        return compare("<=", negate(index), size)
    return conjunction(compare("<=", negate(size), index), compare("<", index, size))


def base_mask(value: Value) -> int:
    """The kinds of a container, unbound apart."""
    return mask_of(value) & ~k.UNBOUND


def _slice(scene: Scene, state: State, base: Value, size: Term | None, span: Span) -> Value:
    mask = base_mask(base)
    if mask & ~k.SEQUENCE:
        scene.may_raise(state)
        if mask & ~k.SIZED or not mask & k.SEQUENCE:
            return scene.thing(k.ANY)
        mask &= k.SEQUENCE
    result = scene.thing(mask, new=True)
    if size is None or span.step not in (Known(None), Number(ONE)):
        return _some_of(scene, state, result, size)
    low = _bound(scene, state, span.lower, size, ZERO)
    high = _bound(scene, state, span.upper, size, size)
    if low is None or high is None:
        return _some_of(scene, state, result, size)
    if span.upper == Known(None) and isinstance(low, Choose) and low.orelse == size:
        # From a constant on: what is behind it, if anything.
        state.sizes[result.id] = choose(low.test, subtract(size, low.then), ZERO)
        return result
    if span.lower == Known(None):
        state.sizes[result.id] = high
        return result
    distance = subtract(high, low)
    clipped = choose(compare("<", ZERO, distance), distance, ZERO)
    state.sizes[result.id] = clipped
    return result


def _some_of(scene: Scene, state: State, result: Thing, size: Term | None) -> Value:
    """A slice of which no more is known than that it is no longer than its sequence."""
    if size is not None:
        fresh = scene.bounded(state)
        state.exact = False
        state.suppose(compare("<=", fresh, size))
        state.sizes[result.id] = fresh
    scene.may_raise(state, ("TypeError",))
    return result


def _bound(scene: Scene, state: State, value: Value, size: Term, absent: Term) -> Term | None:
    """A slice bound, clipped to the sequence as Python does."""
    if value == Known(None):
        return absent
    term = as_integer(scene, state, value)
    if term is None:
        return None
    if isinstance(term, Integer):
        if term.value >= 0:
            return ZERO if term.value == 0 else choose(compare("<", term, size), term, size)
        moved = add(size, term)
        return choose(compare("<", ZERO, moved), moved, ZERO)
    moved = add(size, term)
    below = choose(compare("<", ZERO, moved), moved, ZERO)
    above = choose(compare("<", term, size), term, size)
    return choose(compare("<", term, ZERO), below, above)


def set_item(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``object[key] = value``: a dict may grow, a slice may change any length."""
    assert isinstance(instruction, i.SetItem)
    base, key = scene.read(state, instruction.object), scene.read(state, instruction.key)
    mask = base_mask(base)
    size = length(scene, state, base)
    if mask == k.LIST and size is not None and not isinstance(key, Span):
        index = as_integer(scene, state, key)
        if index is None:
            scene.may_raise(state, ("TypeError",))
        else:
            inside = _is_inside(index, size)
            if not scene.raises(state, invert(inside), "IndexError"):
                return []
        state.stale = True
    elif mask == k.DICT and size is not None:
        if not is_hashable(key):
            scene.may_raise(state, ("TypeError",))
        resize(scene, state, base, grown_by_one_or_none(scene, state, size))
    else:
        scene.may_raise(state)
        if size is not None:
            resize(scene, state, base, scene.bounded(state))
        state.stale = True
    return [state]


def delete_item(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``del object[key]``: one item less, or an error."""
    assert isinstance(instruction, i.DeleteItem)
    base, key = scene.read(state, instruction.object), scene.read(state, instruction.key)
    size = length(scene, state, base)
    if size is not None and base_mask(base) in (k.LIST, k.DICT) and not isinstance(key, Span):
        error = "IndexError" if base_mask(base) == k.LIST else "KeyError"
        if not scene.raises(state, compare("<=", size, ZERO), error):
            return []
        scene.may_raise(state)
        resize(scene, state, base, subtract(size, ONE))
    elif size is not None:
        scene.may_raise(state)
        fresh = scene.bounded(state)
        state.suppose(compare("<=", fresh, size))
        resize(scene, state, base, fresh)
    else:
        scene.may_raise(state)
        state.stale = True
    return [state]


def unpack(scene: Scene, state: State, instruction: i.Instruction) -> list[State]:
    """``a, b = value``."""
    assert isinstance(instruction, i.Unpack)
    value = scene.read(state, instruction.value)
    targets = instruction.targets
    if isinstance(value, Items) and instruction.star < 0:
        if len(value.values) != len(targets):
            return raise_surely(scene, state, "ValueError")
        for target, member in zip(targets, value.values, strict=True):
            state.locals[target] = member
        return [state]
    size = length(scene, state, value)
    if size is not None and instruction.star < 0:
        if not scene.raises(state, compare("!=", size, Integer(len(targets))), "ValueError"):
            return []
    else:
        scene.may_raise(state)
        if isinstance(value, Thing) and value.mask & (k.ITERATOR | k.STREAM | k.OBJECT):
            state.sizes[value.id] = scene.bounded(state)
    demands = scene.frame.kinds.demands
    for position, target in enumerate(targets):
        kinds = k.LIST if position == instruction.star else demands.mask(target)
        state.locals[target] = scene.unknown(state, kinds)
    return [state]
