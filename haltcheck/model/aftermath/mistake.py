"""Exceptions that tell of a caller's mistake: what is handed in is of the wrong kind."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Raise

_MISTAKES = frozenset({"TypeError", "NotImplementedError", "UnicodeError"})


def is_mistaken(resolver: Resolver, function: Function, end: Raise) -> bool:
    """Whether it is raised where a value is of a kind that nobody is to hand in."""
    made = None if end.error is None else resolver.bindings(function).origin(end.error)
    match made:
        case i.Call(text=name) | i.LoadGlobal(name=name):
            return name in _MISTAKES
        case _:
            return False
