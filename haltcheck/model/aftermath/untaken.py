"""Calls that take nothing of what they are handed, each time."""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.taking import row_of, tells
from haltcheck.model.aftermath.value import UNSURE, Known, Listed, Value
from haltcheck.model.fact import Fact, Unlisted

_DECODES = re.compile(r"codecs\.\w+_decode")


def may_leave_all(name: str, fact: Fact | Unlisted, values: list[Value]) -> bool:
    """Whether a function may take nothing: nobody knows it, or it waits for the rest of a sign."""
    partly = _DECODES.fullmatch(name) is not None and values[2:] in ([], [Known(False)])
    return partly or isinstance(fact, Unlisted)


def takes_nothing(context: Context, state: State, call: i.Call | i.CallMethod) -> bool:
    """Whether the event makes the call take nothing."""
    if context.event is not Event.UNTAKEN or not tells(context.function, call):
        return False
    context.returns(call.text, call.span.line)
    state.met = True
    return True


def nothing_taken(context: Context, call: i.Call | i.CallMethod) -> Value:
    """What it gives then: 0, or a row where 0 stands for what was taken."""
    row = row_of(context.function, call)
    if not row:
        return Known(0)
    return Listed("tuple", tuple(Known(0) if is_count else UNSURE for is_count in row))
