"""Iterators with explicit positions, and how the next value of any of them is asked for."""

from __future__ import annotations

from collections import deque
from typing import Any

from haltcheck.model.step.fault import HoleError, LimitError, ThrownError
from haltcheck.model.step.limit import check_size
from haltcheck.model.step.state import Activation, Frame, Generator, State
from haltcheck.model.step.value import (
    END,
    MISSING,
    PUSHED,
    Error,
    Instance,
    Native,
    Opaque,
    Row,
    Thing,
    Value,
    View,
)

Action = tuple[Any, ...]


class Cursor(Thing):
    """Walks a list, tuple, string, bytes or range by index, as CPython does: lists may grow."""

    __slots__ = ("backwards", "index", "sequence")

    def __init__(self, sequence: Value, index: int = 0, backwards: bool = False) -> None:
        self.sequence = sequence
        self.index = index
        self.backwards = backwards

    def pull(self, state: State) -> Value:
        sequence = self.sequence
        if sequence is None:
            return END
        if 0 <= self.index < len(sequence):
            value = sequence[self.index]
            self.index += -1 if self.backwards else 1
            return value
        self.sequence = None
        return END


class Feed(Thing):
    """An object that is its own iterator, and knows how to go on."""

    __slots__ = ()

    def pull(self, state: State) -> Value:
        raise NotImplementedError


class HashCursor(Thing):
    """Walks a dict, view, set or deque in the order that it had at the start.

    A change of size raises as in CPython; another structural change is a hole.
    """

    __slots__ = ("churn", "container", "index", "keys", "kind")

    def __init__(self, state: State, container: Value, kind: str) -> None:
        self.container = container
        self.kind = kind
        self.keys: list[Value] = list(container)
        self.index = 0
        self.churn = state.churn
        state.charge(len(self.keys))
        if kind == "set" and len(self.keys) > 1:
            state.arbitrary = True

    def pull(self, state: State) -> Value:
        container = self.container
        if container is None:
            return END
        if len(container) != len(self.keys):
            self.container = None if self.kind == "deque" else container
            name = {"set": "Set changed size", "deque": "deque mutated"}.get(
                self.kind, "dictionary changed size"
            )
            raise ThrownError(Error(RuntimeError, (f"{name} during iteration",)))
        if self.churn != state.churn:
            state.charge(len(self.keys))
            if any(a is not b for a, b in zip(self.keys, container, strict=True)):
                raise HoleError("a container that changed during iteration")
            if self.kind in ("set", "deque"):
                raise HoleError("a container that changed during iteration")
            self.churn = state.churn
        if self.index >= len(self.keys):
            self.container = None
            return END
        key = self.keys[self.index]
        self.index += 1
        if self.kind == "values":
            return container[key]
        return (key, container[key]) if self.kind == "items" else key


class Wrapper(Thing):
    """An iterator made of others: each event gives the next action.

    Actions: ``(item, value)``, ``(pull, source)``, ``(call, function, args)``, ``(stop,)``.
    ``depth`` bounds the nesting.
    """

    __slots__ = ("depth",)
    depth: int

    def start(self) -> Action:
        raise NotImplementedError

    def on_item(self, state: State, value: Value) -> Action:
        return ("item", value)

    def on_end(self) -> Action:
        return ("stop",)

    def on_result(self, state: State, value: Value) -> Action:
        return ("item", value)


def nest(*sources: Value) -> int:
    """The depth of a wrapper around the sources."""
    depth = 1 + max((s.depth for s in sources if isinstance(s, Wrapper)), default=0)
    if depth > 40:
        raise HoleError("iterators nested too deeply")
    return depth


class Stage(Activation):
    """A wrapper that waits for an item of its source, or for the result of a call."""

    __slots__ = ("called", "wrapper")

    def __init__(self, wrapper: Wrapper, called: bool) -> None:
        self.wrapper = wrapper
        self.called = called

    def receive(self, state: State, value: Value) -> None:
        state.stack.pop()
        react = self.wrapper.on_result if self.called else self.wrapper.on_item
        settle(state, drive(state, self.wrapper, react(state, value)))

    def finish(self, state: State, value: Value) -> None:
        if self.called:
            super().finish(state, value)
        state.stack.pop()
        settle(state, drive(state, self.wrapper, self.wrapper.on_end()))


def settle(state: State, value: Value) -> None:
    """Hands on what came at once; what was pushed will hand itself on."""
    if value is END:
        state.stack[-1].finish(state, None)
    elif value is not PUSHED:
        state.stack[-1].receive(state, value)


def drive(state: State, wrapper: Wrapper, action: Action) -> Value:
    """Follows the wrapper's actions to a value, ``END`` or ``PUSHED``."""
    for _ in range(10_000):
        kind = action[0]
        if kind == "item":
            return action[1]
        if kind == "stop":
            return END
        stage = Stage(wrapper, kind == "call")
        state.push(stage)
        if kind == "call":
            value = state.invoke(action[1], list(action[2]), {})
        else:
            value = pull(state, action[1])
        if value is PUSHED:
            return PUSHED
        state.stack.pop()
        if kind == "call":
            action = wrapper.on_result(state, value)
        else:
            action = wrapper.on_end() if value is END else wrapper.on_item(state, value)
    raise LimitError("an iterator that gives nothing for 10,000 rounds")


class Guard(Activation):
    """Waits for a ``__next__`` of the program: its StopIteration is the end."""

    __slots__ = ()

    def receive(self, state: State, value: Value) -> None:
        state.stack.pop()
        state.stack[-1].receive(state, value)

    def catch(self, state: State, error: Error) -> Error | None:
        if error.native() is not StopIteration:
            return error
        state.stack.pop()
        state.stack[-1].finish(state, error.args[0] if error.args else None)
        return None


