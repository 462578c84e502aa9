"""Limits that a loop asks for on some ways only: a time-out that is looked at in a handler alone.

Who waits for an answer of the outside world is meant to wait. Where the loop gives up after some
time, or some tries, it is not meant to wait for ever: a way around on which the limit is not asked
for, or is compared with what stands still, goes on as long as the answer stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.advance import Origins, origins_of, sources
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.failure import TURNS
from haltcheck.model.aftermath.linear import is_said
from haltcheck.model.aftermath.outcome import Event, LeavesError
from haltcheck.model.aftermath.start import Site
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.aftermath.turn import leaves
from haltcheck.model.aftermath.value import UNSURE, Known, Symbol, Value, derived, text_of
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact, methods_named
from haltcheck.model.program import Block, Test

_CLOCKS = frozenset({"monotonic", "perf_counter", "time", "now", "utcnow"})
_LIMIT = re.compile(
    r"(?:.*_)?(?:attempts|deadline|max_?\w+|patience|retries|time_?limit|time_?out|tries)(?:_\w+)?"
)
SLEEPS = re.compile(r"(?:.*\.)?_?(?:sleep|wait_for_timeout)")
"""Calls that wait for a while, awaited or not."""

_COPIES = frozenset({"dict", "frozenset", "list", "set", "sorted", "tuple"})
_ORDER = frozenset({"<", "<=", ">", ">="})
_TAKES = re.compile(r"_*(?:get|getch|getline|fetch)(?:_nowait|one|many|all)?")
"""What takes an item each time where nothing says of which."""


@record
class Limit:
    """The line of a test that ends the waiting, and the line of the question that is asked.

    ``names`` are the locals and attributes that the limit is made of.
    """

    line: int
    question: int
    names: frozenset[str]


def _find(site: Site) -> tuple[Limit, ...]:
    """The limits of a loop that asks something outside and sleeps."""
    function, loop = site.function, site.loop
    blocks = [function.blocks[number] for number in sorted(loop.blocks)]
    inside = [one for block in blocks for one in block.instructions]
    calls = [one for one in inside if isinstance(one, i.Invocation)]
    if loop.kind != "while" or not any(SLEEPS.fullmatch(one.text) for one in calls):
        return ()
    asked = [one.span.line for one in calls if asks(one)]
    origins = origins_of(inside)
    found = [
        (block.terminator.span.line, names)
        for block in blocks
        if isinstance(block.terminator, Test) and leaves(function, loop, block)
        if (names := _limited(block, origins, calls))
    ]
    return tuple(Limit(line, asked[0], names) for line, names in found if asked)


limits = once(_find)


def _limited(block: Block, origins: Origins, calls: list[i.Call | i.CallMethod]) -> frozenset[str]:
    """What a limit is made of where the block compares one with the clock or a count; else none."""
    made = [one for one in block.instructions if isinstance(one, i.Operate)]
    compared = [one for one in made if one.operator in _ORDER]
    if not compared:
        return frozenset()
    operands = [one.name for one in compared[-1].operands if isinstance(one, i.Local)]
    parts = sources(origins, operands)
    clock = any(one.target in parts and one.text.rpartition(".")[2] in _CLOCKS for one in calls)
    names = frozenset(name.lstrip(".") for name in parts if not name.startswith("$"))
    told = any(_LIMIT.fullmatch(name.lower()) for name in names)
    return names if clock or told else frozenset()


def speaks_of_limit(site: Site, supposed: Mapping[str, bool]) -> bool:
    """Whether some fact says that there is no limit, or none that is ever come to.

    A limit that is compared with what stands still is none that anybody meant.
    """
    names = {name for one in limits(site) for name in one.names}
    told = [fact for fact in supposed if not names.isdisjoint(_WORD.findall(fact))]
    return any(" < " not in fact or _NUMBER.search(fact) for fact in told)


def passed_by(site: Site, event: Event) -> str:
    """What must hold so that a limit is passed by; empty for any other event."""
    if event is not Event.POLLED:
        return ""
    first = limits(site)[0]
    return f"line {first.question} answers the same each time, and line {first.line} is passed by"


_WORD = re.compile(r"[A-Za-z_]\w*")
_NUMBER = re.compile(r"(?<![\w.])\d")


def asks(call: i.Call | i.CallMethod) -> bool:
    """Whether the call asks something outside that may answer the same again and again."""
    name = call.name if isinstance(call, i.CallMethod) else call.text.rpartition(".")[2]
    is_made = name[:1].isupper()
    if name in READS or _TAKES.fullmatch(name) or (TURNS.fullmatch(name) and not is_made):
        return False
    if isinstance(call, i.CallMethod) and methods_named(name):
        return False
    fact = function_fact(call.text)
    return isinstance(fact, Unlisted) and not SLEEPS.fullmatch(call.text)


def polled(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    values: list[Value],
    receiver: Value = UNSURE,
) -> Value | None:
    """The answer that stays the same, or the nap in between; None for any other call.

    Raises LeavesError where a nap is taken after an event: who waits means to go on.
    """
    is_nap = SLEEPS.fullmatch(call.text) is not None
    if context.event is not Event.POLLED:
        if is_nap and context.event is not Event.IDLE:
            raise LeavesError("it waits")
        return None
    if is_nap:
        return UNSURE
    if call.text in _COPIES and len(values) == 1 and text_of(values[0]):
        return derived(f"{call.text}({{}})", values[0])
    if isinstance(receiver, Known) and isinstance(call, i.CallMethod) and call.name == "format":
        holes = ", ".join(["{}"] * len(values))
        return derived(f"format({{}}, {holes})", receiver, *values)
    whole = text_of(receiver) if isinstance(receiver, Symbol) else ""
    if is_said(whole) and isinstance(call, i.CallMethod) and all(map(text_of, values)):
        handed = ", ".join(map(text_of, values))
        return context.say(state, f"{whole}.{call.name}({handed})")
    if not asks(call):
        return None
    context.returns(call.text, call.span.line)
    state.met = True
    texts = [text_of(value) for value in values]
    if not all(texts):
        return UNSURE
    return context.say(state, f"{call.text}({', '.join(texts)})")
