"""Built-in functions on symbolic values."""

from __future__ import annotations

from collections.abc import Callable

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.arithmetic import length
from haltcheck.model.abstract.classes import is_class
from haltcheck.model.abstract.condition import as_integer, truth
from haltcheck.model.abstract.havoc import writes_anything
from haltcheck.model.abstract.numeric import NUMERIC, unknown_result
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import (
    Flag,
    Known,
    Name,
    Number,
    Range,
    Value,
    as_term,
    mask_of,
)
from haltcheck.model.term import ONE, TRUE, ZERO, Integer, compare

Known_ = Callable[[Scene, State, list[Value]], "Value | None"]


def _len(scene: Scene, state: State, values: list[Value]) -> Value | None:
    if len(values) != 1:
        return unknown_result(scene, state, k.INT)
    size = length(scene, state, values[0])
    if size is not None:
        return Number(size)
    if isinstance(values[0], Range):
        if _is_beyond(values[0]):
            scene.raises(state, TRUE, "OverflowError")
            return None
        from_range = scene.bounded(state)
        state.exact = False
        return Number(from_range)
    scene.may_raise(state, ("TypeError",))
    result = scene.choice(state)
    state.suppose(compare(">=", result, ZERO))
    return Number(result)


def _is_beyond(value: Range) -> bool:
    """A constant range of more numbers than a length can say."""
    ends = value.start, value.stop, value.step
    numbers = [one.value for one in ends if isinstance(one, Integer)]
    try:
        return len(numbers) == len(ends) and len(range(*numbers)) < 0
    except OverflowError:
        return True


def _range(scene: Scene, state: State, values: list[Value]) -> Value | None:
    terms = [as_integer(scene, state, value) for value in values]
    numbers = [term for term in terms if term is not None]
    if len(numbers) != len(values) or not 1 <= len(values) <= 3:
        scene.may_raise(state, ("TypeError",))
        return scene.thing(k.RANGE)
    if len(numbers) == 1:
        return Range(ZERO, numbers[0], ONE)
    if len(numbers) == 2:
        return Range(numbers[0], numbers[1], ONE)
    if not scene.raises(state, compare("==", numbers[2], ZERO), "ValueError"):
        return None
    return Range(numbers[0], numbers[1], numbers[2])


def _bool(scene: Scene, state: State, values: list[Value]) -> Value | None:
    if len(values) != 1:
        return unknown_result(scene, state, k.BOOL)
    return Flag(truth(scene, state, values[0]))


def _compare_items(scene: Scene, state: State, values: list[Value], *, ordered: bool) -> None:
    """Items that cannot be ordered, or are no keys, raise."""
    fitting = k.TEXT | k.RANGE if ordered else k.TEXT | k.RANGE | k.DICT | k.SET
    if any(mask_of(value) & ~(fitting | k.UNBOUND) for value in values):
        scene.may_raise(state, ("TypeError",))


def _sized(mask: int, *, same: bool, ordered: bool = False) -> Known_:
    """``list(x)`` and its like: as long as x, or (sets) at most so."""

    def sized(scene: Scene, state: State, values: list[Value]) -> Value | None:
        result = scene.thing(mask, new=True)
        if ordered or mask == k.SET:
            _compare_items(scene, state, values, ordered=ordered)
        if not values:
            state.sizes[result.id] = ZERO
            return result
        size = length(scene, state, values[0]) if len(values) == 1 else None
        if size is None:
            consumed = values[0]
            if mask_of(consumed) & (k.OBJECT | k.ITERATOR | k.STREAM):
                writes_anything(scene, state, values)
            scene.may_raise(state)
            return result
        if same:
            state.sizes[result.id] = size
            return result
        fresh = scene.bounded(state)
        state.exact = False
        state.suppose(compare("<=", fresh, size))
        state.sizes[result.id] = fresh
        return result

    return sized


def _count(scene: Scene, state: State, values: list[Value]) -> Value | None:
    """``itertools.count(start, step)``."""
    result = scene.thing(k.ITERATOR, new=True)
    terms = [as_integer(scene, state, value) for value in values]
    if any(term is None for term in terms):
        scene.may_raise(state, ("TypeError",))
    else:
        state.next_values[result.id] = terms[0] if terms and terms[0] is not None else ZERO
    return result


