"""Expressions without a scope of their own."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from haltcheck.frontend.expression import (
    Argument,
    Attribute,
    Await,
    Binary,
    Call,
    Comparison,
    Conditional,
    Display,
    Expression,
    Logical,
    Slice,
    Starred,
    Subscript,
    Unary,
    Walrus,
    Yield,
    YieldFrom,
)
from haltcheck.frontend.expression import Mapping as MappingForm
from haltcheck.frontend.tree.reader import TreeReader, Way, constant

UNARY: Mapping[type, str] = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Not: "not"}
BINARY: Mapping[type, str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.MatMult: "@",
}
COMPARING: Mapping[type, str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
}


def _unary(node: ast.UnaryOp, reader: TreeReader) -> Expression:
    return Unary(reader.place(node), UNARY[node.op.__class__], reader.read(node.operand))


def _binary(node: ast.BinOp, reader: TreeReader) -> Expression:
    left = reader.read(node.left)
    return Binary(reader.place(node), BINARY[node.op.__class__], left, reader.read(node.right))


def _comparison(node: ast.Compare, reader: TreeReader) -> Expression:
    left = reader.read(node.left)
    rest = tuple(
        [
            (COMPARING[operator.__class__], reader.read(item))
            for operator, item in zip(node.ops, node.comparators, strict=True)
        ]
    )
    return Comparison(reader.place(node), left, rest)


def _logical(node: ast.BoolOp, reader: TreeReader) -> Expression:
    word = "and" if isinstance(node.op, ast.And) else "or"
    return Logical(reader.place(node), word, reader.read_all(node.values))


def _conditional(node: ast.IfExp, reader: TreeReader) -> Expression:
    body = reader.read(node.body)
    test = reader.read(node.test)
    return Conditional(reader.place(node), test, body, reader.read(node.orelse))


def _attribute(node: ast.Attribute, reader: TreeReader) -> Expression:
    return Attribute(reader.place(node), reader.read(node.value), node.attr)


def _subscript(node: ast.Subscript, reader: TreeReader) -> Expression:
    value = reader.read(node.value)
    return Subscript(reader.place(node), value, _index(node.slice, reader))


def _index(node: ast.expr, reader: TreeReader) -> Expression:
    """What stands in the brackets, whose slices and commas count as no level of nesting."""
    if isinstance(node, ast.Slice):
        return _slice(node, reader)
    if isinstance(node, ast.Tuple) and any(isinstance(one, ast.Slice) for one in node.elts):
        items = tuple([_index(one, reader) for one in node.elts])
        return Display(reader.place(node), "tuple", items)
    return reader.read(node)


def _slice(node: ast.Slice, reader: TreeReader) -> Expression:
    lower = reader.read_if_any(node.lower)
    upper = reader.read_if_any(node.upper)
    return Slice(reader.place(node), lower, upper, reader.read_if_any(node.step))


def _call(node: ast.Call, reader: TreeReader) -> Expression:
    function = reader.read(node.func)
    return Call(reader.place(node), function, arguments(node.args, node.keywords, reader))


def arguments(
    positional: list[ast.expr], named: list[ast.keyword], reader: TreeReader
) -> tuple[Argument, ...]:
    """Arguments in the order of the text."""
    nodes: list[ast.expr | ast.keyword] = [*positional, *named]
    if positional and named and _at(named[0]) < _at(positional[-1]):
        nodes.sort(key=_at)
    return tuple([_argument(node, reader) for node in nodes])


def _at(node: ast.expr | ast.keyword) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _argument(node: ast.expr | ast.keyword, reader: TreeReader) -> Argument:
    if isinstance(node, ast.keyword):
        kind = "**" if node.arg is None else "keyword"
        return Argument(kind, node.arg, reader.read(node.value))
    if isinstance(node, ast.Starred):
        return Argument("*", None, reader.read(node.value))
    return Argument("positional", None, reader.read(node))


def _display(node: ast.Tuple | ast.List | ast.Set, reader: TreeReader) -> Expression:
    return Display(reader.place(node), _KINDS[node.__class__], reader.read_all(node.elts))


_KINDS: Mapping[type, str] = {ast.Tuple: "tuple", ast.List: "list", ast.Set: "set"}


def _dict(node: ast.Dict, reader: TreeReader) -> Expression:
    items = [
        (reader.read_if_any(key), reader.read(value))
        for key, value in zip(node.keys, node.values, strict=True)
    ]
    return MappingForm(reader.place(node), tuple(items))


def _starred(node: ast.Starred, reader: TreeReader) -> Expression:
    return Starred(reader.place(node), reader.read(node.value))


def _walrus(node: ast.NamedExpr, reader: TreeReader) -> Expression:
    reader.block.bind_outside(node.target.id)
    return Walrus(reader.place(node), node.target.id, reader.read(node.value))


def _await(node: ast.Await, reader: TreeReader) -> Expression:
    return Await(reader.place(node), reader.read(node.value))


def _yield(node: ast.Yield, reader: TreeReader) -> Expression:
    reader.note_yield()
    return Yield(reader.place(node), reader.read_if_any(node.value))


def _yield_from(node: ast.YieldFrom, reader: TreeReader) -> Expression:
    reader.note_yield()
    return YieldFrom(reader.place(node), reader.read(node.value))


OPERATIONS: Mapping[type, Way] = {
    ast.Constant: constant,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.Compare: _comparison,
    ast.BoolOp: _logical,
    ast.IfExp: _conditional,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Call: _call,
    ast.Tuple: _display,
    ast.List: _display,
    ast.Set: _display,
    ast.Dict: _dict,
    ast.Starred: _starred,
    ast.NamedExpr: _walrus,
    ast.Await: _await,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
}