def resume(state: State, generator: Generator, sent: Value) -> Value:
    """Lets a generator run on; it delivers by itself."""
    if generator.phase == "done":
        return END
    frame = generator.frame
    if generator.phase == "running" or frame is None:
        raise ThrownError(Error(ValueError, ("generator already executing",)))
    if generator.phase == "new":
        if sent is not None:
            text = "can't send non-None value to a just-started generator"
            raise ThrownError(Error(TypeError, (text,)))
    elif frame.delegate is not MISSING:
        if sent is not None:
            raise HoleError("send through yield from")
    else:
        suspended: Any = frame.block.instructions[frame.index]
        frame.env[suspended.target] = sent
        frame.index += 1
    generator.phase = "running"
    state.push(frame)
    return PUSHED


def pull(state: State, iterator: Value) -> Value:
    """The next value, ``END``, or ``PUSHED`` where an activation will deliver it."""
    kind = type(iterator)
    if kind is Cursor or kind is HashCursor:
        return iterator.pull(state)
    if kind is Generator:
        return resume(state, iterator, None)
    if isinstance(iterator, Feed):
        return iterator.pull(state)
    if isinstance(iterator, Wrapper):
        return drive(state, iterator, iterator.start())
    if kind is Instance:
        state.push(Guard())
        result = state.special(iterator, "__next__", [])
        if result is PUSHED:
            return PUSHED
        state.stack.pop()
        if result is not MISSING:
            return result
    if isinstance(iterator, Opaque):
        raise HoleError("the next item of something unknown")
    raise ThrownError(Error(TypeError, None))


def is_iterator(value: Value) -> bool:
    """Whether ``iter(value) is value``."""
    if type(value) is Instance:
        return value.cls.find("__next__") is not MISSING
    return isinstance(value, Cursor | HashCursor | Wrapper | Generator | Feed)


def iterator_of(state: State, value: Value) -> Value:
    """``iter(value)``: an iterator, or ``PUSHED``."""
    kind = type(value)
    if kind in (list, tuple, str, bytes, range, bytearray, Row, memoryview):
        return Cursor(value)
    if isinstance(value, dict):
        return HashCursor(state, value, "keys")
    if kind is set or kind is frozenset:
        return HashCursor(state, value, "set")
    if kind is deque:
        return HashCursor(state, value, "deque")
    if kind is View:
        return HashCursor(state, value.mapping, value.kind)
    if kind is Instance:
        result = state.special(value, "__iter__", [])
        if result is MISSING:
            if value.cls.find("__getitem__") is not MISSING:
                raise HoleError("iteration by __getitem__")
            raise ThrownError(Error(TypeError, None))
        return result
    if isinstance(value, Cursor | HashCursor | Wrapper | Generator | Feed):
        return value
    if isinstance(value, Thing) and not isinstance(value, Native | Frame):
        raise HoleError("iterating something unknown")
    raise ThrownError(Error(TypeError, None))


class Drain(Activation):
    """Takes all that an iterator gives, then ``code(state, items, extra)`` makes the result.

    ``most`` ends it early.
    """

    __slots__ = ("code", "extra", "items", "iterator", "most")

    def __init__(self, iterator: Value, code: Any, extra: tuple[Value, ...], most: int) -> None:
        self.iterator = iterator
        self.code = code
        self.extra = extra
        self.items: list[Value] = []
        self.most = most

    def advance(self, state: State) -> None:
        """Takes up to 64 items; the next step goes on."""
        for _ in range(64):
            value = pull(state, self.iterator)
            if value is PUSHED:
                return
            hand_on = self.finish if value is END else self.receive
            hand_on(state, value)
            if not state.stack or state.stack[-1] is not self:
                return

    def receive(self, state: State, value: Value) -> None:
        self.items.append(value)
        check_size(len(self.items))
        if len(self.items) >= self.most:
            self.finish(state, None)

    def finish(self, state: State, value: Value) -> None:
        state.stack.pop()
        result = self.code(state, self.items, *self.extra)
        if result is not PUSHED:
            state.stack[-1].receive(state, result)


class Opening(Activation):
    """Waits for an ``__iter__`` of the program, then drains what it gives."""

    __slots__ = ("drain",)

    def __init__(self, drain: Drain) -> None:
        self.drain = drain

    def receive(self, state: State, value: Value) -> None:
        if not is_iterator(value):
            raise ThrownError(Error(TypeError, ("iter() returned non-iterator",)))
        state.stack.pop()
        self.drain.iterator = value
        state.stack.append(self.drain)


PLAIN = (list, tuple, str, bytes, range, Row, memoryview)


def with_items(
    state: State, value: Value, code: Any, extra: tuple[Value, ...] = (), most: int = 1 << 60
) -> Value:
    """Calls ``code(state, items, *extra)`` with all items of an iterable (at most ``most``)."""
    kind = type(value)
    if kind in PLAIN:
        size = len(value)
        check_size(size)
        state.charge(size)
        return code(state, list(value) if size <= most else list(value[:most]), *extra)
    drain = Drain(MISSING, code, extra, most)
    opening = Opening(drain)
    state.push(opening)
    iterator = iterator_of(state, value)
    if iterator is PUSHED:
        return PUSHED
    state.stack.pop()
    if not is_iterator(iterator):
        raise ThrownError(Error(TypeError, ("iter() returned non-iterator",)))
    if type(iterator) is HashCursor:
        items: list[Value] = []
        while len(items) < most and (item := iterator.pull(state)) is not END:
            items.append(item)
        return code(state, items, *extra)
    drain.iterator = iterator
    state.push(drain)
    return PUSHED
