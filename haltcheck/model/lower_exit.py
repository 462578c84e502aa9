"""Ways out: ``return``, ``break``, ``raise``, and what ``try`` and ``with`` do on the way.

A ``finally`` suite is lowered once. Each way into it notes in ``$pending`` how to go on and in
``$value`` with what; a dispatch behind it goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from haltcheck.basis.span import Span
from haltcheck.frontend import expression as e
from haltcheck.frontend import statement as s
from haltcheck.model.instruction import (
    Const,
    Copy,
    EnterContext,
    ExitContext,
    Operand,
    Operate,
)
from haltcheck.model.lower_expression import hole
from haltcheck.model.lower_function import Form, Lowering
from haltcheck.model.lower_graph import Draft
from haltcheck.model.program import Raise, Return


@dataclass(slots=True, eq=False)
class LoopFrame:
    head: Draft
    done: Draft


@dataclass(slots=True, eq=False)
class ContextFrame:
    """``handler`` and ``caught`` hold outside of the ``with``."""

    span: Span
    manager: Operand
    is_async: bool
    handler: int | None
    caught: str


@dataclass(slots=True, eq=False)
class NameFrame:
    """``except ... as name`` unbinds its name however it is left."""

    span: Span
    name: str
    handler: int | None
    caught: str


@dataclass(slots=True, eq=False)
class FinallyFrame:
    label: Draft
    pending: str
    value: str
    ways: list[str] = field(default_factory=list)


Frame = LoopFrame | ContextFrame | NameFrame | FinallyFrame

_CODES = {"normal": 0, "raise": 1, "return": 2, "break": 3, "continue": 4}


def _leave(low: Lowering, statement: s.Leave) -> None:
    if statement.kind == "raise":
        _raise(low, statement)
        return
    value: Operand = Const(None)
    if statement.kind == "return" and statement.value is not None:
        value = low.value(statement.value)
        if any(type(frame) is not LoopFrame for frame in low.frames):
            value = low.copied(statement.span, value)
    go(low, statement.span, statement.kind, value)


def _raise(low: Lowering, statement: s.Leave) -> None:
    if statement.value is None:
        _again(low, statement.span)
    elif statement.cause is None:
        low.finish(Raise(statement.span, low.value(statement.value)))
    else:
        raised, cause = low.many((statement.value, statement.cause))
        low.finish(Raise(statement.span, raised, cause))


def _again(low: Lowering, span: Span) -> None:
    """A bare ``raise``: what the innermost handler handles, or a ``finally`` suite has pending."""
    for handled in reversed(low.handling):
        if isinstance(handled, str):
            low.throw(span, low.local(handled))
            return
        pending, after = low.label(), low.label()
        test = _is_pending(low, span, handled, "raise")
        low.test(span, test, pending, after)
        low.place(pending)
        low.throw(span, low.local(handled.value))
        low.place(after)
    low.finish(Raise(span, None))


def _is_pending(low: Lowering, span: Span, frame: FinallyFrame, way: str) -> Operand:
    test = low.fresh()
    low.emit(Operate(span, test, "==", (low.local(frame.pending), Const(_CODES[way]))))
    return low.local(test)


def go(low: Lowering, span: Span, kind: str, value: Operand) -> None:
    """Leaves by ``kind`` from here: out of each frame in turn, until one takes over."""
    handler, caught = low.handler, low.caught
    for frame in reversed(low.frames):
        match frame:
            case LoopFrame(head, done):
                if kind != "return":
                    low.jump(head if kind == "continue" else done)
                    break
            case ContextFrame():
                low.protect(frame.handler, frame.caught)
                _exit(low, frame)
            case NameFrame():
                low.protect(frame.handler, frame.caught)
                _forget(low, frame)
            case FinallyFrame():
                _enter(low, span, frame, kind, value)
                break
    else:
        low.finish(Return(span, value))
    low.handler, low.caught = handler, caught


def _exit(low: Lowering, frame: ContextFrame) -> None:
    """The normal exit of a context."""
    nothing = Const(None)
    low.emit(ExitContext(frame.span, low.fresh(), frame.manager, nothing, frame.is_async))


def _forget(low: Lowering, frame: NameFrame) -> None:
    low.store(frame.span, frame.name, Const(None))
    low.unbind(frame.span, frame.name)


def _enter(low: Lowering, span: Span, frame: FinallyFrame, kind: str, value: Operand) -> None:
    """Goes into a ``finally`` suite, to go on by ``kind`` after it."""
    if low.current.reached and kind not in frame.ways:
        frame.ways.append(kind)
    low.emit(Copy(span, frame.pending, Const(_CODES[kind])))
    if kind == "return":
        low.emit(Copy(span, frame.value, value))
    low.jump(frame.label)


def _try(low: Lowering, statement: s.Try) -> None:
    if not statement.final:
        _guarded(low, statement)
        return
    final, error = low.label(), low.label()
    mark = low.number()
    frame = FinallyFrame(final, f"$pending{mark}", f"$value{mark}")
    handler, caught, certain = low.handler, low.caught, set(low.certain)
    low.frames.append(frame)
    low.protect(error.id, frame.value)
    if statement.handlers:
        _guarded(low, statement)
    else:
        low.run(statement.body)
    _enter(low, statement.span, frame, "normal", Const(None))
    low.frames.pop()
    low.handler, low.caught, low.certain = handler, caught, certain
    low.place(error)
    _enter(low, statement.span, frame, "raise", low.local(frame.value))
    low.place(final)
    low.handling.append(frame)
    low.run(statement.final)
    low.handling.pop()
    _dispatch(low, statement.span, frame)


def _dispatch(low: Lowering, span: Span, frame: FinallyFrame) -> None:
    """Behind a ``finally`` suite: goes on as was noted on the way in."""
    done = low.label()
    ways = sorted(frame.ways, key=_CODES.__getitem__)
    for index, way in enumerate(ways):
        after = low.label()
        if index < len(ways) - 1:
            taken = low.label()
            low.test(span, _is_pending(low, span, frame, way), taken, after)
            low.place(taken)
        if way == "normal":
            low.jump(done)
        elif way == "raise":
            low.throw(span, low.local(frame.value))
        else:
            go(low, span, way, low.local(frame.value))
        low.place(after)
    low.place(done)


def _guarded(low: Lowering, statement: s.Try) -> None:
    """``try`` with handlers; they are tried in order, and what none takes is raised again."""
    handler, done = low.label(), low.label()
    caught = f"$error{low.number()}"
    outer, outer_caught = low.handler, low.caught
    certain = set(low.certain)
    low.protect(handler.id, caught)
    low.run(statement.body)
    low.protect(outer, outer_caught)
    low.run(statement.orelse)
    low.jump(done)
    low.certain = set(certain)
    low.place(handler)
    if statement.is_group:
        _group(low, statement, caught, done)
    else:
        for branch in statement.handlers:
            _handler(low, branch, caught, done)
        low.throw(statement.span, low.local(caught))
    low.certain = certain
    low.place(done)


def _handler(low: Lowering, handler: s.Handler, caught: str, done: Draft) -> None:
    after = low.label()
    if handler.test is not None:
        body, test = low.label(), low.fresh()
        cls = low.value(handler.test)
        low.emit(Operate(handler.span, test, "catches", (low.local(caught), cls)))
        low.test(handler.span, low.local(test), body, after)
        low.place(body)
    low.handling.append(caught)
    if handler.name is None:
        low.suite(handler.body)
    else:
        low.store(handler.span, handler.name, low.local(caught))
        _named(low, handler, handler.name)
    low.handling.pop()
    low.jump(done)
    low.place(after)


def _named(low: Lowering, handler: s.Handler, name: str) -> None:
    """The body of ``except ... as name``; an exception in it unbinds the name as well."""
    outer, outer_caught = low.handler, low.caught
    frame = NameFrame(handler.span, name, outer, outer_caught)
    low.frames.append(frame)
    cleanup = low.label()
    again = f"$error{low.number()}"
    if outer is not None:
        low.protect(cleanup.id, again)
    low.suite(handler.body)
    low.frames.pop()
    if outer is None:
        _forget(low, frame)
        return
    low.protect(outer, outer_caught)
    _forget(low, frame)
    done = low.label()
    low.jump(done)
    low.place(cleanup)
    _forget(low, frame)
    low.throw(handler.span, low.local(again))
    low.place(done)


def _group(low: Lowering, statement: s.Try, caught: str, done: Draft) -> None:
    """``except*``: any of its handlers may run, in order; then it may raise or go on."""
    gap = e.Gap(statement.span, "except*", "how a group is split is not modelled")
    low.unit.gaps.append(gap)
    for handler in statement.handlers:
        body, after = low.label(), low.label()
        if handler.test is not None:
            low.value(handler.test)
        chosen = hole(low, handler.span, gap, ())
        low.test(handler.span, chosen, body, after)
        low.place(body)
        if handler.name is not None:
            low.store(handler.span, handler.name, hole(low, handler.span, gap, ()))
            _named(low, handler, handler.name)
        else:
            low.suite(handler.body)
        low.jump(after)
        low.place(after)
    again = low.label()
    low.test(statement.span, hole(low, statement.span, gap, ()), again, done)
    low.place(again)
    low.throw(statement.span, low.local(caught))


def _with(low: Lowering, statement: s.With) -> None:
    _context(low, statement, 0)


def _context(low: Lowering, statement: s.With, index: int) -> None:
    """One item of a ``with``; the further ones nest in it."""
    if index == len(statement.items):
        low.run(statement.body)
        return
    context, target = statement.items[index]
    span, is_async = context.span, statement.is_async
    manager = low.copied(span, low.value(context))
    entered = low.fresh()
    low.emit(EnterContext(span, entered, manager, is_async))
    frame = ContextFrame(span, manager, is_async, low.handler, low.caught)
    error, done, again = low.label(), low.label(), low.label()
    caught = low.local(f"$error{low.number()}")
    certain = set(low.certain)
    low.frames.append(frame)
    low.protect(error.id, caught.name)
    if target is not None:
        low.assign(target, low.local(entered))
    _context(low, statement, index + 1)
    low.frames.pop()
    low.protect(frame.handler, frame.caught)
    _exit(low, frame)
    low.jump(done)
    low.place(error)
    suppressed = low.fresh()
    low.emit(ExitContext(span, suppressed, manager, caught, is_async))
    low.test(span, low.local(suppressed), done, again)
    low.place(again)
    low.throw(span, caught)
    low.certain = certain
    low.place(done)


FORMS: dict[type, Form] = {s.Leave: _leave, s.Try: _try, s.With: _with}
