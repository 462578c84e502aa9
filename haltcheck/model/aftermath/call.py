"""Calls after the event: reads, functions of the file, known pure ones; all others end the walk."""

from __future__ import annotations

from dataclasses import replace

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.abroad import Callee, one_of
from haltcheck.model.aftermath.builtin import BUILTINS
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.deputy import awaited, deputed, spread
from haltcheck.model.aftermath.elsewhere import elsewhere, new
from haltcheck.model.aftermath.exhausted import taken_next
from haltcheck.model.aftermath.failure import fails, untouched
from haltcheck.model.aftermath.harmless import closes, harmless
from haltcheck.model.aftermath.inflate import inflates, of_nothing
from haltcheck.model.aftermath.item import looked_up
from haltcheck.model.aftermath.limit import polled
from haltcheck.model.aftermath.made import construct
from haltcheck.model.aftermath.matching import unmatched
from haltcheck.model.aftermath.method import ends_with, text_method
from haltcheck.model.aftermath.operate import of_event, spoken
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError, UnfollowedError
from haltcheck.model.aftermath.past import asked_past
from haltcheck.model.aftermath.path import path_call
from haltcheck.model.aftermath.pathlike import made_path, path_method
from haltcheck.model.aftermath.pattern import found_by_pattern, searched
from haltcheck.model.aftermath.pool import adds_nothing
from haltcheck.model.aftermath.renewed import refuse_renewed
from haltcheck.model.aftermath.reply import computed, reply
from haltcheck.model.aftermath.state import State, last_is, mutate
from haltcheck.model.aftermath.stream import EXACT, INCOMPLETE, READS, moves, readiness, reads
from haltcheck.model.aftermath.substitute import substituted
from haltcheck.model.aftermath.undated import refuses
from haltcheck.model.aftermath.unfollowed import run
from haltcheck.model.aftermath.unpacked import UNPACKS, unpacked
from haltcheck.model.aftermath.untaken import may_leave_all, nothing_taken, takes_nothing
from haltcheck.model.aftermath.value import (
    EMPTY,
    READY,
    UNSURE,
    Empty,
    Known,
    Listed,
    Symbol,
    Unsure,
    Value,
    Walker,
    derived,
    is_lazy,
    tainted,
    text_of,
)
from haltcheck.model.aftermath.written import written
from haltcheck.model.calls import Dotted, Resolved
from haltcheck.model.fact import Fact, Unlisted
from haltcheck.model.known import function_fact, methods_named

_NUMBERS = frozenset({"int", "ord"})
_SINKS = frozenset({"write", "writelines", "send", "sendall", "put", "put_nowait", "flush"})
_GROWS = frozenset({"append", "appendleft", "add", "insert", "extend", "update", "setdefault"})
_LOOKS = frozenset({"get", "items", "keys", "values", "count", "copy"})
_LOGS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})
_LOGGERS = frozenset({"log", "logger", "logging", "_log", "_logger", "LOG", "LOGGER"})


def call(
    context: Context, state: State, instruction: i.Call, function: Value, values: list[Value]
) -> Value:
    """``function(items)``; a method that was fetched before is called on its object."""
    resolution = context.resolver.resolve(context.function, instruction)
    answer = polled(context, state, instruction, values)
    if answer is not None:
        return answer
    match resolution:
        case Resolved():
            return _run(context, state, instruction, resolution, values)
        case Dotted(name=name):
            return _dotted(context, state, instruction, name, values)
        case _:
            pass
    if not isinstance(function, Symbol):
        return harmless(context, state, instruction, values)
    made = new(context, state, instruction, function.text, values)
    if made is not None:
        return made
    base, dot, name = function.text.rpartition(".")
    if not dot:
        fails(context, state, function.text.lstrip(":"), None, values)
    if function.text.startswith("::"):
        return _dotted(context, state, instruction, function.text[2:], values)
    if dot:
        values = spread(instruction, values)
        return _method(context, state, instruction, Symbol(base), name, values)
    if takes_nothing(context, state, instruction):
        return nothing_taken(context, instruction)
    if function.text in _SINKS and any(
        p.name == function.text for p in context.function.parameters
    ):
        context.returns(instruction.text, instruction.span.line)
        return UNSURE
    return harmless(context, state, instruction, values)


def call_method(
    context: Context, state: State, instruction: i.CallMethod, receiver: Value, values: list[Value]
) -> Value:
    """``receiver.name(items)``."""
    answer = unmatched(context, state, instruction)
    answer = answer or polled(context, state, instruction, values, receiver)
    if answer is not None:
        return answer
    match context.resolver.resolve(context.function, instruction):
        case Resolved() as resolution:
            return _run(context, state, instruction, resolution, [receiver, *values])
        case Dotted(name=name):
            return _dotted(context, state, instruction, name, values)
        case resolution:
            if isinstance(receiver, Symbol) and inflates(
                context, state, instruction, receiver, instruction.name, values
            ):
                return Known(b"")
            made = new(
                context, state, instruction, f"{text_of(receiver)}.{instruction.name}", values
            )
            if made is not None:
                return made
            found = elsewhere(context, state, instruction, resolution, [receiver, *values])
            if found is not None:
                return found
            return _method(context, state, instruction, receiver, instruction.name, values)


