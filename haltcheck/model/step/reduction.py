"""Built-in functions that take an iterable as a whole: sorting, extremes, sums, quantifiers."""

from __future__ import annotations

from typing import Any

from haltcheck.model.step.arithmetic import attempt, binary
from haltcheck.model.step.builtin import Code, builtin, fail
from haltcheck.model.step.comparison import compare, truth
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.iterate import iterator_of, pull, with_items
from haltcheck.model.step.limit import weigh
from haltcheck.model.step.state import Activation, State
from haltcheck.model.step.value import END, MISSING, PUSHED, Error, Instance, Thing, Value


def unordered(value: Value) -> Value:
    """A set as a list, for what does not depend on the order; NaNs and objects might."""
    if type(value) in (set, frozenset) and all(type(v) in (int, str, bytes) for v in value):
        return list(value)
    return value


class Keys(Activation):
    """Calls ``function`` with each item, then ``code(state, items, keys, *extra)``."""

    __slots__ = ("code", "extra", "function", "items", "results")

    def __init__(self, function: Value, items: list[Value], code: Any, extra: tuple[Value, ...]):
        self.function = function
        self.items = items
        self.results: list[Value] = []
        self.code = code
        self.extra = extra

    def advance(self, state: State) -> None:
        if len(self.results) < len(self.items):
            value = state.invoke(self.function, [self.items[len(self.results)]], {})
            if value is not PUSHED:
                self.results.append(value)
            return
        state.stack.pop()
        result = self.code(state, self.items, self.results, *self.extra)
        state.stack[-1].receive(state, result)

    def receive(self, state: State, value: Value) -> None:
        self.results.append(value)


def by_key(state: State, items: list[Value], key: Value, code: Any, *extra: Value) -> Value:
    """Calls ``code`` with items and keys."""
    if key is None:
        return code(state, items, items, *extra)
    state.push(Keys(key, items, code, extra))
    return PUSHED


def order(state: State, items: list[Value], keys: list[Value], reverse: Value) -> list[Value]:
    """The items sorted by their keys, stable."""
    if isinstance(reverse, Thing):
        raise HoleError("sorting with an unknown direction")
    state.charge(sum(weigh(key) for key in keys) * 4)
    if any(type(key) is Instance for key in keys):
        raise HoleError("sorting objects")
    ranks: list[int] = attempt(
        lambda: sorted(range(len(items)), key=keys.__getitem__, reverse=bool(reverse))
    )
    return [items[rank] for rank in ranks]


@builtin("sorted", 1, 1, "key", "reverse")
def _sorted(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    key = named.get("key")
    value = unordered(args[0]) if key is None else args[0]
    return with_items(state, value, by_key, (key, order, named.get("reverse", False)))


def _best(state: State, items: list[Value], keys: list[Value], sign: str, default: Value) -> Value:
    if not items:
        if default is MISSING:
            raise fail(ValueError, f"{'min' if sign == '<' else 'max'}() arg is an empty sequence")
        return default
    state.charge(sum(weigh(key) for key in keys))
    best = 0
    for index in range(1, len(keys)):
        better = compare(state, sign, keys[index], keys[best])
        if type(better) is not bool:
            raise HoleError("comparing objects")
        if better:
            best = index
    return items[best]


def _extreme(sign: str) -> Code:
    def code(state: State, args: list[Value], named: dict[str, Value]) -> Value:
        key, default = named.get("key"), named.get("default", MISSING)
        if len(args) > 1:
            return by_key(state, args, key, _best, sign, MISSING)
        value = unordered(args[0]) if key is None else args[0]
        return with_items(state, value, by_key, (key, _best, sign, default))

    return code


builtin("min", 1, 10_000, "key", "default")(_extreme("<"))
builtin("max", 1, 10_000, "key", "default")(_extreme(">"))


def _sum_items(state: State, items: list[Value], start: Value) -> Value:
    total = start
    for item in items:
        is_small = isinstance(item, list | tuple) and len(items) <= 1000
        if not is_small and not isinstance(item, int | float | complex):
            raise HoleError("the sum of objects")
        total = binary(state, "+", total, item)
    return total


@builtin("sum", 1, 2, "start")
def _sum(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    start = args[1] if len(args) > 1 else named.get("start", 0)
    if isinstance(start, str | Thing):
        raise HoleError("the sum of objects")
    value = args[0]
    if type(value) in (set, frozenset) and all(type(part) is int for part in value):
        value = list(value)
    return with_items(state, value, _sum_items, (start,))


class Search(Activation):
    """``any`` and ``all``: asks for items until one has the wanted truth."""

    __slots__ = ("iterator", "wanted")

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted
        self.iterator: Value = MISSING

    def advance(self, state: State) -> None:
        value = pull(state, self.iterator)
        if value is END:
            self.finish(state, None)
        elif value is not PUSHED:
            self.receive(state, value)

    def receive(self, state: State, value: Value) -> None:
        if self.iterator is MISSING:
            self.iterator = value
            return
        if isinstance(value, Instance | Error):
            raise HoleError("the truth of an object in any() or all()")
        if truth(state, value) is self.wanted:
            state.stack.pop()
            state.stack[-1].receive(state, self.wanted)

    def finish(self, state: State, value: Value) -> None:
        state.stack.pop()
        state.stack[-1].receive(state, not self.wanted)


def _quantifier(wanted: bool) -> Code:
    def code(state: State, args: list[Value], named: dict[str, Value]) -> Value:
        search = Search(wanted)
        state.push(search)
        iterator = iterator_of(state, unordered(args[0]))
        if iterator is not PUSHED:
            search.iterator = iterator
        return PUSHED

    return code


builtin("any", 1, 1)(_quantifier(True))
builtin("all", 1, 1)(_quantifier(False))
