"""``match``: patterns become tests; names are bound once a whole pattern has matched."""

from __future__ import annotations

from haltcheck.basis.span import Span
from haltcheck.frontend import statement as s
from haltcheck.frontend.expression import Constant, Gap, Name
from haltcheck.model.instruction import (
    Call,
    Const,
    Copy,
    GetItem,
    Item,
    LoadGlobal,
    Operand,
    Operate,
    Unpack,
)
from haltcheck.model.lower_expression import SINGLETONS, hole
from haltcheck.model.lower_function import Form, Lowering
from haltcheck.model.lower_graph import Draft

Captures = dict[str, Operand]


def _match(low: Lowering, statement: s.Match) -> None:
    subject = low.copied(statement.span, low.value(statement.subject))
    done = low.label()
    for case in statement.cases:
        after = low.label()
        captures: Captures = {}
        _pattern(low, case.pattern, subject, after, captures)
        certain = set(low.certain)
        for name, value in captures.items():
            low.store(case.span, name, value)
        if case.guard is not None:
            body = low.label()
            low.branch(case.guard, body, after)
            low.place(body)
        low.run(case.body)
        low.certain = certain
        low.jump(done)
        low.place(after)
    low.jump(done)
    low.place(done)


def _pattern(
    low: Lowering, pattern: s.Pattern, subject: Operand, fail: Draft, captures: Captures
) -> None:
    """Goes to ``fail`` unless the subject matches; what is bound then is in ``captures``."""
    match pattern:
        case s.ValuePattern(span, value):
            operator = "==" if not _is_singleton(value) else "is"
            _require(low, span, operator, (subject, low.value(value)), fail)
        case s.CapturePattern(_, name, inner):
            if inner is not None:
                _pattern(low, inner, subject, fail, captures)
            if name is not None:
                captures[name] = subject
        case s.SequencePattern():
            _sequence(low, pattern, subject, fail, captures)
        case s.MappingPattern():
            _mapping(low, pattern, subject, fail, captures)
        case s.ClassPattern():
            _class(low, pattern, subject, fail, captures)
        case s.EitherPattern():
            _either(low, pattern, subject, fail, captures)


def _is_singleton(value: object) -> bool:
    if type(value) is Name:
        return value.id in SINGLETONS
    return type(value) is Constant and (value.value is None or type(value.value) is bool)


def _require(
    low: Lowering, span: Span, operator: str, operands: tuple[Operand, ...], fail: Draft
) -> None:
    test, after = low.fresh(), low.label()
    low.emit(Operate(span, test, operator, operands))
    low.test(span, low.local(test), after, fail)
    low.place(after)


def _sequence(
    low: Lowering, pattern: s.SequencePattern, subject: Operand, fail: Draft, captures: Captures
) -> None:
    span, count = pattern.span, len(pattern.items)
    _require(low, span, "is sequence", (subject,), fail)
    least = count if pattern.star < 0 else count - 1
    operator = "==" if pattern.star < 0 else ">="
    if least or pattern.star < 0:
        _require(low, span, operator, (_length(low, span, subject), Const(least)), fail)
    names = tuple([low.fresh() for _ in pattern.items])
    if names:
        low.emit(Unpack(span, names, subject, pattern.star))
    for name, item in zip(names, pattern.items, strict=True):
        _pattern(low, item, low.local(name), fail, captures)


def _length(low: Lowering, span: Span, subject: Operand) -> Operand:
    if "len" in low.unit.contents.global_writes:
        return hole(low, span, Gap(span, "match", "`len` is rebound in this file"), ())
    function, result = low.fresh(), low.fresh()
    low.emit(LoadGlobal(span, function, "len"))
    low.emit(Call(span, result, low.local(function), (Item("positional", subject),), "len"))
    return low.local(result)


def _mapping(
    low: Lowering, pattern: s.MappingPattern, subject: Operand, fail: Draft, captures: Captures
) -> None:
    span = pattern.span
    _require(low, span, "is mapping", (subject,), fail)
    keys = low.many([key for key, _ in pattern.items])
    if keys:
        _require(low, span, "has keys", (subject, *keys), fail)
    for key, (_, inner) in zip(keys, pattern.items, strict=True):
        value = low.fresh()
        low.emit(GetItem(span, value, subject, key))
        _pattern(low, inner, low.local(value), fail, captures)
    if pattern.rest is not None:
        rest = low.fresh()
        low.emit(Operate(span, rest, "rest of mapping", (subject, *keys)))
        captures[pattern.rest] = low.local(rest)


def _class(
    low: Lowering, pattern: s.ClassPattern, subject: Operand, fail: Draft, captures: Captures
) -> None:
    span = pattern.span
    cls = low.value(pattern.cls)
    names = tuple([Const(name) for name, _ in pattern.keywords])
    found = low.fresh()
    operands = (subject, cls, Const(len(pattern.positional)), *names)
    low.emit(Operate(span, found, "match class", operands))
    _require(low, span, "is not", (low.local(found), Const(None)), fail)
    inner = [*pattern.positional, *[part for _, part in pattern.keywords]]
    parts = tuple([low.fresh() for _ in inner])
    if parts:
        low.emit(Unpack(span, parts, low.local(found), -1))
    for part, sub in zip(parts, inner, strict=True):
        _pattern(low, sub, low.local(part), fail, captures)


def _either(
    low: Lowering, pattern: s.EitherPattern, subject: Operand, fail: Draft, captures: Captures
) -> None:
    """The alternatives bind the same names: each puts its values into common temporaries."""
    done = low.label()
    common: dict[str, str] = {}
    last = len(pattern.alternatives) - 1
    for index, alternative in enumerate(pattern.alternatives):
        after = low.label() if index < last else fail
        own: Captures = {}
        _pattern(low, alternative, subject, after, own)
        for name, value in own.items():
            target = common.setdefault(name, low.fresh())
            low.emit(Copy(pattern.span, target, value))
        low.jump(done)
        if index < last:
            low.place(after)
    low.place(done)
    captures.update({name: low.local(target) for name, target in common.items()})


FORMS: dict[type, Form] = {s.Match: _match}
