"""Containers of a running function that no other code has in hand."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.program import Function, code_of
from haltcheck.model.special import BUILTIN_NAMES

_BUILDS = frozenset({"bytearray", "collections.deque", "deque", "dict", "list", "set"})


def _find_own(function: Function) -> frozenset[str]:
    made: dict[str, bool] = {one.name: False for one in function.parameters}
    given: set[str] = set()
    for one in code_of(function):
        is_new = isinstance(one, i.Build) and one.kind in _BUILDS
        is_new |= isinstance(one, i.Call) and one.text in _BUILDS and not one.items
        # ``data += part`` changes the container in place.
        is_new |= isinstance(one, i.Operate) and one.operator in ("+=", "|=")
        for name in bound(one):
            made[name] = made.get(name, True) and is_new
        given.update(part.name for part in _given(one) if isinstance(part, i.Local))
    return frozenset(name for name, new in made.items() if new) - given - function.shared


own_locals = once(_find_own)
"""Locals that hold a container built here, which nothing else holds, or is handed."""


def _given(one: i.Instruction) -> Iterator[i.Operand]:
    """What an instruction gives to others, or stores."""
    match one:
        case i.Copy(value=value) | i.Suspend(value=value):
            yield value
        case i.SetAttribute(value=value) | i.SetItem(value=value) | i.Extend(value=value):
            yield value
        case i.Build(items=items) | i.CallMethod(items=items):
            yield from (item.value for item in items)
        case i.Call(text=text, items=items) if text not in BUILTIN_NAMES:
            yield from (item.value for item in items)
        case _:
            pass
