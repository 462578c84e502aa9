"""What is known at one point of a round, and how two ways to it merge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from haltcheck.model.aftermath.linear import Sum
from haltcheck.model.aftermath.value import UNSURE, Listed, Made, Symbol, Value

_K = TypeVar("_K")

_PLACE = re.compile(r"[\w.]+")

ANYWHERE = "*"
SAME = "="
"""Before a name: all that is called so may have changed."""

PARTS = "?."
"""Whatever objects hold may have changed, numbers and texts of locals apart."""


CONTENTS = "[]"
"""Where it is noted what was taken out of a list, as if it were an attribute of that."""


@dataclass(slots=True)
class State:
    """Locals, attributes by text and name, containers that changed, and whether the event came.

    ``positions`` tell where each stream stands, None where that is not known; ``lost`` that code
    elsewhere may have written any attribute.
    """

    locals: dict[str, Value] = field(default_factory=dict)
    attributes: dict[tuple[str, str], Value] = field(default_factory=dict)
    positions: dict[str, Sum | None] = field(default_factory=dict)
    dirty: frozenset[str] = frozenset()
    lost: bool = False
    met: bool = False

    def fork(self) -> State:
        """A copy that can go its own way."""
        return State(
            self.locals.copy(),
            self.attributes.copy(),
            self.positions.copy(),
            self.dirty,
            self.lost,
            self.met,
        )

    def position(self, stream: str) -> Sum | None:
        """Where the stream stands: where it began, unless it has moved."""
        return self.positions.get(stream, beginning(stream))

    def changed(self, text: str) -> bool:
        """Whether what a container holds may have changed since the start.

        A table of the module is told by the way it is written: nobody changes that.
        """
        if text.startswith("::") and text.rpartition(".")[2].lstrip(":").isupper():
            return False
        if ANYWHERE in self.dirty or text in self.dirty:
            return True
        if (text, CONTENTS) in self.attributes:
            return True
        if SAME + text.rpartition(".")[2] in self.dirty:
            return True
        return PARTS in self.dirty and "." in text


def beginning(stream: str) -> Sum:
    """Where a stream stands when control is at the head."""
    return Sum(((f"{stream}.tell()", 1),), 0)


def join(first: State, second: State) -> State:
    """What holds whichever of the two ways was taken."""
    others = second.locals
    attributes = sorted(first.attributes.keys() | second.attributes.keys())
    streams = first.positions.keys() | second.positions.keys()
    return State(
        {
            name: value if value is others[name] else joined(value, others[name])
            for name, value in first.locals.items()
            if name in others
        },
        {place: _either(first.attributes, second.attributes, place) for place in attributes},
        {
            name: _somewhere(name, first.position(name), second.position(name))
            for name in sorted(streams)
        },
        first.dirty | second.dirty,
        first.lost or second.lost,
        first.met and second.met,
    )


SOMEWHERE = Sum((("?", 1),), 0)
"""A place that is not known, and that does not depend on where the stream was at the head."""


def _somewhere(stream: str, first: Sum | None, second: Sum | None) -> Sum | None:
    if first == second:
        return first
    free = is_free(stream, first) and is_free(stream, second)
    return SOMEWHERE if free else None


def is_free(stream: str, place: Sum | None) -> bool:
    """Whether the place does not depend on where the stream was at the head."""
    return place is not None and beginning(stream).terms[0] not in place.terms


def _either(first: Mapping[_K, Value], second: Mapping[_K, Value], name: _K) -> Value:
    one, other = first.get(name), second.get(name)
    return UNSURE if one is None or other is None else joined(one, other)


def joined(one: Value, other: Value) -> Value:
    """What a value is, whichever of two it is: rows item by item."""
    if one == other:
        return one
    match one, other:
        case Listed(kind=kind, values=values), Listed(kind=same, values=others) if (
            kind == same and len(values) == len(others)
        ):
            pairs = zip(values, others, strict=True)
            return Listed(kind, tuple(joined(first, second) for first, second in pairs))
        case Made(name=name, fields=fields), Made(name=same, fields=held) if name == same and [
            one for one, _ in fields
        ] == [one for one, _ in held]:
            both = zip(fields, held, strict=True)
            parts = tuple((at, joined(first, second)) for (at, first), (_, second) in both)
            return Made(name, parts, one.is_row)
        case _:
            return UNSURE


def become_as(state: State, after: State) -> None:
    """The state is what another one is."""
    for name in State.__slots__:
        setattr(state, name, getattr(after, name))


def _is_attribute(value: Symbol) -> bool:
    return "." in value.text and _PLACE.fullmatch(value.text) is not None


def become(state: State, value: Symbol | Made, after: Value) -> None:
    """What a container holds has changed: it is another one for all that held it."""
    if after == value:
        return
    state.locals.update({one: after for one, held in state.locals.items() if held == value})
    state.attributes.update({one: after for one, held in state.attributes.items() if held == value})
    if isinstance(value, Made):
        return
    owner, _, name = value.text.rpartition(".")
    if _is_attribute(value):
        state.attributes[owner, name] = after
    if not isinstance(after, Symbol):
        mutate(frozenset(), state, value)


LAST = "[-1]"
"""The name of the place where the last item of a list is known."""


def last_is(state: State, container: Symbol, how: str, values: list[Value]) -> None:
    """Notes what was appended to a list, until something else happens to it."""
    if how == "append" and len(values) == 1:
        state.attributes[container.text, LAST] = values[0]


def mutate(fresh: frozenset[str], state: State, value: Value) -> None:
    """What a container holds has changed; others may be the same object, but for fresh ones.

    An attribute is the same as those of its name at most.
    """
    for place in state.attributes:
        if place[1] == LAST:
            state.attributes[place] = UNSURE
    if isinstance(value, Symbol):
        others = {SAME + value.text.rpartition(".")[2]} if _is_attribute(value) else {ANYWHERE}
        alone = value.text in fresh or value.text.startswith("dict(")
        state.dirty |= {value.text} if alone else {value.text, *others}
        return
    for name, held in state.locals.items():
        if held == value:
            state.locals[name] = UNSURE
