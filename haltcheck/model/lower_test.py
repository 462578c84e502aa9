"""Conditions become branches: ``and``, ``or``, ``not`` and chains make no values."""

from __future__ import annotations

from haltcheck.frontend import expression as e
from haltcheck.model.lower_expression import SINGLETONS, chain
from haltcheck.model.lower_function import Form, Lowering
from haltcheck.model.lower_graph import Draft


def _constant(low: Lowering, x: e.Constant, then: Draft, orelse: Draft) -> None:
    low.jump(then if x.value else orelse)


def _name(low: Lowering, x: e.Name, then: Draft, orelse: Draft) -> None:
    if x.id in SINGLETONS:
        low.jump(then if SINGLETONS[x.id] else orelse)
    else:
        low.test(x.span, low.value(x), then, orelse)


def _unary(low: Lowering, x: e.Unary, then: Draft, orelse: Draft) -> None:
    if x.operator == "not":
        low.branch(x.operand, orelse, then)
    else:
        low.test(x.span, low.value(x), then, orelse)


def _logical(low: Lowering, x: e.Logical, then: Draft, orelse: Draft) -> None:
    for value in x.values[:-1]:
        after = low.label()
        if x.operator == "and":
            low.branch(value, after, orelse)
        else:
            low.branch(value, then, after)
        low.place(after)
    low.branch(x.values[-1], then, orelse)


def _conditional(low: Lowering, x: e.Conditional, then: Draft, orelse: Draft) -> None:
    body, other = low.label(), low.label()
    low.branch(x.test, body, other)
    low.place(body)
    low.branch(x.body, then, orelse)
    low.place(other)
    low.branch(x.orelse, then, orelse)


def _comparison(low: Lowering, x: e.Comparison, then: Draft, orelse: Draft) -> None:
    if len(x.rest) == 1:
        low.test(x.span, low.value(x), then, orelse)
        return
    made: list[str] = []

    def target(_: bool) -> str:
        made.append(low.fresh())
        return made[-1]

    def go_on(is_last: bool) -> None:
        after = then if is_last else low.label()
        low.test(x.span, low.local(made[-1]), after, orelse)
        if not is_last:
            low.place(after)

    chain(low, x, target, go_on)


FORMS: dict[type, Form] = {
    e.Constant: _constant,
    e.Name: _name,
    e.Unary: _unary,
    e.Logical: _logical,
    e.Conditional: _conditional,
    e.Comparison: _comparison,
}
