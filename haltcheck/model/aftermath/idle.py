"""Rounds that change nothing, without any event: one way through the body leaves all as it is.

``if length > rest: ... elif length < rest: ... else: found = node`` goes nowhere where both are the
same, and what is only emptied on one way is full on the other. Which inputs lead there the facts
say that the tests were supposed to find; nothing that nobody knows may run on the way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Value
from haltcheck.model.binding import bound

_SLEEPS = frozenset(
    {"time.sleep", "asyncio.sleep", "trio.sleep", "anyio.sleep", "gevent.sleep", "eventlet.sleep"}
)
_BARE = re.compile(r"[\w.]+")
_TOLD = r"-?\d+|[bB]?'[^']*'|[bB]?\"[^\"]*\""
_EQUAL = re.compile(rf"\w+ (?:==|<) (?:{_TOLD}|\w+)|(?:{_TOLD}) < \w+")
_JOINED = re.compile(r"[bB]?''\.join\(<items (\d+)>\(([\w., ]+)\)\)")


def begin_anywhere(site: Site, state: State) -> None:
    """What rounds before this one have bound is whatever it is, where it began as no constant."""
    blocks = (site.function.blocks[number] for number in site.loop.blocks)
    names = {name for block in blocks for one in block.instructions for name in bound(one)}
    for name in names:
        if isinstance(state.locals.get(name), Symbol) and name[0] != "$":
            state.locals[name] = Symbol(name)


def sleeps(event: Event, name: str, state: State) -> Value | None:
    """What waiting for the clock gives: nothing, while others may write what is not local."""
    if event is not Event.IDLE or name not in _SLEEPS:
        return None
    state.lost = True
    return Known(None)


def may_change(site: Site, event: Event, supposed: Mapping[str, bool]) -> str:
    """A fact that others may change while the loop sleeps; nothing where there is none.

    A text or a number that a local holds stays what it is; what an object holds need not.
    """
    if event is not Event.IDLE or not _rests(site):
        return ""
    return next((fact for fact in supposed if not _EQUAL.fullmatch(fact)), "")


def _rests(site: Site) -> bool:
    blocks = (site.function.blocks[number] for number in site.loop.blocks)
    return any(
        isinstance(one, i.Call | i.CallMethod) and one.text.rpartition(".")[2] == "sleep"
        for block in blocks
        for one in block.instructions
    )


def unchanged(event: Event, supposed: Mapping[str, bool]) -> str:
    """What must hold so that a round changes nothing; empty for any other event."""
    if event is not Event.IDLE:
        return ""
    return " and ".join(_spelled(fact, answer) for fact, answer in supposed.items())


def _spelled(fact: str, answer: bool) -> str:
    fact = _JOINED.sub(r"what line \1 joins of \2", fact)
    if answer:
        return fact
    return f"not {fact}" if _BARE.fullmatch(fact) else f"not ({fact})"
