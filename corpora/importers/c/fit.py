"""Refuses what C does with widths and signs and Python's integers do not."""

from __future__ import annotations

from corpora.importers.c.guarded import Guarded
from corpora.importers.c.kind import BOOL, Kind, within
from corpora.importers.c.span import Spans, arithmetic, assigned
from corpora.importers.c.tree import (
    Array,
    Assign,
    Binary,
    Convert,
    Declare,
    Expression,
    Function,
    Program,
    Unary,
    all_nodes,
    expressions,
    nodes,
    statements,
)
from corpora.refusal import RefusedError


def check(program: Program, spans: Spans) -> None:
    """Every conversion keeps the value, and no unsigned result leaves its type at the bottom.

    Overflow at the top is left to the reader: signed overflow is undefined, and unsigned types
    that are wide enough do not reach it. Raises RefusedError.
    """
    for declared in program.globals:
        for whole in expressions(declared):
            for node in nodes(whole):
                _node(node, spans, set())
    for function in program.functions:
        safe = Guarded(function, spans).safe
        for node in all_nodes(function.body):
            _node(node, spans, safe)
        _lengths(function)


def _node(node: Expression, spans: Spans, safe: set[int]) -> None:
    is_safe = id(node) in safe
    match node:
        case Convert(kind=Kind() as kind, operand=operand):
            _conversion(operand, kind, spans, is_safe=is_safe)
        case Binary(operator=operator, left=left, right=right, kind=kind):
            if isinstance(kind, Kind) and not (operator == "-" and is_safe):
                _unsigned(operator, left, right, kind, spans, node.line)
        case Unary(operator=operator, kind=Kind(signed=False)) if operator in ("-", "~"):
            raise RefusedError(f"{operator} of an unsigned value", node.line)
        case Assign(target=target, inner=inner, operator=operator, value=value):
            if operator:
                whole = assigned(node)
                if isinstance(whole, Binary):
                    if isinstance(whole.left, Convert):
                        _conversion(target, inner, spans)
                    if not is_safe:
                        _unsigned(operator, whole.left, value, inner, spans, node.line)
                if isinstance(target.kind, Kind) and target.kind != whole.kind:
                    _conversion(whole, target.kind, spans)


def _conversion(value: Expression, kind: Kind, spans: Spans, *, is_safe: bool = False) -> None:
    if kind == BOOL:
        return
    span = spans.of(value)
    if is_safe:
        span = (max(span[0], 0), span[1])
    if within(span, kind):
        return
    was = value.kind
    assert isinstance(was, Kind)
    if span[0] < 0 and not kind.signed:
        raise RefusedError(
            f"a value that may be negative becomes {kind.name} (unsigned)", value.line
        )
    raise RefusedError(f"{was.name} becomes {kind.name}, which is too narrow", value.line)


def _unsigned(
    operator: str, left: Expression, right: Expression, kind: Kind, spans: Spans, line: int
) -> None:
    if kind.signed:
        return
    found = arithmetic(operator, spans.of(left), spans.of(right), kind)
    if operator == "-" and found[0] < 0:
        raise RefusedError("an unsigned subtraction may pass below zero", line)
    if operator == "+" and found[0] > kind.span[1] // 2:
        # x + 4294967295U is how some tools write x - 1.
        raise RefusedError("an unsigned sum that wraps", line)
    if operator == "<<" and not within(found, kind):
        raise RefusedError("an unsigned shift may lose bits", line)


def _lengths(function: Function) -> None:
    for statement in statements(function.body):
        if isinstance(statement, Declare):
            kind = statement.variable.kind
            if isinstance(kind, Array) and kind.length is None:
                raise RefusedError("an array without a length", statement.line)
