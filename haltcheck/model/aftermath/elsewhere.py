"""Callees that the file's own table of calls does not tell: rows, ``cls(...)``, other files."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import callee, class_named
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.into import at_home_of, step_into
from haltcheck.model.aftermath.made import construct, named_row
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Value
from haltcheck.model.calls import Dotted, Resolution


def new(
    context: Context, state: State, call: i.Invocation, text: str, values: list[Value]
) -> Value | None:
    """A row, or what ``cls(...)`` gives in a class method; None for any other callee."""
    if not text.startswith("::"):
        return None
    name = text[2:]
    if name in context.program.contents.classes:
        return construct(context, state, call, name, values)
    return named_row(context, state, call, name, values)


def elsewhere(
    context: Context,
    state: State,
    call: i.Invocation,
    resolution: Resolution,
    values: list[Value],
) -> Value | None:
    """What a callee gives that stands in another file, or is a method of what an attribute holds.

    None where it is not found, or not followed.
    """
    kind = class_named(context.program, resolution.name) if isinstance(resolution, Dotted) else None
    if kind is not None:
        with at_home_of(context, kind.program, call):
            return construct(context, state, call, kind.name, values)
    found = callee(context.resolver, context.function, call, resolution)
    return None if found is None else step_into(context, state, call, found, values)
