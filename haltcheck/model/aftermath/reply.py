"""What an event makes of a call by itself, whoever is called."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.degenerate import divided, found_nothing
from haltcheck.model.aftermath.drained import counted
from haltcheck.model.aftermath.idle import sleeps
from haltcheck.model.aftermath.infinite import called
from haltcheck.model.aftermath.padded import of_padded
from haltcheck.model.aftermath.pool import drawn
from haltcheck.model.aftermath.question import alike, answered, asked_of_world
from haltcheck.model.aftermath.replaced import replaced
from haltcheck.model.aftermath.returned import returned
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Symbol, Value
from haltcheck.model.aftermath.window import extreme


def computed(context: Context, state: State, name: str, values: list[Value]) -> Value | None:
    """What a call of the library gives after the event; None where it is not known."""
    return (
        drawn(context, state, name, values)
        or divided(context, name, values)
        or called(context, name, values)
        or counted(context.event, name, values)
        or asked_of_world(context, state, name, values)
        or sleeps(context.event, name, state)
        or extreme(context, name, values)
    )


def reply(
    context: Context,
    state: State,
    call: i.Invocation,
    receiver: Symbol,
    name: str,
    values: list[Value],
) -> Value | None:
    """What a method gives after the event; None where it is not known."""
    found = returned(context, state, receiver, name, values)
    found = found or drawn(context, state, name, values)
    found = found or answered(context, state, call, receiver, values)
    if found is None and name == "format":
        found = alike(context, state, receiver, values)
    found = found or found_nothing(context, receiver, name, values)
    found = found or of_padded(receiver, name, values)
    return replaced(context, state, receiver, values, found) if name == "replace" else found
