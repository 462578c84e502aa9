"""Calls that fail for ever: the outside world refuses, or the same arguments are refused again."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache

from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.advance import origins_of, sources
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import (
    DETERMINISTIC,
    FAILED,
    REFUSED,
    UNSEEN,
    Event,
    RaisedError,
)
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Value, derived, text_of
from haltcheck.model.binding import bound
from haltcheck.model.fact import Fact, Unlisted
from haltcheck.model.known import function_fact, methods_named
from haltcheck.model.program import Function, Jump, Loop, Raise, Return, Test, successors
from haltcheck.model.slice import reads

TURNS = re.compile(
    r"_*(?:accept|acquire|ask|choice|choose|close|getch|getkey|getpass|input|lock|next|poll|pop"
    r"|prompt|put|raw_input|read|receive|recv|select|shuffle|sleep|take|wait)(?![a-z]).*"
    r"|.*_nowait|[A-Z].*"
)
"""What asks others, waits, or takes the next item: another call may fare better."""

CLOCKS = re.compile(r"_*(?:get_?)?(?:getpid|monotonic|now|perf_counter|time|today|utcnow|uuid\d)")
"""What is answered within the process: nobody refuses that."""

_UNTOUCHED = frozenset(
    {"casefold", "expandtabs", "lower", "lstrip", "removeprefix", "removesuffix", "replace"}
    | {"rstrip", "strip", "upper"}
)
"""Methods that change nothing in a text that has nothing left of what they look for."""

_ENDS = {
    "rstrip": "endswith",
    "removesuffix": "endswith",
    "lstrip": "startswith",
    "removeprefix": "startswith",
}
"""What a text must not do so that the method takes nothing away."""

_RAISES = " raises"


def fails(
    context: Context, state: State, name: str, receiver: Value | None, values: list[Value]
) -> None:
    """Raises where the call stands in a ``try`` and may be refused each time.

    A function that only computes does the same for the same arguments; what nobody knows, or what
    asks the outside world, may be refused for ever where its success would end the loop.
    """
    if context.event is not Event.ERROR or not context.trying:
        return
    short = name.rpartition(".")[2]
    if not all(text_of(value) for value in values):
        if context.drawn and context.retried and _may_be_refused(name, short):
            state.met = True
            raise RaisedError(REFUSED)
        return
    if isinstance(receiver, Known) and short == "format":
        # A constant was written to be filled in.
        return
    if _computes(name, receiver):
        parts = values if receiver is None else [receiver, *values]
        moved = any(isinstance(one, Symbol) and state.changed(one.text) for one in parts)
        holes = ", ".join(["{}"] * len(values))
        text = f"{name}({holes})" if receiver is None else f"{{}}.{short}({holes})"
        found = derived(text, *parts)
        if not isinstance(found, Symbol) or moved or _is_constant(parts):
            return
        if context.decide(Symbol(found.text + _RAISES)) is True:
            state.met = True
            raise RaisedError(DETERMINISTIC)
    elif context.retried and _may_be_refused(name, short):
        state.met = True
        raise RaisedError(REFUSED if values else UNSEEN)
    elif context.advancing and isinstance(function_fact(name), Unlisted):
        if TURNS.fullmatch(short) or (receiver is not None and not text_of(receiver)):
            return
        state.met = True
        raise RaisedError(FAILED)
    elif context.advancing and _may_be_refused(name, short):
        state.met = True
        raise RaisedError(REFUSED if values else UNSEEN)


def untouched(
    context: Context, state: State, receiver: Symbol, name: str, values: list[Value]
) -> bool:
    """Whether a text method may find nothing to change, once it has changed all."""
    if name not in _UNTOUCHED or state.changed(receiver.text):
        return False
    match values:
        case [Known() as old, _] if name == "replace":
            return context.decide(derived("{} in {}", old, receiver)) is False
        case [Known() as end] if name in _ENDS:
            asked = "{}." + _ENDS[name] + "({})"
            return context.decide(derived(asked, receiver, end)) is False
        case _:
            return True


def _is_constant(parts: list[Value]) -> bool:
    return all(isinstance(one, Known) for one in parts)


def _computes(name: str, receiver: Value | None) -> bool:
    """Whether the result, or the refusal, depends on the arguments alone."""
    if receiver is None:
        found = function_fact(name)
        facts: tuple[Fact, ...] = () if isinstance(found, Unlisted) else (found,)
    else:
        facts = tuple(methods_named(name).values())
    return bool(facts) and all(
        one.raises and one.writes == "nothing" and not (one.world or one.waits or one.consumes)
        for one in facts
    )


@cache
def _may_be_refused(name: str, short: str) -> bool:
    """Whether the call may ask something outside that refuses it each time."""
    found = function_fact(name)
    if TURNS.fullmatch(short) or CLOCKS.fullmatch(short) or name == "get":
        return False
    return isinstance(found, Unlisted) or found.world or found.waits


def refused(supposed: tuple[tuple[str, bool], ...]) -> str:
    """The calls that it takes to be refused, and the collections that must hold nothing wanted."""
    told = [fact.removeprefix("::") for fact, answer in supposed if answer and places_of(fact)]
    told += [f"nothing that comes is in {fact[5:]}" for fact, _ in supposed if fact[:5] == "_ in "]
    return " and ".join(told)


def places_of(fact: str) -> tuple[str, ...] | None:
    """The places that a supposed failure speaks of; None for any other fact."""
    if not fact.endswith(_RAISES):
        return None
    try:
        tree = ast.parse(fact.removesuffix(_RAISES).replace("::", ""), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(tree, ast.Call):
        return None
    parts = [*tree.args, *([tree.func.value] if isinstance(tree.func, ast.Attribute) else [])]
    if fact.startswith("::") or "." not in ast.unparse(tree.func):
        parts = tree.args
    plain = (ast.Name, ast.Attribute)
    return tuple(ast.unparse(one) for one in parts if isinstance(one, plain))


def retried(function: Function, loop: Loop) -> frozenset[int]:
    """Blocks of the loop whose exceptions are handled, and from which all else leads out of it."""
    back: set[int] = set()
    found = {loop.head}
    while found:
        found = {
            number for number in loop.blocks - back if found.intersection(_next(function, number))
        }
        back |= found
    tried = {one for one in loop.blocks if function.blocks[one].handler is not None}
    return frozenset(one for one in tried if one not in back or _ends(function, loop, one))


_DRAWS = re.compile(r"gauss|rand[a-z]*|random[A-Za-z_]*|token_[a-z]+|uniform|uuid\d?")
"""What gives another one each time, however often it is asked."""


def drawn(function: Function, loop: Loop) -> frozenset[Span]:
    """The calls of a loop that are handed what is drawn at random, and nothing that it moves."""
    inside = [one for number in loop.blocks for one in function.blocks[number].instructions]
    calls = [one for one in inside if isinstance(one, i.Call | i.CallMethod)]
    kinds = {kind: {one.target for one in calls if _kind(one) == kind} for kind in ("draw", "turn")}
    if not kinds["draw"]:
        return frozenset()
    origins = origins_of(inside)
    moved = {f".{one.name}" for one in inside if isinstance(one, i.SetAttribute)}
    for one in inside:
        moved |= set(bound(one)) & sources(origins, reads(one))
    found: set[Span] = set()
    for one in calls:
        names = sources(origins, reads(one))
        if not names & moved and names & kinds["draw"] and not names & kinds["turn"]:
            found.add(one.span)
    return frozenset(found)


def _kind(call: i.Call | i.CallMethod) -> str:
    name = call.name if isinstance(call, i.CallMethod) else call.text.rpartition(".")[2]
    if _DRAWS.fullmatch(name):
        return "draw"
    return "turn" if TURNS.fullmatch(name) else ""


def _ends(function: Function, loop: Loop, number: int) -> bool:
    """Whether flags that are set from the block on lead out of the loop."""
    known: dict[str, object] = {}
    seen: set[int] = set()
    while number in loop.blocks and number not in seen:
        seen.add(number)
        block = function.blocks[number]
        for one in block.instructions:
            value = _flag(known, one)
            for name in bound(one):
                known.pop(name, None)
                known.update({name: value.value} if isinstance(value, i.Const) else {})
        match block.terminator:
            case Jump(to=to):
                number = to
            case Test(condition=i.Local(name=name), then=then, orelse=orelse) if name in known:
                number = then if known[name] else orelse
            case _:
                return False
    return number not in loop.blocks


def _flag(known: Mapping[str, object], instruction: i.Instruction) -> i.Const | None:
    """The constant that the instruction makes, from those that are known."""
    match instruction:
        case i.Copy(value=i.Const() as value):
            return value
        case i.Operate(operator="not" | "truth" as operator, operands=(i.Local(name=name),)):
            return i.Const((not known[name]) is (operator == "not")) if name in known else None
        case _:
            return None


def _next(function: Function, number: int) -> tuple[int, ...]:
    """Where control goes from the block without an exception."""
    block = function.blocks[number]
    if isinstance(block.terminator, Raise | Return):
        return ()
    found = successors(block)
    return found if block.handler is None else found[:-1]


def kept(function: Function, head: int, target: str) -> str:
    """The list that a comprehension fills with its items as they are, those that it keeps."""
    loops = [one for one in function.loops if one.kind == "comprehension" and one.head == head]
    found = {
        (one.kind, one.value, one.container)
        for loop in loops
        for number in loop.blocks
        for one in function.blocks[number].instructions
        if isinstance(one, i.Extend)
    }
    match list(found):
        case [("list", i.Local(name=value), i.Local(name=container))] if value == target:
            return container
        case _:
            return ""
