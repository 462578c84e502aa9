"""Canonical forms of whole states: equal forms mean that the run repeats for ever.

Objects are numbered in the order in which a fixed walk meets them, so that sharing and cycles are
kept and addresses are not. Whatever a later step can read is in the form: frames, iterators with
their positions, suspended generators, globals, and all that can be reached from them. What
CPython leaves open (the order of a set) is not; a run that used it is marked ``arbitrary``.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Hashable
from types import FunctionType
from typing import Any

from haltcheck.basis.record import record
from haltcheck.model.program import Block, Function
from haltcheck.model.step.iterate import HashCursor
from haltcheck.model.step.library import FORMS
from haltcheck.model.step.state import Activation, Frame, State
from haltcheck.model.step.value import (
    DefaultDict,
    External,
    Instance,
    Marker,
    Module,
    Native,
    Pending,
    Row,
    Scope,
    Thing,
    Value,
)

LIMIT = 60_000


class UnsnapshotableError(Exception):
    """The state is too large or holds something without a canonical form."""


@record
class Snapshot:
    """A canonical form; compared, never read."""

    form: tuple[Hashable, ...]


class _Walk:
    """One walk over all that can be reached."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.numbers: dict[int, int] = {}
        self.queue: list[Any] = []

    def refer(self, value: Value) -> Any:
        """The value itself where it is a scalar, else the number of its node."""
        kind = type(value)
        if kind is int or kind is str or value is None or kind is bytes:
            return value
        if kind is bool:
            return ("bool", value)
        if kind is float and value == value:
            return ("float", value.hex())
        if kind is range:
            return ("range", value.start, value.stop, value.step)
        if kind in _CONSTANT:
            return _CONSTANT[kind](value)
        if isinstance(value, type):
            return ("type", value)
        number = self.numbers.get(id(value))
        if number is None:
            number = self.numbers[id(value)] = len(self.queue)
            if number > LIMIT:
                raise UnsnapshotableError("too many objects")
            self.queue.append(value)
        return ("@", number)

    def describe(self, value: Any) -> Any:
        """A node: its kind and what it refers to."""
        kind = type(value)
        refer = self.refer
        if kind in (list, tuple, deque):
            maxlen = value.maxlen if kind is deque else None
            return (kind.__name__, maxlen, *[refer(part) for part in value])
        if kind in (dict, OrderedDict, Counter):
            return (kind.__name__, *[refer(part) for pair in value.items() for part in pair])
        if kind is DefaultDict:
            pairs = [refer(part) for pair in value.items() for part in pair]
            return ("default", refer(value.factory), *pairs)
        if kind is Row:
            return ("row", refer(value.cls), *[refer(part) for part in value])
        if kind in (set, frozenset):
            return (kind.__name__, self.members(value))
        if kind is bytearray:
            return ("bytearray", bytes(value))
        if kind is slice:
            return ("slice", refer(value.start), refer(value.stop), refer(value.step))
        if kind is float or kind is complex:
            return (kind.__name__, repr(value))
        if kind is Frame:
            return self.frame(value, value.env)
        if kind is Scope:
            shared = value.function.shared
            names = [name for name in sorted(value.env) if name in shared]
            kept = [part for name in names for part in (name, refer(value.env[name]))]
            return ("scope", value.function.qualname, refer(value.parent), *kept)
        if kind is HashCursor:
            fresh = value.churn == self.state.churn
            keys = [refer(key) for key in value.keys]
            return ("hash", fresh, value.kind, value.index, refer(value.container), *keys)
        if isinstance(value, Thing | Activation):
            return (kind.__name__, *[refer(getattr(value, slot)) for slot in slots(kind)])
        raise UnsnapshotableError(kind.__name__)

    def members(self, value: Any) -> Any:
        """The members of a set, by value: their order was not used."""
        if len(value) == 1:
            return self.refer(next(iter(value)))
        return frozenset(_by_value(part, 0) for part in value)

    def frame(self, frame: Frame, env: dict[str, Value]) -> Hashable:
        """A frame with the given part of its variables."""
        pairs = [part for name in sorted(env) for part in (name, self.refer(env[name]))]
        return (
            frame.function.qualname,
            frame.block.id,
            frame.index,
            self.refer(frame.owner),
            self.refer(frame.scope.parent),
            self.refer(frame.generator),
            self.refer(frame.delegate),
            *pairs,
        )

    def finish(self, roots: list[Hashable]) -> Snapshot:
        """Describes every node that was met."""
        nodes: list[Hashable] = []
        total = 0
        for value in self.queue:  # grows while it is walked
            node = self.describe(value)
            total += len(node) if isinstance(node, tuple) else 1
            if total > LIMIT * 4:
                raise UnsnapshotableError("too many objects")
            nodes.append(node)
        return Snapshot((*roots, *nodes))


