"""Comprehensions and generator expressions, each with a scope of its own."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.block import Block
from haltcheck.frontend.expression import (
    Clause,
    Comprehension,
    Expression,
)
from haltcheck.frontend.form import Form
from haltcheck.frontend.generator import as_function
from haltcheck.frontend.reader import Converter, Reader

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
    reader.functions[found.qualname] = as_function(found, reader.owner())
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