def _run(
    context: Context,
    state: State,
    call: i.Invocation,
    resolution: Resolved,
    values: list[Value],
) -> Value:
    """Steps into the function of the file that runs."""
    function = one_of(context.program, resolution)
    if resolution.constructs:
        made = construct(context, state, call, resolution.constructs, values)
        return made if made is not None else harmless(context, state, call, values)
    if function is None:
        raise UnfollowedError(f"{call.text} is not followed")
    callee = Callee(context.program, function, resolution.open_method)
    return run(context, state, call, callee, values)


def _dotted(
    context: Context, state: State, call: i.Invocation, name: str, values: list[Value]
) -> Value:
    """A function of a known library."""
    if (waited := awaited(context, name, values)) is not None:
        return waited
    if (read := deputed(context, name, values)) is not None:
        return _method(context, state, call, read.stream, read.method, list(read.values))
    fails(context, state, name, None, values)
    refuses(context, state, call, name, values)
    known = computed(context, state, name, values) or path_call(context, state, name, values)
    known = known or made_path(name, values) or searched(name, values)
    known = known or taken_next(context, state, call, name, values)
    if known is not None:
        return known
    if name in BUILTINS and all(one.kind == "positional" for one in call.items):
        found = BUILTINS[name](state, values)
        found = written(context, state, name, values) or found
        return spoken(context, state, found, values) if name in _NUMBERS else found
    if context.event is Event.ERROR and name in ("open", "io.open", "os.open"):
        state.met = True
        raise RaisedError("OSError")
    if name in UNPACKS:
        return unpacked(context, state, call, name, values)
    if name == "select.select":
        return Listed("tuple", (READY, UNSURE, UNSURE))
    told = substituted(context, state, call, values[0], name, values[1:]) if values else None
    if told is not None:
        return told
    fact = function_fact(name)
    if may_leave_all(name, fact, values) and takes_nothing(context, state, call):
        return nothing_taken(context, call)
    if isinstance(fact, Unlisted):
        given = elsewhere(context, state, call, Dotted(name), values)
        if given is not None:
            return given
        module, _, short = name.rpartition(".")
        if module in _LOGGERS and short in _LOGS:
            return Known(None)
        return harmless(context, state, call, values)
    return _by_fact(context, state, call, name, fact, values)


def _by_fact(
    context: Context, state: State, call: i.Invocation, name: str, fact: Fact, values: list[Value]
) -> Value:
    if fact.at_end and context.ended:
        state.met = True
        if fact.at_end == "raises EOFError":
            raise RaisedError("EOFError")
        return {"b''": Known(b""), "''": Known(""), "0": Known(0)}.get(fact.at_end, UNSURE)
    if len(values) == 1 and isinstance(values[0], Walker) and is_lazy(values[0]):
        return derived(f"{name}({{}})", values[0].over)
    consumes = fact.consumes and not (values and is_lazy(values[0]))
    if fact.waits or fact.never_returns or consumes or fact.calls:
        raise LeavesError(f"{name} waits, ends or takes something")
    if fact.writes != "nothing":
        raise LeavesError(f"{name} changes something")
    # A pattern may be refused, but no text that is searched.
    refused = values[:1] if name.startswith("re.") else values
    if fact.raises and any(of_event(context, value) for value in refused):
        raise LeavesError(f"{name} may raise on what was read")
    if fact.pure and not fact.world:
        if context.event is Event.NEVER:
            return UNSURE
        return derived(f"{name}({', '.join(['{}'] * len(values))})", *values)
    if fact.world and name.startswith("os.path."):
        return derived(f"{name}({', '.join(['{}'] * len(values))})", *values)
    del call
    return UNSURE


def _method(
    context: Context,
    state: State,
    call: i.Invocation,
    receiver: Value,
    name: str,
    values: list[Value],
) -> Value:
    """A method of an object of whatever kind."""
    if (read := deputed(context, name, values)) is not None:
        receiver, name, values = read.stream, read.method, list(read.values)
    fails(context, state, name, receiver, values)
    if isinstance(receiver, Known | Empty):
        return text_method(receiver, name, values)
    if not isinstance(receiver, Symbol):
        return _of_something(context, state, call, receiver, name, values)
    rooted = path_method(receiver, name, values)
    if rooted is not None:
        return rooted
    found = _supposed(context, state, call, receiver, name, values)
    if not isinstance(found, Unsure):
        return found
    if name in ("unpack", "unpack_from"):
        # The method of a ``struct.Struct``, whose format stands elsewhere.
        layout = context.layout(receiver.text)
        told = Known(layout) if layout else receiver
        return unpacked(context, state, call, f"struct.{name}", [told, *values])
    if name in EXACT and context.ended:
        state.met = True
        raise RaisedError(INCOMPLETE)
    if (ready := readiness(context, state, receiver, name)) is not None:
        return ready
    if name in READS or name in ("seek", "tell"):
        return _of_stream(context, state, call, receiver, name, values)
    past = asked_past(context, state, receiver, name, values)
    if past is not None:
        return past
    heedless = _heedless(context, state, call, receiver, name, values)
    if heedless is not None:
        return heedless
    if context.event is Event.DATA and name == "get" and len(values) == 1:
        return looked_up(context, state, receiver, values[0], "{}.get({})")
    if name in ("find", "rfind") and values and context.lacks(values[0]):
        return _missing(context, state, receiver, name, values)
    if not methods_named(name):
        return harmless(context, state, call, values, receiver)
    by_pattern = substituted(context, state, call, receiver, name, values)
    return by_pattern or _pure_method(state, receiver, name, values)