def _lazily(scene: Scene, state: State, values: list[Value]) -> Value | None:
    """An iterator over what iterators and containers give; asking them comes later."""
    if not values or any(mask_of(value) & ~(_ITERABLE | k.UNBOUND) for value in values):
        scene.may_raise(state)
    return scene.thing(k.ITERATOR, new=True)


def _islice(scene: Scene, state: State, values: list[Value]) -> Value | None:
    """``itertools.islice``, which takes no step that leads nowhere."""
    step = as_integer(scene, state, values[3]) if len(values) == 4 else None
    if step is not None and not scene.raises(state, compare("<=", step, ZERO), "ValueError"):
        return None
    scene.may_raise(state)
    return scene.thing(k.ITERATOR, new=True)


def _repeat(scene: Scene, state: State, values: list[Value]) -> Value | None:
    if len(values) != 1:
        scene.may_raise(state)
    return scene.thing(k.ITERATOR, new=True)


def _print(scene: Scene, state: State, values: list[Value]) -> Value | None:
    del scene, state, values
    return Known(None)


def _text(scene: Scene, state: State, values: list[Value]) -> Value | None:
    mask = 0
    for value in values:
        mask |= mask_of(value)
    if not values:
        return Known("")
    if len(values) > 1 or mask & ~(k.SCALAR):
        scene.may_raise(state)
    elif mask & k.INT and not isinstance(as_term(values[0]), Integer):
        # The 4,300-digit limit of str and int.
        scene.may_raise(state, ("ValueError",))
    return scene.thing(k.STR)


def _isinstance(scene: Scene, state: State, values: list[Value]) -> Value | None:
    if len(values) != 2 or not is_class(values[1]):
        scene.may_raise(state, ("TypeError",))
    known = {"int": k.INT | k.BOOL, "str": k.STR, "bytes": k.BYTES, "list": k.LIST}
    known |= {"dict": k.DICT, "set": k.SET, "tuple": k.TUPLE, "float": k.FLOAT, "bool": k.BOOL}
    if len(values) == 2 and isinstance(values[1], Name) and values[1].dotted in known:
        wanted = known[values[1].dotted]
        mask = mask_of(values[0]) & ~k.UNBOUND
        # True and False are integers as well, and may be passed as such.
        if not mask & ((k.WHOLE if wanted == k.BOOL else wanted) | k.OBJECT):
            return Flag(compare("!=", ZERO, ZERO))
        if not mask & ~wanted and wanted != k.BOOL:
            return Flag(compare("==", ZERO, ZERO))
    return Flag(scene.coin(state))


def _plain(mask: int) -> Known_:
    def plain(scene: Scene, state: State, values: list[Value]) -> Value | None:
        if any(mask_of(value) & ~k.SCALAR for value in values):
            scene.may_raise(state)
            if any(mask_of(value) & (k.OBJECT | k.ITERATOR | k.STREAM) for value in values):
                writes_anything(scene, state, values)
        else:
            scene.may_raise(state)
        return scene.unknown(state, mask)

    return plain


def _quiet(mask: int) -> Known_:
    def quiet(scene: Scene, state: State, values: list[Value]) -> Value | None:
        if len(values) != 1:
            scene.may_raise(state, ("TypeError",))
        return scene.unknown(state, mask)

    return quiet


_ITERABLE = k.SIZED | k.RANGE | k.ITERATOR

KNOWN: dict[str, Known_] = {
    **NUMERIC,
    "len": _len,
    "range": _range,
    "bool": _bool,
    "list": _sized(k.LIST, same=True),
    "tuple": _sized(k.TUPLE, same=True),
    "sorted": _sized(k.LIST, same=True, ordered=True),
    "set": _sized(k.SET, same=False),
    "frozenset": _sized(k.SET, same=False),
    "print": _print,
    "str": _text,
    "repr": _text,
    "isinstance": _isinstance,
    "id": _quiet(k.INT),
    "callable": _quiet(k.BOOL),
    "ord": _plain(k.INT),
    "chr": _plain(k.STR),
    "hash": _plain(k.INT),
    "sum": _plain(k.ANY),
    "any": _plain(k.BOOL),
    "all": _plain(k.BOOL),
    "hasattr": _plain(k.BOOL),
    "zip": _lazily,
    "enumerate": _lazily,
    "itertools.count": _count,
    "itertools.cycle": _lazily,
    "itertools.islice": _islice,
    "itertools.repeat": _repeat,
}
