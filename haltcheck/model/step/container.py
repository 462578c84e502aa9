"""Methods of lists, dicts, sets, deques and tuples."""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from typing import Any

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.builtin import fail
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import with_items
from haltcheck.model.step.limit import check_hashes, check_size, weigh
from haltcheck.model.step.reduction import Keys, order
from haltcheck.model.step.state import State
from haltcheck.model.step.value import PUSHED, DefaultDict, Error, Thing, Value, View

Named = dict[str, Value]
HASHED = (dict, OrderedDict, Counter, DefaultDict)

# Called for real: they compare by == and hash, which objects of the program refuse where needed.
REAL: dict[type, frozenset[str]] = {
    list: frozenset(
        ["append", "pop", "insert", "remove", "reverse", "clear", "index", "count", "copy"]
    ),
    dict: frozenset(["get", "pop", "popitem", "setdefault", "clear", "copy"]),
    set: frozenset(
        [
            "add",
            "discard",
            "remove",
            "clear",
            "copy",
            "isdisjoint",
            "issubset",
            "issuperset",
            "union",
            "intersection",
            "difference",
            "symmetric_difference",
            "difference_update",
            "intersection_update",
            "symmetric_difference_update",
        ]
    ),
    deque: frozenset(
        [
            "append",
            "appendleft",
            "pop",
            "popleft",
            "clear",
            "copy",
            "count",
            "index",
            "insert",
            "remove",
            "reverse",
            "rotate",
        ]
    ),
    bytearray: frozenset(["append", "pop", "insert", "remove", "reverse", "clear", "copy"]),
    tuple: frozenset(["index", "count"]),
    range: frozenset(["index", "count"]),
}
REAL[frozenset] = REAL[set] - {"add", "discard", "remove", "clear"}
_LINEAR = frozenset(
    [
        "insert",
        "remove",
        "reverse",
        "clear",
        "index",
        "count",
        "copy",
        "rotate",
        "union",
        "intersection",
        "difference",
        "isdisjoint",
        "issubset",
        "issuperset",
        "symmetric_difference",
        "difference_update",
        "intersection_update",
        "symmetric_difference_update",
    ]
)


def family(value: Value) -> type:
    """The table in which a container's methods are looked up."""
    return dict if type(value) in HASHED else type(value)


def container_method(
    state: State, receiver: Value, name: str, args: list[Value], named: Named
) -> Value:
    """``receiver.name(*args)``."""
    kind = family(receiver)
    own = OWN.get((kind, name))
    if own is not None:
        return own(state, receiver, args, named)
    if name not in REAL[kind] or named:
        raise HoleError(f"{type(receiver).__name__}.{name}")
    if name in _LINEAR:
        state.charge(len(receiver))
    if kind in (set, frozenset):
        _check_set(state, receiver, name, args)
    if kind in (dict, set, deque):
        state.churn += 1
    if type(receiver) in (OrderedDict, DefaultDict) and name in ("popitem", "copy"):
        raise HoleError(f"{type(receiver).__name__}.{name}")
    if kind is range and any(type(value) is not int for value in args):
        raise HoleError("a search of a range")
    for value in args:
        if isinstance(value, tuple | list | dict | frozenset):
            state.charge(weigh(value))
    check_size(len(receiver) + 1)
    return attempt(getattr(receiver, name), *args)


def _check_set(state: State, receiver: Value, name: str, args: list[Value]) -> None:
    """The bulk operations of sets take sets, lists and tuples, whose order does not matter."""
    if name in ("add", "discard", "remove", "clear", "copy"):
        return
    total = len(receiver)
    for value in args:
        if type(value) not in (set, frozenset, list, tuple, dict, str, range):
            raise HoleError(f"set.{name} of an iterator")
        total += len(value)
    check_size(total)
    state.charge(total)


def _extend(state: State, receiver: list[Value], args: list[Value], named: Named) -> Value:
    if len(args) != 1:
        raise ThrownError(Error(TypeError, None))
    return with_items(state, args[0], _extended, (receiver,))


def _extended(state: State, items: list[Value], receiver: Any) -> Value:
    check_size(len(receiver) + len(items))
    state.churn += 1
    receiver.extend(items)


def _extend_left(state: State, receiver: deque[Value], args: list[Value], named: Named) -> Value:
    return with_items(state, args[0], _extended_left, (receiver,))


