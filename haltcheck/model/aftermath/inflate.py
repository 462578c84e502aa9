"""Decompressors after the event: a limited one may take nothing of what it is handed.

At the end of its stream an object like that of ``zlib`` may leave all in ``unconsumed_tail``, give
nothing, and do the same when it is handed that again. ``zlib`` itself does not.
"""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Value

LIMITED = "decompress"
"""The method that may take a limit besides the data."""

_LEFT = "unconsumed_tail"


def inflates(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    receiver: Symbol,
    name: str,
    values: list[Value],
) -> bool:
    """Whether it is such a call; then what is left is what was handed in, and the stream ended."""
    limited = len(values) == 2 and call.items[1].kind in ("positional", "keyword")
    if context.event is not Event.UNCONSUMED or name != LIMITED or not limited:
        return False
    if _is_plain(context, call):
        return False
    state.attributes[receiver.text, _LEFT] = values[0]
    state.attributes[receiver.text, "eof"] = Known(True)
    state.met = True
    return True


def _is_plain(context: Context, call: i.Call | i.CallMethod) -> bool:
    """Whether the function itself has ``zlib`` make the object."""
    if not isinstance(call, i.CallMethod):
        return False
    made = context.resolver.bindings(context.function).origin(call.object)
    return isinstance(made, i.Call | i.CallMethod) and made.text.endswith("decompressobj")
