"""The same question, asked again, gets the same answer; candidates that are all the same name."""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.advance import origins_of, sources
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.drained import holds_nothing, is_question
from haltcheck.model.aftermath.failure import TURNS
from haltcheck.model.aftermath.inward import only_computes
from haltcheck.model.aftermath.linear import is_said
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.start import Site, settled
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.turn import leaves
from haltcheck.model.aftermath.value import UNSURE, Known, Listed, Symbol, Unsure, Value, text_of
from haltcheck.model.binding import bound
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact, methods_named
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Test, code_of
from haltcheck.model.slice import reads

_TAKES_NEXT = re.compile(
    r"_*(?:get|fetch|scan|lex|want|eat)?_?(?:byte|char|ch|chunk|event|key|lexeme|line|message|msg"
    r"|packet|symbol|tok|token|word)s?"
)
"""Names of what gives the next one each time, whatever else it is told."""


def _find(site: Site) -> frozenset[Span]:
    """Calls that are handed what the loop moves on, and whose answer its exits ask for."""
    function, loop = site.function, site.loop
    inside = [one for number in sorted(loop.blocks) for one in function.blocks[number].instructions]
    moved = {name for one in inside for name in bound(one) if not name.startswith("$")}
    moved |= {f".{one.name}" for one in inside if isinstance(one, i.SetAttribute)}
    tests = [
        end.condition.name
        for number in loop.blocks
        if isinstance(end := function.blocks[number].terminator, Test)
        and isinstance(end.condition, i.Local)
        and leaves(function, loop, function.blocks[number])
    ]
    asked = sources(origins_of(inside), tests)
    return frozenset(
        one.span
        for one in inside
        if isinstance(one, i.Invocation) and one.target in asked
        if moved & _handed(inside, one) - {one.target}
    )


asking = once(_find)
"""The calls of a loop that may be asked the same again, and tell when it ends."""


def _handed(inside: list[i.Instruction], call: i.Invocation) -> set[str]:
    """The names that the arguments are made of where the loop does not say otherwise."""
    found = {item.value.name for item in call.items if isinstance(item.value, i.Local)}
    pending = [name for name in found if name.startswith("$")]
    while pending:
        name = pending.pop()
        for one in inside:
            if getattr(one, "target", "") == name:
                parts = set(reads(one)) - found
                found |= parts
                pending += [part for part in parts if part.startswith("$")]
                found |= {f".{one.name}"} if isinstance(one, i.GetAttribute) else set()
    return found


def answered(
    context: Context, state: State, call: i.Invocation, receiver: Value, values: list[Value]
) -> Value | None:
    """What something outside answers to what stands still; None for any other call."""
    if context.event not in (Event.SAME, Event.DRAINED):
        return None
    if only_computes(context.resolver, context.function, call):
        return None
    if context.event is Event.DRAINED:
        return _drained(context, state, call, receiver, values)
    texts = [text_of(value) for value in values]
    of_answer = isinstance(receiver, Symbol) and is_said(receiver.text)
    if not all(texts) or not (of_answer or (context.asking and texts)):
        return None
    name = call.name if isinstance(call, i.CallMethod) else call.text
    if not of_answer and _is_moved(call.text or name):
        return None
    whom = text_of(receiver) if isinstance(receiver, Symbol) else ""
    context.returns(call.text, call.span.line)
    if not of_answer:
        # Who is asked may count that; what it says of itself is not known any more.
        state.lost = True
        state.attributes = dict.fromkeys(state.attributes, UNSURE)
    return context.say(state, f"{whom}{'.' if whom else ''}{name}({', '.join(texts)})")


