"""Calls of what is not seen that can neither move what counts nor refuse what the event brought."""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.failure import CLOCKS
from haltcheck.model.aftermath.operate import of_event
from haltcheck.model.aftermath.outcome import Event, LeavesError, UnfollowedError
from haltcheck.model.aftermath.question import answered
from haltcheck.model.aftermath.state import ANYWHERE, PARTS, State, mutate
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.aftermath.value import UNSURE, Listed, Made, Symbol, Value, text_of
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program, code_of
from haltcheck.model.special import CONSTRUCTORS

_EVENTS = frozenset(
    {Event.END, Event.CLOSED, Event.TEXT, Event.MISSING, Event.DATA, Event.UNTAKEN, Event.DRAINED}
)
_CLASS = re.compile(r"_*[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*")
_MOVES_ON = re.compile(
    r"_*(?:accept|acquire|advance|ask|check|close|consume|ensure|eat|exit|expect|fail|feed|fetch"
    r"|fill|finish|get|getch|input|lex|load|lock|match|move|need|next|parse|peek|poll|pop|process"
    r"|pull|put|raise|read|recv|receive|require|run|seek|shift|skip|step|stop|take|tick|token"
    r"|unpack|unread|verify|wait)(?![a-z]).*"
)
"""What takes the next item by itself, or refuses: it may move what counts, or end the walk."""


_CLOSES = re.compile(
    r"(?:\w+\.)*_?(?:transport|sock|socket|conn|connection|writer)\.(?:close|abort)"
)
"""What ends a connection leaves alone what came of it before."""


def _is_held(context: Context, call: i.Call | i.CallMethod) -> bool:
    """Whether a function is called that a local holds: a method of the same object, it may be."""
    return isinstance(call, i.Call) and call.text in context.function.locals


def closes(context: Context, text: str) -> bool:
    """Whether the call ends a connection, while nobody waits for more from it."""
    return not context.ended and context.event in _EVENTS and bool(_CLOSES.fullmatch(text))


def harmless(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    values: list[Value],
    receiver: Value = UNSURE,
) -> Value:
    """The result of a call that is supposed to return; LeavesError where too much is supposed.

    What it is handed may be changed by it, and what it may write elsewhere is not known any more.
    What it is handed of the event it may look at and refuse, unless it makes an object of a plain
    class; what it can reach of a stream it may read.
    """
    told = answered(context, state, call, receiver, values)
    if told is not None:
        return told
    text = call.text or "a function"
    if _makes_row(context, text):
        return UNSURE
    if CLOCKS.fullmatch(text.rpartition(".")[2]):
        return UNSURE
    if closes(context, text):
        context.returns(text, call.span.line)
        return UNSURE
    if _MOVES_ON.fullmatch(text.rpartition(".")[2]):
        raise LeavesError(f"nobody knows {text}")
    makes = context.event is Event.IDLE and _CLASS.fullmatch(text.rpartition(".")[2])
    if context.event not in _EVENTS and not makes:
        raise UnfollowedError(f"nobody knows {text}")
    if context.event is Event.DRAINED and _is_held(context, call):
        raise LeavesError(f"{text} may take something")
    handed = [one for value in (receiver, *values) for one in _parts(value)]
    if any(of_event(context, value) for value in handed):
        raise LeavesError(f"{text} may refuse it")
    if any(_may_read(context, value) for value in handed):
        raise LeavesError(f"{text} may read")
    context.returns(text, call.span.line)
    for value in handed:
        if isinstance(value, Symbol | Made):
            mutate(frozenset((text_of(value),)), state, value)
    state.lost = True
    state.attributes = {
        place: held if is_buffer(context, state, *place) else UNSURE
        for place, held in state.attributes.items()
    }
    return UNSURE


def _parts(value: Value) -> list[Value]:
    if isinstance(value, Listed):
        return [part for one in value.values for part in _parts(one)]
    return [value]


def _may_read(context: Context, value: Value) -> bool:
    """Whether it is, or holds, a stream of the file."""
    if not isinstance(value, Symbol) or value.text.startswith("::"):
        return False
    name = value.text.rpartition(".")[2]
    if name in streams(context.program):
        return True
    return any(one.startswith(f"{value.text}.") for one in context.streams)


def _find_streams(program: Program) -> frozenset[str]:
    return frozenset(
        one.text.split(".")[-2]
        for function in program.functions.values()
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.CallMethod) and one.name in READS and "." in one.text
    )


streams = once(_find_streams)
"""The names of locals and attributes that the file reads from."""


def _find_cut(program: Program) -> frozenset[str]:
    found: set[str] = set()
    for function in program.functions.values():
        code = list(code_of(function))
        cuts = {one.target for one in code if isinstance(one, i.Build) and one.kind == "slice"}
        held = {one.target: one.name for one in code if isinstance(one, i.GetAttribute)}
        found |= {
            held[one.object.name]
            for one in code
            if isinstance(one, i.GetItem | i.DeleteItem)
            and isinstance(one.object, i.Local)
            and isinstance(one.key, i.Local)
            and one.key.name in cuts
            and one.object.name in held
        }
    return frozenset(found)


_cut = once(_find_cut)


def is_buffer(context: Context, state: State, owner: str, name: str) -> bool:
    """Whether an attribute is a text or bytes that a function of the file cuts.

    Who is called and is not handed the object leaves that alone. At the end of a stream it may
    yet clear it.
    """
    told = {owner, ANYWHERE, PARTS} & state.dirty
    return not context.ended and not told and name in _cut(context.program)


def _makes_row(context: Context, name: str) -> bool:
    """Whether it is a named tuple or a class of the file that stores what it is given."""
    contents = context.program.contents
    entry = contents.classes.get(name)
    if entry is not None and not set(entry.bases) <= _PLAIN_BASES:
        return False
    if entry is not None:
        makers = entry.methods.intersection(CONSTRUCTORS)
        made = (function_of(context.program, f"{name}.{one}") for one in sorted(makers))
        return all(one is not None and _stores(one) for one in made)
    called = {call.rpartition(".")[2] for call in contents.module_calls}
    is_bound = contents.global_writes.get(name) == 1 and name not in contents.imports
    return is_bound and name[:1].isupper() and "namedtuple" in called


_PLAIN_BASES = frozenset({"object", "NamedTuple", "typing.NamedTuple", "bytes", "list", "str"})
_PLAIN = (i.Copy, i.Build, i.SetAttribute, i.GetAttribute, i.LoadGlobal)


def _stores(function: Function) -> bool:
    """Whether it does nothing but bind attributes, or ask a built-in class for the object."""
    code = list(code_of(function))
    new = function.name == "__new__"
    return len(function.blocks) == 1 and all(
        isinstance(one, _PLAIN) or (new and isinstance(one, i.CallMethod) and one.name == "__new__")
        for one in code
    )
