"""Questions to something outside, page after page, once it has nothing more to give.

Who asks for one page after the other comes to pages that hold nothing: answers that are empty, and
so is all that they hold. Nothing else is supposed of them, so that a test for anything else must
stay inside both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.linear import is_said
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.value import READY, Known, Symbol, Value, text_of

_PAGE = re.compile(
    r"_*(?:current_?|cur_?|next_?|start_?|from_?)?"
    r"(?:page|offset|cursor|skip|start|startat|marker|from|index|batch|page_?token|token|position)"
    r"(?:_?(?:no|num|number|token|index|id|key|at))?",
    re.IGNORECASE,
)
"""Names of what says which part of the whole is wanted."""

_ASKS = re.compile(
    r"_*(?:api_?|do_?|make_?|send_?)?"
    r"(?:call|download|execute|fetch|get|list|load|paginate|post|query|request|retrieve|search)"
    r"(?![a-z]).*"
)
_FINE: Mapping[str, Value] = {
    "ok": READY,
    "is_success": READY,
    "status_code": Known(200),
    "status": Known(200),
}
"""What tells that the answer is one, though there is nothing in it."""


_LAST = re.compile(
    r"(?:\.|\[')(?:\w+_)?(?:complete|completed|done|end|eof|exhausted|final|finished|last)"
    r"(?:_?(?:batch|chunk|page|result))?(?:'\])?\)*$",
    re.IGNORECASE,
)
"""What an answer tells of that there is no more: that is not nothing, though all else is."""


def asks_for_pages(code: Iterable[i.Instruction]) -> bool:
    """Whether something is asked for one part after the other."""
    named = False
    asks = False
    for one in code:
        if isinstance(one, i.Call | i.CallMethod):
            names = {item.name or getattr(item.value, "name", "") for item in one.items}
            named = named or any(map(_is_page, names))
            asks = asks or _ASKS.fullmatch(one.text.rpartition(".")[2]) is not None
        elif isinstance(one, i.Build) and one.kind == "dict":
            keys = {getattr(item.key, "value", "") for item in one.items}
            named = named or any(map(_is_page, keys))
        elif isinstance(one, i.SetItem):
            named = named or _is_page(getattr(one.key, "value", ""))
    return named and asks


def _is_page(name: object) -> bool:
    return isinstance(name, str) and _PAGE.fullmatch(name.replace("-", "_")) is not None


def is_question(event: Event, name: str, values: list[Value]) -> bool:
    """Whether a call asks for a part of the whole, which has no more."""
    short = name.rpartition(".")[2]
    return event is Event.DRAINED and bool(values) and _ASKS.fullmatch(short) is not None


def holds_nothing(event: Event, value: Value) -> bool:
    """Whether the value is such an answer, or what it holds."""
    is_of_answer = event is Event.DRAINED and isinstance(value, Symbol) and is_said(value.text)
    return is_of_answer and _LAST.search(text_of(value)) is None


def counted(event: Event, name: str, values: list[Value]) -> Value | None:
    """How much such an answer holds; None for any other call."""
    if name == "len" and len(values) == 1 and holds_nothing(event, values[0]):
        return Known(0)
    return None


def told_of(event: Event, value: Value, name: str) -> Value | None:
    """What an answer tells of itself; None for what it holds."""
    return _FINE.get(name) if holds_nothing(event, value) else None