def _drained(
    context: Context, state: State, call: i.Invocation, receiver: Value, values: list[Value]
) -> Value | None:
    """What something outside answers that has nothing more to give; None for any other call."""
    name = call.name if isinstance(call, i.CallMethod) else call.text
    if holds_nothing(context.event, receiver) and name == "get" and len(values) == 2:
        # What is not there is what the code puts in its place.
        return values[1]
    if holds_nothing(context.event, receiver):
        return context.say(state, f"{text_of(receiver)}.{name}()")
    if not is_question(context.event, call.text or name, values):
        return None
    if _TAKES_NEXT.fullmatch(name.rpartition(".")[2]):
        return None
    context.returns(call.text, call.span.line)
    state.met = state.lost = True
    state.attributes = dict.fromkeys(state.attributes, UNSURE)
    return context.say(state, f"{call.text}()")


def asked_of_world(context: Context, state: State, name: str, values: list[Value]) -> Value | None:
    """The same of a function of a library that asks something outside."""
    drained = is_question(context.event, name, values)
    if not drained and (context.event is not Event.SAME or not context.asking or not values):
        return None
    fact, texts = function_fact(name), [text_of(value) for value in values]
    is_world = isinstance(fact, Unlisted) or fact.world
    if not is_world or not (all(texts) or drained) or _is_moved(name):
        return None
    if drained:
        state.met = True
        return context.say(state, f"{name}()")
    return context.say(state, f"{name}({', '.join(texts)})")


def _is_moved(name: str) -> bool:
    """Whether who is asked waits, takes the next item, or only computes."""
    base, _, short = name.rpartition(".")
    if short == "search" and not base.isupper():
        return False
    if _TAKES_NEXT.fullmatch(short):
        return True
    return TURNS.fullmatch(short) is not None or (short != "get" and bool(methods_named(short)))


def alike(context: Context, state: State, pattern: Value, values: list[Value]) -> Value | None:
    """A pattern that is filled in where it has nothing to be filled in: the same each time."""
    if context.event is not Event.ALIKE or not isinstance(pattern, Symbol):
        return None
    if not any(map(_moves_on, values)) or not _is_given(context, pattern.text):
        return None
    if context.decide(Symbol(f"'{{' in {pattern.text}")) is not False:
        return None
    state.met = True
    return pattern


def _moves_on(value: Value) -> bool:
    match value:
        case Unsure() | Known(value=int()):
            return True
        case Listed(values=parts):
            return any(map(_moves_on, parts))
        case _:
            return False


def _is_given(context: Context, text: str) -> bool:
    """Whether it is an argument, or an attribute that holds one of the constructor."""
    base, dot, name = text.rpartition(".")
    begun = context.program.functions.get(context.running[0])
    if not dot:
        if begun is None or context.resolver.bindings(begun).counts.get(name) != 1:
            return False
        return any(one.name == name for one in begun.parameters)
    cls = context.function.in_class or (begun.in_class if begun is not None else None)
    made = function_of(context.program, f"{cls}.__init__")
    if made is None or "." in base or not settled(context.program, name):
        return False
    return name in _kept(made)


def _find_kept(function: Function) -> frozenset[str]:
    """The attributes that hold parameters that are filled in at most, to see whether they can."""
    code = list(code_of(function))
    tried = {one.target for one in code if isinstance(one, i.CallMethod) and fills(one)}
    used = {name for one in code if not _shows(one) for name in reads(one)}
    used |= {name for block in function.blocks for name in reads(block.terminator)}
    used |= {name for one in code if set(reads(one)) & tried for name in reads(one)}
    parameters = {one.name for one in function.parameters} - used
    return frozenset(
        one.name
        for one in code
        if isinstance(one, i.SetAttribute)
        if isinstance(one.value, i.Local) and one.value.name in parameters
    )


_kept = once(_find_kept)


def _shows(one: i.Instruction) -> bool:
    """Whether it stores a value, fills it in or puts it into a text."""
    shown = isinstance(one, i.Operate) and one.operator in ("format", "join")
    return shown or isinstance(one, i.SetAttribute) or fills(one)


def fills(one: i.Instruction) -> bool:
    """Whether it fills in a pattern that is no constant."""
    if isinstance(one, i.CallMethod):
        return one.name == "format" and isinstance(one.object, i.Local) and bool(one.items)
    return False
