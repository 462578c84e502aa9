"""Operators: unary, binary, comparisons, ``and`` and ``or``, ``a if b else c``."""

from collections.abc import Mapping
from typing import Any

import libcst as cst

from haltcheck.frontend.expression import (
    Binary,
    Comparison,
    Conditional,
    Expression,
    Logical,
    Unary,
)
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader

UNARY: dict[type, str] = {cst.Minus: "-", cst.Plus: "+", cst.BitInvert: "~", cst.Not: "not"}
BINARY: dict[type, str] = {
    cst.Add: "+",
    cst.Subtract: "-",
    cst.Multiply: "*",
    cst.Divide: "/",
    cst.FloorDivide: "//",
    cst.Modulo: "%",
    cst.Power: "**",
    cst.LeftShift: "<<",
    cst.RightShift: ">>",
    cst.BitAnd: "&",
    cst.BitOr: "|",
    cst.BitXor: "^",
    cst.MatrixMultiply: "@",
}
COMPARING: dict[type, str] = {
    cst.LessThan: "<",
    cst.LessThanEqual: "<=",
    cst.GreaterThan: ">",
    cst.GreaterThanEqual: ">=",
    cst.Equal: "==",
    cst.NotEqual: "!=",
    cst.In: "in",
    cst.NotIn: "not in",
    cst.Is: "is",
    cst.IsNot: "is not",
}


class Operations(Form):
    """Everything that an operator joins."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.UnaryOperation: _unary,
            cst.BinaryOperation: _binary,
            cst.Comparison: _comparison,
            cst.BooleanOperation: _logical,
            cst.IfExp: _conditional,
        }


def _unary(node: cst.UnaryOperation, reader: Reader) -> Expression:
    cursor = reader.cursor
    operator = UNARY[node.operator.__class__]
    start = cursor.take(operator)
    operand = reader.expression(node.expression)
    cursor.first = start
    return Unary(cursor.span(start), operator, operand)


def _binary(node: cst.BinaryOperation, reader: Reader) -> Expression:
    cursor = reader.cursor
    left = reader.expression(node.left)
    start = cursor.first
    right = reader.expression(node.right)
    cursor.first = start
    return Binary(cursor.span(start), BINARY[node.operator.__class__], left, right)


def _comparison(node: cst.Comparison, reader: Reader) -> Expression:
    cursor = reader.cursor
    left = reader.expression(node.left)
    start = cursor.first
    rest = tuple(
        (COMPARING[item.operator.__class__], reader.expression(item.comparator))
        for item in node.comparisons
    )
    cursor.first = start
    return Comparison(cursor.span(start), left, rest)


def _logical(node: cst.BooleanOperation, reader: Reader) -> Expression:
    """A chain of one operator is one form, however libcst nests it; parentheses cut it."""
    operator = node.operator.__class__
    values: list[Expression] = []
    start = -1
    todo: list[Any] = [node.right, node.left]
    while todo:
        item = todo.pop()
        is_chain = isinstance(item, cst.BooleanOperation) and not item.lpar
        if is_chain and item.operator.__class__ is operator:
            todo.extend((item.right, item.left))
            continue
        values.append(reader.expression(item))
        start = reader.cursor.first if start < 0 else start
    reader.cursor.first = start
    word = "and" if operator is cst.And else "or"
    return Logical(reader.cursor.span(start), word, tuple(values))


def _conditional(node: cst.IfExp, reader: Reader) -> Expression:
    cursor = reader.cursor
    body = reader.expression(node.body)
    start = cursor.first
    test = reader.expression(node.test)
    orelse = reader.expression(node.orelse)
    cursor.first = start
    return Conditional(cursor.span(start), test, body, orelse)
