"""Streams that a round puts into the place of others: they have bytes of their own."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import LeavesError
from haltcheck.model.aftermath.value import UNSURE, Value
from haltcheck.model.calls import Unresolved
from haltcheck.model.known import methods_named


def note_renewed(
    context: Context, put: i.Call | i.CallMethod | i.Copy | i.SetAttribute, value: Value
) -> None:
    """Notes that what an unresolved call made now stands in an attribute, or a local.

    Whatever it is, nobody showed that it is the stream that has ended. What a method that the
    library knows takes out of a container was made before.
    """
    if not context.ended or value != UNSURE:
        return
    bindings = context.resolver.bindings(context.function)
    place = _attribute(put.name) if isinstance(put, i.SetAttribute) else _local(context, put.target)
    made = put if isinstance(put, i.Call | i.CallMethod) else bindings.origin(put.value)
    if not place or not isinstance(made, i.Call | i.CallMethod):
        return
    if isinstance(made, i.CallMethod) and methods_named(made.name):
        return
    if isinstance(context.resolver.resolve(context.function, made), Unresolved):
        context.renewed.add(place)


def refuse_renewed(context: Context, stream: i.Operand) -> None:
    """Raises LeavesError where the stream was put there in this walk."""
    bindings = context.resolver.bindings(context.function)
    origin = bindings.origin(stream)
    if isinstance(origin, i.GetAttribute):
        place = _attribute(origin.name)
    else:
        place = _local(context, bindings.root(stream))
    if place in context.renewed:
        raise LeavesError("a stream that was opened anew has bytes of its own")


def _attribute(name: str) -> str:
    return f".{name}"


def _local(context: Context, name: str) -> str:
    """A local that is bound elsewhere, too; empty for what each round fetches anyway."""
    is_bound_twice = context.resolver.bindings(context.function).counts.get(name, 0) > 1
    return f"{context.function.qualname}:{name}" if is_bound_twice else ""
