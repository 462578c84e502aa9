"""Methods of containers, texts and integers on symbolic values: what they do to lengths."""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.arithmetic import length
from haltcheck.model.abstract.container import grown_by_one_or_none, resize
from haltcheck.model.abstract.numeric import bit_count
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Known, Number, Thing, Value, as_term, mask_of
from haltcheck.model.term import ONE, ZERO, Integer, Term, add, compare, disjunction, subtract


class Unfamiliar:
    """The method is not modelled here."""


def call_known_method(
    scene: Scene, state: State, receiver: Value, name: str, values: list[Value]
) -> list[State] | Unfamiliar:
    """Runs the method, its result in ``$result``; Unfamiliar where it is not modelled."""
    mask = mask_of(receiver) & ~k.UNBOUND
    result: Value | Unfamiliar | None = Unfamiliar()
    if mask == k.LIST and isinstance(receiver, Thing):
        result = _list(scene, state, receiver, name, values)
    elif mask in (k.DICT, k.SET) and isinstance(receiver, Thing):
        result = _table(scene, state, receiver, name, values)
    elif mask and not mask & ~k.TEXT:
        result = _text(scene, state, receiver, name, values)
    elif isinstance(receiver, Number) and name in ("bit_length", "bit_count") and not values:
        result = bit_count(scene, state, receiver.term)
    if isinstance(result, Unfamiliar):
        return result
    if result is None:
        return []
    state.locals["$result"] = result
    return [state]


def _list(
    scene: Scene, state: State, receiver: Thing, name: str, values: list[Value]
) -> Value | Unfamiliar | None:
    size = scene.size(state, receiver)
    match name, len(values):
        case ("append", 1) | ("insert", 2):
            resize(scene, state, receiver, add(size, ONE))
        case ("pop", 0 | 1):
            if not scene.raises(state, compare("<=", size, ZERO), "IndexError"):
                return None
            if values and values != [Known(None)] and not _is_end(values[0]):
                scene.may_raise(state, ("IndexError",))
            resize(scene, state, receiver, subtract(size, ONE))
            return scene.thing(k.ANY)
        case ("remove", 1):
            if not scene.raises(state, compare("<=", size, ZERO), "ValueError"):
                return None
            scene.may_raise(state, ("ValueError",))
            resize(scene, state, receiver, subtract(size, ONE))
        case ("clear", 0):
            resize(scene, state, receiver, ZERO)
        case ("extend", 1):
            grown = length(scene, state, values[0])
            if grown is None:
                return Unfamiliar()
            resize(scene, state, receiver, add(size, grown))
        case ("reverse", 0):
            state.stale = True
        case ("copy", 0):
            result = scene.thing(k.LIST, new=True)
            state.sizes[result.id] = size
            return result
        case ("index", _):
            scene.may_raise(state, ("ValueError",))
            index = scene.bounded(state)
            state.suppose(compare("<", index, size))
            return _number(state, index)
        case ("count", 1):
            count = scene.bounded(state)
            state.suppose(compare("<=", count, size))
            return _number(state, count)
        case _:
            return Unfamiliar()
    return Known(None)


def _number(state: State, term: Term) -> Value:
    state.exact = False
    return Number(term)


def _is_end(value: Value) -> bool:
    return isinstance(value, Number) and value.term in (Integer(-1), ZERO)


def _table(
    scene: Scene, state: State, receiver: Thing, name: str, values: list[Value]
) -> Value | Unfamiliar | None:
    size = scene.size(state, receiver)
    is_set = receiver.mask == k.SET
    if name in ("pop", "popitem", "remove", "discard"):
        return _taken(scene, state, receiver, name, values)
    match name, len(values):
        case ("add", 1) if is_set:
            if mask_of(values[0]) & ~k.SCALAR:
                scene.may_raise(state, ("TypeError",))
            resize(scene, state, receiver, grown_by_one_or_none(scene, state, size))
        case ("clear", 0):
            resize(scene, state, receiver, ZERO)
        case ("items" | "keys" | "values", 0) if not is_set:
            # A view: as long as the dictionary is now; iterating it later may raise.
            view = scene.thing(k.VIEW, new=True)
            state.sizes[view.id] = size
            return view
        case ("get", 1 | 2) if not is_set:
            if mask_of(values[0]) & ~k.SCALAR:
                scene.may_raise(state, ("TypeError",))
            return scene.thing(k.ANY)
        case _:
            return Unfamiliar()
    return Known(None)


def _taken(
    scene: Scene, state: State, receiver: Thing, name: str, values: list[Value]
) -> Value | Unfamiliar | None:
    """Something is taken out of a dict or a set."""
    size = scene.size(state, receiver)
    is_set = receiver.mask == k.SET
    match name, len(values):
        case ("pop", 0) if is_set:
            if not scene.raises(state, compare("<=", size, ZERO), "KeyError"):
                return None
            resize(scene, state, receiver, subtract(size, ONE))
            return scene.thing(k.ANY)
        case ("popitem", 0) if not is_set:
            if not scene.raises(state, compare("<=", size, ZERO), "KeyError"):
                return None
            resize(scene, state, receiver, subtract(size, ONE))
            return scene.thing(k.TUPLE)
        case ("pop", 1) if not is_set:
            if not scene.raises(state, compare("<=", size, ZERO), "KeyError"):
                return None
            scene.may_raise(state, ("KeyError",))
            resize(scene, state, receiver, subtract(size, ONE))
            return scene.thing(k.ANY)
        case ("discard", 1) | ("pop", 2):
            fresh = scene.bounded(state)
            state.exact = False
            state.suppose(compare("<=", fresh, size))
            state.suppose(compare("<=", subtract(size, ONE), fresh))
            resize(scene, state, receiver, fresh)
            return Known(None) if name == "discard" else scene.thing(k.ANY)
        case ("remove", 1) if is_set:
            if not scene.raises(state, compare("<=", size, ZERO), "KeyError"):
                return None
            scene.may_raise(state, ("KeyError",))
            resize(scene, state, receiver, subtract(size, ONE))
        case _:
            return Unfamiliar()
    return Known(None)


def _text(
    scene: Scene, state: State, receiver: Value, name: str, values: list[Value]
) -> Value | Unfamiliar | None:
    size = length(scene, state, receiver)
    mask = mask_of(receiver)
    result_mask = k.method_result(mask, name, len(values))
    if result_mask == k.ANY or size is None:
        return Unfamiliar()
    scalar = all(not mask_of(value) & ~k.SCALAR for value in values)
    if not scalar or name in ("index", "rindex", "decode", "encode", "format", "split", "join"):
        scene.may_raise(state)
    if name in ("find", "rfind"):
        found = scene.choice(state)
        known = length(scene, state, values[0]) if values else None
        needed = known if isinstance(known, Integer) else ZERO
        missing = compare("==", found, Integer(-1))
        start = as_term(values[1]) if len(values) > 1 else None
        if start is not None and name == "find":
            before = compare("<", start, ZERO)
            state.suppose(disjunction(missing, before, compare("<=", start, found)))
        state.suppose(disjunction(missing, compare("<=", add(found, needed), size)))
        state.suppose(compare(">=", add(found, ONE), ZERO))
        return _number(state, found)
    if name in ("strip", "lstrip", "rstrip", "removeprefix", "removesuffix"):
        result = scene.thing(result_mask, new=True)
        fresh = scene.bounded(state)
        state.exact = False
        state.suppose(compare("<=", fresh, size))
        state.sizes[result.id] = fresh
        return result
    if result_mask == k.INT:
        return _number(state, scene.bounded(state))
    return scene.unknown(state, result_mask)
