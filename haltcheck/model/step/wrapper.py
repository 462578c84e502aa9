"""Lazy iterators of built-ins and itertools: ``map``, ``zip``, ``chain`` and so on."""

from __future__ import annotations

from haltcheck.model.step.arithmetic import binary
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.iterate import Action, Wrapper, nest
from haltcheck.model.step.state import State
from haltcheck.model.step.value import PUSHED, Thing, Value

STOP: Action = ("stop",)


def plain_truth(value: Value) -> bool:
    """The truth of a value without special methods."""
    if isinstance(value, Thing):
        raise HoleError("the truth of an object in an iterator")
    return bool(value)


class Enumerate(Wrapper):
    """``enumerate``."""

    __slots__ = ("count", "source")

    def __init__(self, source: Value, count: int) -> None:
        self.source = source
        self.count = count
        self.depth = nest(source)

    def start(self) -> Action:
        return ("pull", self.source)

    def on_item(self, state: State, value: Value) -> Action:
        self.count += 1
        return ("item", (self.count - 1, value))


class Zip(Wrapper):
    """``zip``, or ``map`` with ``function``; ``longest`` fills up with ``fill``."""

    __slots__ = ("fill", "function", "longest", "over", "row", "sources", "strict")

    def __init__(self, sources: list[Value], function: Value = None) -> None:
        self.sources = sources
        self.function = function
        self.row: list[Value] = []
        self.strict = False
        self.longest = False
        self.fill: Value = None
        self.over: list[bool] = [False] * len(sources)
        self.depth = nest(*sources)

    def start(self) -> Action:
        self.row = []
        return self._next() if self.sources else STOP

    def _next(self) -> Action:
        while len(self.row) < len(self.sources):
            if not self.over[len(self.row)]:
                return ("pull", self.sources[len(self.row)])
            self.row.append(self.fill)
        if all(self.over):
            return STOP
        row, self.row = tuple(self.row), []
        if self.function is not None:
            return ("call", self.function, row)
        return ("item", row)

    def on_item(self, state: State, value: Value) -> Action:
        self.row.append(value)
        return self._next()

    def on_end(self) -> Action:
        if self.strict:
            raise HoleError("zip(strict=True) at its end")
        if not self.longest:
            return STOP
        self.over[len(self.row)] = True
        return self._next()


class Filter(Wrapper):
    """``filter``, ``filterfalse``, ``takewhile`` and ``dropwhile``, by ``kind``."""

    __slots__ = ("function", "held", "kind", "over", "source")

    def __init__(self, kind: str, function: Value, source: Value) -> None:
        self.kind = kind
        self.function = function
        self.source = source
        self.held: Value = None
        self.over = False
        self.depth = nest(source)

    def start(self) -> Action:
        if self.over and self.kind == "takewhile":
            return STOP
        return ("pull", self.source)

    def on_item(self, state: State, value: Value) -> Action:
        if self.over and self.kind == "dropwhile":
            return ("item", value)
        self.held = value
        if self.function is None:
            return self._judge(plain_truth(value))
        return ("call", self.function, (value,))

    def on_result(self, state: State, value: Value) -> Action:
        return self._judge(plain_truth(value))

    def _judge(self, good: bool) -> Action:
        held, self.held = self.held, None
        if self.kind == "takewhile" and not good:
            self.over = True
            return STOP
        if self.kind == "dropwhile":
            self.over = not good
        wanted = good if self.kind in ("filter", "takewhile") else not good
        return ("item", held) if wanted else ("pull", self.source)


class Chain(Wrapper):
    """One iterator after the other."""

    __slots__ = ("index", "sources")

    def __init__(self, sources: list[Value]) -> None:
        self.sources = sources
        self.index = 0
        self.depth = nest(*sources)

    def start(self) -> Action:
        return ("pull", self.sources[self.index]) if self.index < len(self.sources) else STOP

    def on_end(self) -> Action:
        self.index += 1
        return self.start()


class Islice(Wrapper):
    """``itertools.islice``."""

    __slots__ = ("at", "source", "step", "stop", "wanted")

    def __init__(self, source: Value, start: int, stop: int, step: int) -> None:
        self.source = source
        self.at = 0
        self.wanted = start
        self.stop = stop
        self.step = step
        self.depth = nest(source)

    def start(self) -> Action:
        if 0 <= self.stop <= self.wanted:
            if self.at < self.stop:
                return ("pull", self.source)
            return STOP
        return ("pull", self.source)

    def on_item(self, state: State, value: Value) -> Action:
        self.at += 1
        if self.at - 1 == self.wanted and (self.stop < 0 or self.wanted < self.stop):
            self.wanted += self.step
            return ("item", value)
        return self.start()

    def on_end(self) -> Action:
        self.stop = self.at
        self.wanted = self.at
        return STOP


class Count(Wrapper):
    """Never ends; plain numbers only."""

    __slots__ = ("step", "value")

    def __init__(self, value: Value, step: Value) -> None:
        self.value = value
        self.step = step
        self.depth = 1

    def start(self) -> Action:
        value = self.value
        self.value = value + self.step
        return ("item", value)


class Repeat(Wrapper):
    """``left`` rounds are left; negative for endless."""

    __slots__ = ("left", "value")

    def __init__(self, value: Value, left: int) -> None:
        self.value = value
        self.left = left
        self.depth = 1

    def start(self) -> Action:
        if self.left == 0:
            return STOP
        self.left = max(self.left - 1, -1)
        return ("item", self.value)


class Cycle(Wrapper):
    """``itertools.cycle``."""

    __slots__ = ("index", "over", "saved", "source")

    def __init__(self, source: Value) -> None:
        self.source = source
        self.saved: list[Value] = []
        self.index = 0
        self.over = False
        self.depth = nest(source)

    def start(self) -> Action:
        if not self.over:
            return ("pull", self.source)
        if not self.saved:
            return STOP
        self.index = (self.index + 1) % len(self.saved)
        return ("item", self.saved[self.index - 1])

    def on_item(self, state: State, value: Value) -> Action:
        self.saved.append(value)
        return ("item", value)

    def on_end(self) -> Action:
        self.over = True
        return self.start()


class Accumulate(Wrapper):
    """``itertools.accumulate``."""

    __slots__ = ("begun", "function", "source", "total")

    def __init__(self, source: Value, function: Value) -> None:
        self.source = source
        self.function = function
        self.begun = False
        self.total: Value = None
        self.depth = nest(source)

    def start(self) -> Action:
        return ("pull", self.source)

    def on_item(self, state: State, value: Value) -> Action:
        if not self.begun:
            self.begun = True
            return self.on_result(state, value)
        if self.function is not None:
            return ("call", self.function, (self.total, value))
        result = binary(state, "+", self.total, value)
        if result is PUSHED:
            raise HoleError("accumulate over objects")
        return self.on_result(state, result)

    def on_result(self, state: State, value: Value) -> Action:
        self.total = value
        return ("item", value)


class Sentinel(Wrapper):
    """``iter(function, sentinel)``."""

    __slots__ = ("function", "over", "sentinel")

    def __init__(self, function: Value, sentinel: Value) -> None:
        self.function = function
        self.sentinel = sentinel
        self.over = False
        self.depth = 1

    def start(self) -> Action:
        return STOP if self.over else ("call", self.function, ())

    def on_result(self, state: State, value: Value) -> Action:
        if isinstance(value, Thing) or isinstance(self.sentinel, Thing):
            raise HoleError("a comparison with the sentinel")
        if value == self.sentinel:
            self.over = True
            return STOP
        return ("item", value)
