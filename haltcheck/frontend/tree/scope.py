"""What has a scope of its own: functions, classes, lambdas and comprehensions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from haltcheck.frontend.block import Block
from haltcheck.frontend.expression import (
    Clause,
    Comprehension,
    Expression,
    Lambda,
    Parameter,
)
from haltcheck.frontend.generator import as_function
from haltcheck.frontend.statement import Define, DefineClass, Function, Leave, Statement
from haltcheck.frontend.stub import NOT_NEEDED, stub
from haltcheck.frontend.tree.operation import arguments
from haltcheck.frontend.tree.reader import ForeignError, TreeReader, Way

_QUOTED = re.compile(r"""[A-Za-z]{0,2}(?:'([^'\\\n]+)'|"([^"\\\n]+)")""")


def _function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, reader: TreeReader
) -> tuple[Statement, ...]:
    decorators = reader.read_all(node.decorator_list)
    reader.block.bound.add(node.name)
    span = reader.place(node)
    outer, owner = reader.block, reader.owner()
    inner = outer.inner("function", reader.qualname_at(node.name, span))
    _refuse_type_parameters(node)
    parameters = _parameters(node.args, reader)
    returns = annotation_of(node.returns, ">", reader)
    inner.bound.update([parameter.name for parameter in parameters])
    entry = reader.unread.get(inner.qualname)
    reader.block = inner
    body = reader.run(node.body) if entry is None else ()
    reader.block = outer
    function = Function(
        node.name,
        inner.qualname,
        span,
        parameters,
        body,
        inner.scope,
        isinstance(node, ast.AsyncFunctionDef),
        inner.yields,
        owner,
        returns,
    )
    if entry is None:
        reader.functions[function.qualname] = function
    else:
        function = replace(function, span=entry.span, is_generator=entry.is_generator)
        function = stub(function, NOT_NEEDED)
    return (Define(function.span, function, decorators),)


def _refuse_type_parameters(node: Any) -> None:
    if getattr(node, "type_params", ()):
        raise ForeignError("type parameters")


def _parameters(node: ast.arguments, reader: TreeReader) -> tuple[Parameter, ...]:
    """Every parameter in order; defaults are read in the block around the function."""
    return tuple([_parameter(*one, reader) for one in _groups(node)])


def _groups(node: ast.arguments) -> Iterator[tuple[str, ast.arg, ast.expr | None]]:
    first = len(node.posonlyargs) + len(node.args) - len(node.defaults)
    for number, item in enumerate((*node.posonlyargs, *node.args)):
        kind = "positional only" if number < len(node.posonlyargs) else "normal"
        yield kind, item, node.defaults[number - first] if number >= first else None
    if node.vararg is not None:
        yield "*", node.vararg, None
    for item, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
        yield "keyword only", item, default
    if node.kwarg is not None:
        yield "**", node.kwarg, None


def _parameter(kind: str, node: ast.arg, default: ast.expr | None, reader: TreeReader) -> Parameter:
    annotation = annotation_of(node.annotation, ":", reader)
    return Parameter(node.arg, kind, annotation, reader.read_if_any(default))


def annotation_of(node: ast.expr | None, mark: str, reader: TreeReader) -> str | None:
    """The text of an annotation behind its mark, without the quotes of a quoted one."""
    if node is None:
        return None
    text, start = reader.cursor.text, reader.start(node)
    if not text[:start].rstrip(" ").endswith(mark):
        raise ForeignError("an annotation in parentheses")
    found = text[start : reader.end(node)]
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str | bytes):
        return found
    quoted = _QUOTED.fullmatch(found)
    if quoted is None:
        raise ForeignError("an annotation of several strings")
    return (quoted[1] or quoted[2]).strip()


def _class(node: ast.ClassDef, reader: TreeReader) -> tuple[Statement, ...]:
    decorators = reader.read_all(node.decorator_list)
    reader.block.bound.add(node.name)
    span, outer = reader.place(node), reader.block
    inner = outer.inner("class", reader.qualname_at(node.name, span))
    _refuse_type_parameters(node)
    bases = arguments(node.bases, node.keywords, reader)
    reader.block = inner
    body = reader.run(node.body)
    reader.block = outer
    return (DefineClass(span, node.name, inner.qualname, bases, body, decorators),)


def _lambda(node: ast.Lambda, reader: TreeReader) -> Expression:
    span, outer, owner = reader.place(node), reader.block, reader.owner()
    inner = outer.inner("function", reader.qualname_at("<lambda>", span))
    parameters = _parameters(node.args, reader)
    inner.bound.update([parameter.name for parameter in parameters])
    reader.block = inner
    body = reader.read(node.body)
    reader.block = outer
    reader.functions[inner.qualname] = Function(
        "<lambda>",
        inner.qualname,
        span,
        parameters,
        (Leave(body.span, "return", body),),
        inner.scope,
        is_generator=inner.yields,
        in_class=owner,
    )
    return Lambda(span, inner.qualname, parameters, body, inner.scope, inner.yields)


_Comprehended = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
_KINDS: Mapping[type, str] = {
    ast.ListComp: "list",
    ast.SetComp: "set",
    ast.DictComp: "dict",
    ast.GeneratorExp: "generator",
}


def _comprehension(node: _Comprehended, reader: TreeReader) -> Expression:
    """The first iterable is read outside; a generator expression is a function as well."""
    span, outer, kind = reader.place(node), reader.block, _KINDS[node.__class__]
    is_generator = kind == "generator"
    name = "<genexpr>" if is_generator else f"<{kind}comp>"
    inner = outer.inner(
        "generator" if is_generator else "comprehension", reader.qualname_at(name, span)
    )
    reader.block = inner
    key = reader.read(node.key) if isinstance(node, ast.DictComp) else None
    last = node.value if isinstance(node, ast.DictComp) else node.elt
    element = reader.read(last)
    reader.cursor.position = reader.end(last)
    clauses: list[Clause] = []
    for clause in node.generators:
        clauses.append(_clause(clause, reader, inner if clauses else outer))
    reader.block = outer
    found = Comprehension(span, kind, inner.qualname, key, element, tuple(clauses), inner.scope)
    if is_generator:
        reader.functions[found.qualname] = as_function(found, reader.owner())
    return found


def _clause(node: ast.comprehension, reader: TreeReader, outside: Block) -> Clause:
    """One clause; its place is found in the text, for ``ast`` gives it none."""
    cursor, inner = reader.cursor, reader.block
    start = cursor.take_word("async" if node.is_async else "for")
    target = reader.bind(node.target)
    cursor.position = reader.end(node.target)
    cursor.take_word("in")
    _pass(node.iter, reader)
    end = cursor.position
    for test in node.ifs:
        cursor.take_word("if")
        _pass(test, reader)
        end = cursor.position
    reader.block = outside
    iterable = reader.read(node.iter)
    reader.block = inner
    tests = reader.read_all(node.ifs)
    cursor.position = end
    return Clause(cursor.span(start), target, iterable, tests, bool(node.is_async))


def _pass(node: ast.expr, reader: TreeReader) -> None:
    """Moves behind an expression and the parentheses around it."""
    cursor, start = reader.cursor, reader.start(node)
    opened = 0
    while cursor.next() < start:
        cursor.take("(")
        opened += 1
    cursor.position = reader.end(node)
    for _ in range(opened):
        cursor.take(")")


SCOPES: Mapping[type, Way] = {
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.GeneratorExp: _comprehension,
}
