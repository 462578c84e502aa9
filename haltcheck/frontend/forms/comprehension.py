"""Comprehensions and generator expressions, each with a scope of its own."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.block import Block
from haltcheck.frontend.expression import (
    Clause,
    Comprehension,
    Expression,
    Name,
    Parameter,
    Yield,
)
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import Branch, Evaluate, For, Function, Statement

_Simple = cst.ListComp | cst.SetComp | cst.GeneratorExp


class Comprehensions(Form):
    """The first iterable is read outside; a generator expression is a function as well."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.ListComp: _list,
            cst.SetComp: _set,
            cst.DictComp: _dict,
            cst.StarredDictComp: _dict,
            cst.GeneratorExp: _generator,
        }


def _list(node: cst.ListComp, reader: Reader) -> Expression:
    return _simple(node, reader, "list", "[]")


def _set(node: cst.SetComp, reader: Reader) -> Expression:
    return _simple(node, reader, "set", "{}")


def _generator(node: cst.GeneratorExp, reader: Reader) -> Expression:
    found = _simple(node, reader, "generator", "()")
    reader.functions[found.qualname] = _as_function(found, reader.owner())
    return found


def _simple(node: _Simple, reader: Reader, kind: str, pair: str) -> Comprehension:
    cursor = reader.cursor
    start = cursor.take(pair[0])
    outer, inner = _enter(reader, kind, start)
    element = reader.expression(node.elt)
    clauses = _clauses(node.for_in, reader, outer)
    reader.block = outer
    cursor.take(pair[1])
    cursor.first = start
    span = cursor.span(start)
    return Comprehension(span, kind, inner.qualname, None, element, clauses, inner.scope)


def _dict(node: cst.DictComp | cst.StarredDictComp, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.take("{")
    outer, inner = _enter(reader, "dict", start)
    key = reader.expression(node.key) if isinstance(node, cst.DictComp) else None
    value = reader.expression(node.value)
    clauses = _clauses(node.for_in, reader, outer)
    reader.block = outer
    cursor.take("}")
    cursor.first = start
    span = cursor.span(start)
    return Comprehension(span, "dict", inner.qualname, key, value, clauses, inner.scope)


def _enter(reader: Reader, kind: str, start: int) -> tuple[Block, Block]:
    outer = reader.block
    is_generator = kind == "generator"
    qualname = reader.qualname("<genexpr>" if is_generator else f"<{kind}comp>", start)
    inner = outer.inner("generator" if is_generator else "comprehension", qualname)
    reader.block = inner
    return outer, inner


def _clauses(node: cst.CompFor, reader: Reader, outer: Block) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    inner = reader.block
    clause: cst.CompFor | None = node
    while clause is not None:
        reader.block = inner
        clauses.append(_clause(clause, reader, outer if not clauses else inner))
        clause = clause.inner_for_in
    return tuple(clauses)


def _clause(node: cst.CompFor, reader: Reader, iterable_block: Block) -> Clause:
    cursor = reader.cursor
    inner = reader.block
    is_async = node.asynchronous is not None
    start = cursor.take_word("async" if is_async else "for")
    target = reader.target(node.target)
    reader.block = iterable_block
    iterable = reader.expression(node.iter)
    reader.block = inner
    tests = tuple(reader.expression(item.test) for item in node.ifs)
    return Clause(cursor.span(start), target, iterable, tests, is_async)


def _as_function(found: Comprehension, owner: str | None) -> Function:
    """The generator that a generator expression stands for; ``.0`` is its first iterable."""
    body: tuple[Statement, ...] = (
        Evaluate(found.element.span, Yield(found.element.span, found.element)),
    )
    for number, clause in reversed(list(enumerate(found.clauses))):
        for test in reversed(clause.tests):
            body = (Branch(test.span, test, body, ()),)
        iterable = clause.iterable if number else Name(clause.iterable.span, ".0")
        body = (For(clause.span, clause.target, iterable, body, (), clause.is_async),)
    return Function(
        name="<genexpr>",
        qualname=found.qualname,
        span=found.span,
        parameters=(Parameter(".0", "positional only", None, None),),
        body=body,
        scope=found.scope,
        is_async=any(clause.is_async for clause in found.clauses),
        is_generator=True,
        in_class=owner,
    )