def _missing(
    context: Context, state: State, receiver: Symbol, name: str, values: list[Value]
) -> Value:
    """What looking for a separator gives that the data lack."""
    if ends_with(context.function, receiver.text, values[0]):
        # The code itself put it there.
        return UNSURE
    state.met = True
    found = _pure_method(state, receiver, name, values)
    return Known(-1) if isinstance(found, Symbol) else UNSURE


def _of_something(
    context: Context,
    state: State,
    call: i.Invocation,
    receiver: Value,
    name: str,
    values: list[Value],
) -> Value:
    """A method of an object of which nothing is known; at their end all streams are alike."""
    if context.ended and name in EXACT:
        state.met = True
        raise RaisedError(INCOMPLETE)
    if context.ended and name in READS and not name.endswith("into"):
        if isinstance(call, i.CallMethod):
            refuse_renewed(context, call.object)
        state.met = True
        return Known(b"") if name == "recv" else EMPTY
    if name in _GROWS:
        mutate(context.fresh, state, receiver)
        return UNSURE
    if _is_quiet(name) and not any(of_event(context, value) for value in values):
        context.returns(call.text, call.span.line)
        return UNSURE
    return harmless(context, state, call, values, receiver)


def _heedless(
    context: Context,
    state: State,
    call: i.Invocation,
    receiver: Symbol,
    name: str,
    values: list[Value],
) -> Value | None:
    """What is written, stored or logged; None for any other method."""
    if context.event is Event.IDLE and name in _SINKS:
        raise LeavesError("it serves somebody")
    if name in _SINKS or closes(context, call.text):
        context.returns(call.text, call.span.line)
        return UNSURE
    if name in _GROWS:
        if not adds_nothing(context, state, name, values):
            mutate(context.fresh, state, receiver)
            last_is(state, receiver, name, values)
        return UNSURE
    if name in _LOOKS and receiver.text in context.fresh:
        return UNSURE
    if name == "get" and receiver.text.startswith("::") and receiver.text[2:].isupper():
        # A table of the module, by the way it is written.
        return UNSURE
    if name in _LOGS and receiver.text.rpartition(".")[2].lstrip(":") in _LOGGERS:
        return Known(None)
    return None


def _is_quiet(name: str) -> bool:
    """Whether the library knows methods of this name, and none does more than to compute."""
    known = methods_named(name).values()
    return bool(known) and all(
        fact.writes == "nothing" and not (fact.waits or fact.calls or fact.consumes or fact.world)
        for fact in known
    )


def _of_stream(
    context: Context,
    state: State,
    call: i.Invocation,
    receiver: Symbol,
    name: str,
    values: list[Value],
) -> Value:
    if context.event is Event.IDLE:
        raise LeavesError("what is read moves on")
    if name in READS:
        return reads(context, state, call, receiver, name, values)
    return moves(context, state, receiver, name, values)


def _supposed(
    context: Context,
    state: State,
    call: i.Invocation,
    receiver: Symbol,
    name: str,
    values: list[Value],
) -> Value:
    """What the event makes of the method; unsure where it makes nothing."""
    if takes_nothing(context, state, call):
        return nothing_taken(context, call)
    found = reply(context, state, call, receiver, name, values)
    found = found or found_by_pattern(context, state, receiver, name, values)
    if not isinstance(found, Unsure):
        return found
    if inflates(context, state, call, receiver, name, values):
        return Known(b"")
    if of_nothing(context, receiver, name, values):
        return EMPTY
    if context.event is Event.ERROR and untouched(context, state, receiver, name, values):
        return receiver
    return UNSURE


def _pure_method(state: State, receiver: Symbol, name: str, values: list[Value]) -> Value:
    """A method that only computes, whatever kind of the library its object is of."""
    known = methods_named(name)
    if not _is_quiet(name):
        raise UnfollowedError(f"nobody knows {receiver.text}.{name}")
    if any(tainted(value) for value in values) and name not in ("get", "startswith", "endswith"):
        raise LeavesError(f"{name} may raise on what was read")
    if state.changed(receiver.text) or not any(fact.pure for fact in known.values()):
        return UNSURE
    found = derived("{}." + name + f"({', '.join(['{}'] * len(values))})", receiver, *values)
    splits = name in ("split", "rsplit") and len(values) == 1 and isinstance(values[0], Known)
    return replace(found, filled=True) if splits and isinstance(found, Symbol) else found
