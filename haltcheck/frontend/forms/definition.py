"""``def``, ``class`` and ``lambda``: what opens a scope of its own."""

from collections.abc import Mapping
from dataclasses import replace

import libcst as cst

from haltcheck.frontend.argument import (
    convert_annotation,
    convert_arguments,
    convert_parameters,
)
from haltcheck.frontend.block import Block
from haltcheck.frontend.expression import Argument, Expression, Lambda
from haltcheck.frontend.form import Form
from haltcheck.frontend.normal import normal
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import (
    Define,
    DefineClass,
    Function,
    Leave,
    Skip,
    Statement,
)
from haltcheck.frontend.stub import NOT_NEEDED, stub


class Definitions(Form):
    """Decorators, defaults and bases are read in the block around the definition."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.FunctionDef: _function, cst.ClassDef: _class, cst.Lambda: _lambda}


def _function(node: cst.FunctionDef, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    decorators = _decorators(node, reader)
    is_async = node.asynchronous is not None
    start = cursor.take_word("async" if is_async else "def")
    name = reader.bind_name(node.name.value).id
    outer, owner = reader.block, reader.owner()
    inner = outer.inner("function", reader.qualname(name, start))
    skipped = _type_parameters(node.type_parameters, inner, reader)
    parameters = convert_parameters(node.params, reader)
    returns = convert_annotation(node.returns, reader)
    inner.bound.update(parameter.name for parameter in parameters)
    reader.block = inner
    body = skipped + reader.suite(node.body)
    reader.block = outer
    function = Function(
        name,
        inner.qualname,
        cursor.span(start),
        parameters,
        body,
        inner.scope,
        is_async,
        inner.yields,
        owner,
        returns,
    )
    if inner.qualname in reader.unread:
        entry = reader.unread[inner.qualname]
        function = replace(function, span=entry.span, is_generator=entry.is_generator)
        function = stub(function, NOT_NEEDED)
    else:
        reader.functions[function.qualname] = function
    return (Define(function.span, function, decorators),)


def _decorators(node: cst.FunctionDef | cst.ClassDef, reader: Reader) -> tuple[Expression, ...]:
    found: list[Expression] = []
    for item in node.decorators:
        reader.cursor.take("@")
        found.append(reader.expression(item.decorator))
    return tuple(found)


def _type_parameters(
    node: cst.TypeParameters | None, block: Block, reader: Reader
) -> tuple[Statement, ...]:
    """The names that ``[T]`` binds: local to the definition, with values that nobody models."""
    if node is None:
        return ()
    reader.code(node)
    names = tuple(normal(item.param.name.value) for item in node.params)
    block.bound.update(names)
    span = reader.cursor.span(reader.cursor.first)
    return (Skip(span, reader.gap(span, "type parameter", "its value is not modelled"), names),)


def _class(node: cst.ClassDef, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    decorators = _decorators(node, reader)
    start = cursor.take_word("class")
    name = reader.bind_name(node.name.value).id
    outer = reader.block
    inner = outer.inner("class", reader.qualname(name, start))
    skipped = _type_parameters(node.type_parameters, inner, reader)
    bases: tuple[Argument, ...] = ()
    if isinstance(node.lpar, cst.LeftParen):
        arguments = sorted((*node.bases, *node.keywords), key=_is_keyword)
        bases = convert_arguments(arguments, reader)
    reader.block = inner
    body = skipped + reader.suite(node.body)
    reader.block = outer
    span = cursor.span(start)
    return (DefineClass(span, name, inner.qualname, bases, body, decorators),)


def _is_keyword(node: cst.Arg) -> bool:
    return node.keyword is not None or node.star == "**"


def _lambda(node: cst.Lambda, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.take_word("lambda")
    outer, owner = reader.block, reader.owner()
    inner = outer.inner("function", reader.qualname("<lambda>", start))
    parameters = convert_parameters(node.params, reader)
    inner.bound.update(parameter.name for parameter in parameters)
    reader.block = inner
    body = reader.expression(node.body)
    reader.block = outer
    cursor.first = start
    span = cursor.span(start)
    result = Leave(body.span, "return", body)
    reader.functions[inner.qualname] = Function(
        "<lambda>",
        inner.qualname,
        span,
        parameters,
        (result,),
        inner.scope,
        is_generator=inner.yields,
        in_class=owner,
    )
    return Lambda(span, inner.qualname, parameters, body, inner.scope, inner.yields)
