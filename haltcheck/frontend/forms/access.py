"""Attributes, subscripts and slices."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import (
    Attribute,
    Display,
    Expression,
    Slice,
    Starred,
    Subscript,
)
from haltcheck.frontend.form import Form
from haltcheck.frontend.normal import normal
from haltcheck.frontend.reader import Converter, Reader


class Access(Form):
    """Reading a part of a value: ``a.b``, ``a[i]``, ``a[i:j]``, ``a[i, j]``."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.Attribute: _attribute,
            cst.Subscript: _subscript,
            cst.Index: _index,
            cst.Slice: _slice,
        }


def _attribute(node: cst.Attribute, reader: Reader) -> Expression:
    cursor = reader.cursor
    value = reader.expression(node.value)
    start = cursor.first
    cursor.take_word(node.attr.value)
    cursor.first = start
    return Attribute(cursor.span(start), value, normal(node.attr.value))


def _subscript(node: cst.Subscript, reader: Reader) -> Expression:
    cursor = reader.cursor
    value = reader.expression(node.value)
    start = cursor.first
    cursor.take("[")
    items: list[Expression] = []
    first = -1
    for element in node.slice:
        items.append(reader.table[element.slice.__class__](element.slice, reader))
        first = cursor.first if first < 0 else first
    index = items[0]
    if len(items) > 1 or isinstance(node.slice[-1].comma, cst.Comma) or _is_starred(index):
        if isinstance(node.slice[-1].comma, cst.Comma):
            cursor.take(",")
        index = Display(cursor.span(first), "tuple", tuple(items))
    cursor.take("]")
    cursor.first = start
    return Subscript(cursor.span(start), value, index)


def _is_starred(index: Expression) -> bool:
    return isinstance(index, Starred)


def _index(node: cst.Index, reader: Reader) -> Expression:
    if not node.star:
        return reader.expression(node.value)
    start = reader.cursor.take("*")
    value = reader.expression(node.value)
    reader.cursor.first = start
    return Starred(reader.cursor.span(start), value)


def _slice(node: cst.Slice, reader: Reader) -> Expression:
    cursor = reader.cursor
    lower = reader.maybe(node.lower)
    start = cursor.first if node.lower is not None else cursor.take(":")
    if node.lower is not None:
        cursor.take(":")
    upper = reader.maybe(node.upper)
    if isinstance(node.second_colon, cst.Colon):
        cursor.take(":")
    step = reader.maybe(node.step)
    cursor.first = start
    return Slice(cursor.span(start), lower, upper, step)