def slots(kind: type) -> tuple[str, ...]:
    """The slots of a class and its bases."""
    return tuple(slot for base in kind.__mro__ for slot in getattr(base, "__slots__", ()))


def _code(value: FunctionType) -> Hashable:
    if value.__closure__:
        raise UnsnapshotableError("a continuation with variables")
    return ("code", value.__module__, value.__qualname__, value.__code__.co_firstlineno)


_CONSTANT: dict[type, Any] = {
    **FORMS,
    Function: lambda value: ("function", value.qualname),
    Block: lambda value: ("block", value.id),
    Marker: lambda value: ("marker", value.name),
    Native: lambda value: ("native", value.name),
    Module: lambda value: ("module", value.name),
    External: lambda value: ("external", value.label),
    Pending: lambda value: ("pending", value.name),
    FunctionType: _code,
    type(Ellipsis): lambda value: ("...",),
    type(NotImplemented): lambda value: ("NotImplemented",),
}


def _by_value(value: Value, depth: int) -> Any:
    kind = type(value)
    if kind in (int, str, bytes) or value is None:
        return value
    if kind is bool:
        return ("bool", value)
    if kind is float and value == value:
        return ("float", value.hex())
    if kind is tuple and depth < 10:
        return ("tuple", *[_by_value(part, depth + 1) for part in value])
    if kind is frozenset and depth < 10:
        return frozenset(_by_value(part, depth + 1) for part in value)
    raise UnsnapshotableError("a set of objects")


def snapshot(state: State) -> Snapshot:
    """The whole state."""
    walk = _Walk(state)
    roots = [walk.refer(activation) for activation in state.stack]
    return walk.finish([*roots, *_globals(walk)])


def form_of(state: State, value: Value) -> Snapshot:
    """The canonical form of one value."""
    walk = _Walk(state)
    return walk.finish([walk.refer(value)])


def members(state: State) -> list[Any]:
    """Every object that a later step can reach."""
    walk = _Walk(state)
    for activation in state.stack:
        walk.refer(activation)
    _globals(walk)
    walk.finish([])
    return walk.queue


def _globals(walk: _Walk) -> list[Hashable]:
    state = walk.state
    found: list[Hashable] = [len(state.stack)]
    for table in (state.globals, state.modules):
        found.extend(part for name in sorted(table) for part in (name, walk.refer(table[name])))
    return found


def visible(state: State) -> Snapshot:
    """What the function on top can see: its frame, the globals, and what they reach."""
    walk = _Walk(state)
    top = state.stack[-1]
    roots = [walk.refer(top), *_globals(walk)[1:]]
    return walk.finish(roots)


def partial(state: State, kept: frozenset[str]) -> Snapshot:
    """Control, globals, and the locals on top that are kept, with all that they reach."""
    walk = _Walk(state)
    top = state.stack[-1]
    if type(top) is not Frame:
        raise UnsnapshotableError("no function is on top")
    env = {name: value for name, value in top.env.items() if name in kept}
    return walk.finish([len(state.stack), walk.frame(top, env), *_globals(walk)])


def fingerprint(state: State, kept: frozenset[str] | None = None) -> int:
    """A cheap hash that equal states share: position, depth and the scalars of the top frame.

    With ``kept``, of those locals only, as for ``partial``.
    """
    top = state.stack[-1]
    if type(top) is not Frame:
        return 0
    scalars = tuple(
        (name, value if type(value) in (int, str, bool, bytes) else _size(value))
        for name, value in sorted(top.env.items())
        if kept is None or name in kept
    )
    return hash((top.function.qualname, top.block.id, len(state.stack), scalars))


def _size(value: Value) -> int:
    if isinstance(value, list | dict | set | deque | tuple):
        return len(value)
    if type(value) is Instance:
        return hash(tuple((n, v) for n, v in value.attributes.items() if type(v) in (int, str)))
    return 0 if value is None else -1
