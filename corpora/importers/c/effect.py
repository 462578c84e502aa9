"""What expressions of C do beside their value, as statements of Python."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from corpora.importers.c import python as py
from corpora.importers.c.kind import BOOL, INT, LONG, Kind
from corpora.importers.c.names import NONDET
from corpora.importers.c.span import assigned as written
from corpora.importers.c.tree import (
    Ask,
    Assign,
    Binary,
    Call,
    Choice,
    Comma,
    Convert,
    Demand,
    Expression,
    Item,
    Logic,
    Mark,
    Read,
    nodes,
)

if TYPE_CHECKING:
    from corpora.importers.c.value import Values

_UPDATES = ("+", "-", "*", "&", "|", "^", "<<", ">>")


def effect(values: Values, node: Expression) -> None:
    """Writes an expression whose value nobody reads."""
    match node:
        case Assign():
            assign(values, node)
        case Comma(first=first, second=second):
            effect(values, first)
            effect(values, second)
        case Convert(operand=operand):
            effect(values, operand)
        case Logic(operator=operator, left=left, right=right):
            done, _ = values.aside(lambda: effect(values, right))
            condition = values.condition(left) if done else None
            if condition is None:
                effect(values, left)
            else:
                chosen = condition if operator == "&&" else py.opposite(condition)
                values.done += py.when(chosen, done)
        case Choice(condition=question, then=then, other=other):
            first_done, _ = values.aside(lambda: effect(values, then))
            other_done, _ = values.aside(lambda: effect(values, other))
            if first_done or other_done:
                values.done += py.when(values.condition(question), first_done, other_done)
            else:
                effect(values, question)
        case Demand(condition=wanted, claim=claim):
            _demand(values, wanted, claim=claim)
        case Call():
            values.done.append(ast.Expr(invoke(values, node)))
        case Mark(name=name, arguments=arguments):
            given = [values.value(one) for one in arguments]
            values.done.append(ast.Expr(py.call(name, *given)))
        case _:
            # Of the rest only what it does counts.
            if any(
                isinstance(one, Assign | Call | Demand) or _answered(one) for one in nodes(node)
            ):
                values.done.append(ast.Expr(values.value(node)))


def _answered(node: Expression) -> bool:
    return isinstance(node, Ask) and node.input is None


def _demand(values: Values, condition: Expression | None, *, claim: bool) -> None:
    if condition is None:
        values.done.append(py.leave())
        return
    wanted = values.condition(condition)
    if isinstance(wanted, ast.Constant) and wanted.value:
        return
    if claim:
        values.done.append(ast.Assert(wanted, None))
    else:
        values.done += py.when(py.opposite(wanted), [values.halt])


def assign(values: Values, node: Assign, *, is_read: bool = False) -> ast.expr:
    """Writes an assignment; what it wrote to comes back, to be read again if ``is_read``."""
    if isinstance(node.value, Ask) and node.value.input and node.value.input.variable:
        return values.value(node.target)
    target = _place(values, node.target, (Call, Ask, Item) if is_read else (Call, Ask))
    value = values.value(node.value)
    if not node.operator:
        values.done.append(py.assign(target, value))
    elif node.operator in _UPDATES and node.target.kind != BOOL:
        values.done.append(py.update(target, node.operator, value))
    else:
        whole = written(node)
        assert isinstance(whole, Binary)
        result = values.combined(node.operator, target, value, whole.left, whole.right)
        if node.target.kind == BOOL:
            result = py.comparison("!=", result, py.number(0))
        values.done.append(py.assign(target, result))
    return target


def assigned(values: Values, node: Assign) -> ast.expr:
    """Writes an assignment and gives its value."""
    target = assign(values, node, is_read=True)
    if not node.old:
        return target
    return py.binary("-" if node.operator == "+" else "+", target, py.number(1))


def _place(values: Values, target: Read | Item, kept_of: tuple[type, ...]) -> ast.expr:
    """What is written; indices with such parts are kept, for they must not be worked out twice."""
    if isinstance(target, Read):
        return values.value(target)
    array = _place(values, target.array, kept_of) if isinstance(target.array, Item) else None
    index = values.value(target.index)
    if any(isinstance(one, kept_of) for one in nodes(target.index)):
        kept = py.name(values.names.give("index"))
        values.done.append(py.assign(kept, index))
        index = kept
    return py.item(array or values.value(target.array), index)


def invoke(values: Values, node: Call) -> ast.expr:
    """A call with all that the function needs."""
    given = _arguments(values, node.arguments)
    given += [py.name(one.python) for one in node.function.passed]
    if node.function.asks:
        given.append(py.name(NONDET))
    return py.call(node.function.python, *given)


def _arguments(values: Values, arguments: list[Expression]) -> list[ast.expr]:
    """The arguments; where several of them call functions, gcc begins with the last one."""
    calling = [any(isinstance(one, Call) for one in nodes(whole)) for whole in arguments]
    given: list[ast.expr] = []
    for place in reversed(range(len(arguments))):
        value = values.value(arguments[place])
        if calling[place] and any(calling[:place]):
            kept = py.name(values.names.give("argument"))
            values.done.append(py.assign(kept, value))
            value = kept
        given.insert(0, value)
    return given


def ask(node: Ask) -> ast.expr:
    """A value from outside."""
    assert isinstance(node.kind, Kind)
    if node.input is not None:
        return py.name(node.input.python)
    return answer(node.kind)


def answer(kind: Kind) -> ast.expr:
    """Any value of a type, by the leave of whoever answers; what fits the type stays as it is."""
    told = py.call(NONDET)
    if kind in (INT, LONG):
        return told
    if kind == BOOL:
        return py.comparison("!=", told, py.number(0))
    low, high = kind.span
    if low == 0:
        return py.binary("%", told, py.number(high + 1))
    shifted = py.binary("%", py.binary("-", told, py.number(low)), py.number(high - low + 1))
    return py.binary("+", shifted, py.number(low))
