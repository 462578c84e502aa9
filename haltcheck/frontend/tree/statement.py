"""Statements, but for definitions and ``match``."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from haltcheck.frontend.expression import Argument, Call, Display, Expression, Name, Unary
from haltcheck.frontend.star import hidden_by
from haltcheck.frontend.statement import (
    Assign,
    Augment,
    Branch,
    Delete,
    Evaluate,
    For,
    Handler,
    Import,
    Leave,
    Skip,
    Statement,
    Try,
    While,
    With,
)
from haltcheck.frontend.tree.operation import BINARY
from haltcheck.frontend.tree.reader import TreeReader, Way
from haltcheck.frontend.tree.scope import annotation_of

Statements = tuple[Statement, ...]


def _assign(node: ast.Assign, reader: TreeReader) -> Statements:
    targets = tuple([reader.bind(one) for one in node.targets])
    return (Assign(reader.place(node), targets, reader.read(node.value)),)


def _annotated(node: ast.AnnAssign, reader: TreeReader) -> Statements:
    target = reader.bind(node.target)
    annotation = annotation_of(node.annotation, ":", reader)
    if node.value is None:
        return ()
    return (Assign(reader.place(node), (target,), reader.read(node.value), annotation),)


def _augmented(node: ast.AugAssign, reader: TreeReader) -> Statements:
    target = reader.bind(node.target)
    if isinstance(target, Name):
        reader.block.reads.add(target.id)
    operator = BINARY[node.op.__class__]
    return (Augment(reader.place(node), target, operator, reader.read(node.value)),)


def _delete(node: ast.Delete, reader: TreeReader) -> Statements:
    items = tuple([reader.bind(one) for one in node.targets])
    if len(items) == 1 and isinstance(items[0], Display):
        items = items[0].items
    return (Delete(reader.place(node), items),)


def _evaluate(node: ast.Expr, reader: TreeReader) -> Statements:
    return (Evaluate(reader.place(node), reader.read(node.value)),)


def _if(node: ast.If, reader: TreeReader) -> Statements:
    test = reader.read(node.test)
    body = reader.run(node.body)
    return (Branch(reader.place(node), test, body, _else(node.orelse, reader)),)


def _else(nodes: list[ast.stmt], reader: TreeReader) -> Statements:
    return reader.run(nodes) if nodes else ()


def _assert(node: ast.Assert, reader: TreeReader) -> Statements:
    test = reader.read(node.test)
    message = reader.read_if_any(node.msg)
    span = reader.place(node)
    raised: Expression = Name(span, "AssertionError")
    if message is not None:
        raised = Call(span, raised, (Argument("positional", None, message),))
    fails = Unary(test.span, "not", test)
    return (Branch(span, fails, (Leave(span, "raise", raised),), ()),)


def _while(node: ast.While, reader: TreeReader) -> Statements:
    test = reader.read(node.test)
    body = reader.run(node.body)
    return (While(reader.place(node), test, body, _else(node.orelse, reader)),)


def _for(node: ast.For | ast.AsyncFor, reader: TreeReader) -> Statements:
    target = reader.bind(node.target)
    iterable = reader.read(node.iter)
    body = reader.run(node.body)
    orelse = _else(node.orelse, reader)
    is_async = isinstance(node, ast.AsyncFor)
    return (For(reader.place(node), target, iterable, body, orelse, is_async),)


def _with(node: ast.With | ast.AsyncWith, reader: TreeReader) -> Statements:
    items = tuple([_item(item, reader) for item in node.items])
    body = reader.run(node.body)
    return (With(reader.place(node), items, body, isinstance(node, ast.AsyncWith)),)


def _item(node: ast.withitem, reader: TreeReader) -> tuple[Expression, Expression | None]:
    context, name = reader.read(node.context_expr), node.optional_vars
    return context, None if name is None else reader.bind(name)


def _try(node: ast.Try | ast.TryStar, reader: TreeReader) -> Statements:
    body = reader.run(node.body)
    handlers = tuple([_handler(item, reader) for item in node.handlers])
    orelse = _else(node.orelse, reader)
    final = _else(node.finalbody, reader)
    is_group = isinstance(node, ast.TryStar)
    return (Try(reader.place(node), body, handlers, orelse, final, is_group),)


def _handler(node: ast.ExceptHandler, reader: TreeReader) -> Handler:
    test = reader.read_if_any(node.type)
    if node.name is not None:
        reader.block.bound.add(node.name)
    return Handler(reader.place(node), test, node.name, reader.run(node.body))


def _return(node: ast.Return, reader: TreeReader) -> Statements:
    return (Leave(reader.place(node), "return", reader.read_if_any(node.value)),)


def _break(node: ast.Break, reader: TreeReader) -> Statements:
    return (Leave(reader.place(node), "break"),)


def _continue(node: ast.Continue, reader: TreeReader) -> Statements:
    return (Leave(reader.place(node), "continue"),)


def _raise(node: ast.Raise, reader: TreeReader) -> Statements:
    value = reader.read_if_any(node.exc)
    return (Leave(reader.place(node), "raise", value, reader.read_if_any(node.cause)),)


def _pass(node: ast.Pass, reader: TreeReader) -> Statements:
    return ()


def _global(node: ast.Global, reader: TreeReader) -> Statements:
    reader.block.globals.update(node.names)
    return ()


def _nonlocal(node: ast.Nonlocal, reader: TreeReader) -> Statements:
    reader.block.nonlocals.update(node.names)
    return ()


def _import(node: ast.Import, reader: TreeReader) -> Statements:
    names: list[tuple[str, str | None, str]] = []
    for item in node.names:
        # ``import a.b`` binds ``a`` to the package a, ``import a.b as c`` binds c to a.b.
        bound = item.asname or item.name.partition(".")[0]
        reader.block.bound.add(bound)
        names.append((item.name if item.asname else bound, None, bound))
    return (Import(reader.place(node), tuple(names)),)


def _import_from(node: ast.ImportFrom, reader: TreeReader) -> Statements:
    module = "." * node.level + (node.module or "")
    span = reader.place(node)
    if node.names[0].name == "*":
        gap = reader.gap(span, "import *", f"binds whatever {module} exports")
        return (Skip(span, gap, hidden_by(module)),)
    for item in node.names:
        reader.block.bound.add(item.asname or item.name)
    names = [(module, item.name, item.asname or item.name) for item in node.names]
    return (Import(span, tuple(names)),)


STATEMENTS: Mapping[type, Way] = {
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Delete: _delete,
    ast.Expr: _evaluate,
    ast.If: _if,
    ast.Assert: _assert,
    ast.While: _while,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.Return: _return,
    ast.Break: _break,
    ast.Continue: _continue,
    ast.Raise: _raise,
    ast.Pass: _pass,
    ast.Global: _global,
    ast.Nonlocal: _nonlocal,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
}
