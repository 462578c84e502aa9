"""Iterators after their end: ``next`` raises, or gives what it is told to give, each time."""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Kind, bindings_of_attribute
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import RaisedError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.unended import may_go_on
from haltcheck.model.aftermath.value import Symbol, Value
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, code_of

_PARTS = frozenset({"items", "keys", "readlines", "split", "splitlines", "values"})
_DEEPEST = 4
_PLACE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


def taken_next(
    context: Context, state: State, call: i.Call | i.CallMethod, name: str, values: list[Value]
) -> Value | None:
    """What ``next(lines, default)`` gives at the end of a file or an argument; else None.

    So it is with any iterator that stays the same where the code handles its end.
    """
    if name != "next" or not context.ended or not 1 <= len(values) <= 2:
        return None
    iterator = call.items[0].value
    is_told = len(values) == 2 or _handles_end(context.function)
    is_told = is_told and _is_kept(context, values[0])
    is_told = is_told and not may_go_on(context.resolver, context.function, iterator)
    if not is_told and not _has_end(context.resolver, context.function, iterator, 0):
        return None
    state.met = True
    if len(values) == 1:
        raise RaisedError("StopIteration")
    return values[1]


def _is_kept(context: Context, value: Value) -> bool:
    """Whether an iterator is an object's, or handed in: one that is made here is at its beginning,
    and the loop may leave before its end.
    """
    if not isinstance(value, Symbol) or _PLACE.fullmatch(value.text) is None:
        return False
    given = any(one.name == value.text for one in context.function.parameters)
    return given or "." in value.text


def _find_handles(function: Function) -> bool:
    code = list(code_of(function))
    return any(isinstance(one, i.LoadGlobal) and one.name == "StopIteration" for one in code)


_handles_end = once(_find_handles)
"""Whether the code of a function names the exception that tells of the end."""


def _has_end(resolver: Resolver, function: Function, operand: i.Operand, depth: int) -> bool:
    """Whether it is an argument, an opened file, or iterates what is one of them."""
    bindings = resolver.bindings(function)
    made = bindings.origin(operand)
    if depth > _DEEPEST:
        return False
    match made:
        case i.Call(text="open") | i.CallMethod(name="open"):
            return True
        case i.CallMethod(name=name) if name in _PARTS:
            return True
        case i.EnterContext(manager=manager):
            return _has_end(resolver, function, manager, depth + 1)
        case i.Call(text="iter", items=(item,)):
            return _has_end(resolver, function, item.value, depth + 1)
        case i.GetAttribute(object=whole, name=name):
            owner = resolver.receiver(function, whole)
            if owner is None or owner.is_class:
                return False
            kind = Kind(resolver.program, owner.cls, owner.is_exact)
            found = list(bindings_of_attribute(kind, name))
            return bool(found) and all(_has_end(*one, depth + 1) for one in found)
        case _:
            pass
    root = bindings.root(operand)
    given = any(one.name == root for one in function.parameters)
    return given and bindings.counts.get(root) == 1
