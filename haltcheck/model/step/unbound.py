"""Attributes of built-in types: alternative constructors, and methods without a receiver."""

from __future__ import annotations

from collections import deque

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.iterate import with_items
from haltcheck.model.step.limit import check_hashes, weigh
from haltcheck.model.step.pure import FUNCTIONS
from haltcheck.model.step.state import State
from haltcheck.model.step.value import Error, Native, Value

_WITH_METHODS = (str, bytes, list, dict, set, tuple, int, float, deque)
Named = dict[str, Value]


def of_type(kind: type, name: str) -> Value:
    """``kind.name`` for a built-in type."""
    if name == "__name__":
        return kind.__name__
    dotted = f"{kind.__name__}.{name}"
    if dotted in FUNCTIONS:
        return Native(dotted, FUNCTIONS[dotted])
    if issubclass(kind, BaseException) and name == "__init__":
        return Native(dotted, _set_arguments)
    if kind is dict and name == "fromkeys":
        return Native(dotted, _from_keys)
    if kind not in _WITH_METHODS or name.startswith("_") or not hasattr(kind, name):
        raise HoleError(dotted)

    def run(state: State, args: list[Value], named: Named) -> Value:
        if not args or type(args[0]) is not kind:
            raise HoleError(f"{dotted} of something else")
        return state.call_method(args[0], name, args[1:], named)

    return Native(dotted, run)


def _set_arguments(state: State, args: list[Value], named: Named) -> Value:
    """``ValueError.__init__(self, ...)`` in a class that derives from it."""
    if not args or type(args[0]) is not Error or named:
        raise HoleError("__init__ of an exception")
    if issubclass(args[0].native(), OSError | UnicodeError | SyntaxError):
        raise HoleError("__init__ of an exception")
    args[0].args = tuple(args[1:])
    return None


def _from_keys(state: State, args: list[Value], named: Named) -> Value:
    if not 1 <= len(args) <= 2 or named:
        raise HoleError("dict.fromkeys")
    return with_items(state, args[0], _keyed, (args[1] if len(args) > 1 else None,))


def _keyed(state: State, items: list[Value], value: Value) -> Value:
    for item in items:
        weigh(item)
    check_hashes(items)
    return attempt(lambda: dict.fromkeys(items, value))