def _extended_left(state: State, items: list[Value], receiver: deque[Value]) -> Value:
    check_size(len(receiver) + len(items))
    state.churn += 1
    receiver.extendleft(items)


class Emptied(Keys):
    """Sorts a list in place: it is empty meanwhile, and whole again when a key function fails."""

    __slots__ = ()

    def catch(self, state: State, error: Error) -> Error | None:
        self.extra[1][:] = self.items
        return error


def _sort(state: State, receiver: list[Value], args: list[Value], named: Named) -> Value:
    if args or set(named) - {"key", "reverse"}:
        raise ThrownError(Error(TypeError, None))
    items, reverse = list(receiver), named.get("reverse", False)
    if named.get("key") is None:
        return _sorted(state, items, items, reverse, receiver)
    receiver.clear()
    state.push(Emptied(named["key"], items, _sorted, (reverse, receiver)))
    return PUSHED


def _sorted(
    state: State, items: list[Value], keys: list[Value], reverse: Value, receiver: list[Value]
) -> Value:
    if receiver and keys is not items:
        raise HoleError("a list that changes while it is sorted")
    try:
        receiver[:] = order(state, items, keys, reverse)
    except ThrownError:
        # CPython leaves the list half sorted.
        state.arbitrary = True
        receiver[:] = items
        raise


def _view(kind: str) -> Any:
    def code(state: State, receiver: dict[Value, Value], args: list[Value], named: Named) -> Value:
        if args or named:
            raise ThrownError(Error(TypeError, None))
        return View(receiver, kind)

    return code


def _update(state: State, receiver: dict[Value, Value], args: list[Value], named: Named) -> Value:
    if type(receiver) is Counter:
        raise HoleError("Counter.update")
    state.churn += 1
    if args and not isinstance(args[0], dict):
        return with_items(state, args[0], _update_pairs, (receiver, named))
    if args:
        state.charge(len(args[0]))
        receiver.update(args[0])
    receiver.update(named)
    check_size(len(receiver))
    return None


def _update_pairs(
    state: State, items: list[Value], receiver: dict[Value, Value], named: Named
) -> Value:
    for pair in items:
        if type(pair) not in (tuple, list, str):
            raise HoleError("an update with something else than pairs")
        if len(pair) != 2:
            raise fail(ValueError)
        weigh(pair[0])
    attempt(receiver.update, items)
    receiver.update(named)


def _set_update(state: State, receiver: set[Value], args: list[Value], named: Named) -> Value:
    if len(args) != 1:
        raise HoleError("set.update of several")
    return with_items(
        state,
        list(args[0]) if type(args[0]) in (set, frozenset) else args[0],
        _updated,
        (receiver,),
    )


def _updated(state: State, items: list[Value], receiver: set[Value]) -> Value:
    check_size(len(items) + len(receiver))
    state.churn += 1
    for item in items:
        weigh(item)
    check_hashes(items)
    attempt(receiver.update, items)


def _set_pop(state: State, receiver: set[Value], args: list[Value], named: Named) -> Value:
    if len(receiver) > 1:
        state.arbitrary = True
    state.churn += 1
    return attempt(receiver.pop, *args)


def _most_common(state: State, receiver: Any, args: list[Value], named: Named) -> Value:
    if type(receiver) is not Counter or any(isinstance(v, Thing) for v in receiver.values()):
        raise HoleError("most_common")
    state.charge(len(receiver) * 4)
    return attempt(receiver.most_common, *args)


def _extend_bytes(state: State, receiver: bytearray, args: list[Value], named: Named) -> Value:
    if len(args) != 1 or named or type(args[0]) not in (bytes, bytearray, list, tuple, memoryview):
        raise HoleError("extending a bytearray")
    state.charge(len(args[0]))
    check_size(len(receiver) + len(args[0]))
    return attempt(receiver.extend, args[0])


OWN: dict[tuple[type, str], Any] = {
    (bytearray, "extend"): _extend_bytes,
    (list, "extend"): _extend,
    (deque, "extend"): _extend,
    (deque, "extendleft"): _extend_left,
    (list, "sort"): _sort,
    (dict, "keys"): _view("keys"),
    (dict, "values"): _view("values"),
    (dict, "items"): _view("items"),
    (dict, "update"): _update,
    (dict, "most_common"): _most_common,
    (set, "update"): _set_update,
    (set, "pop"): _set_pop,
}
