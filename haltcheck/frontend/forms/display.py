"""Displays: lists, tuples, sets, dicts, and the starred items in them."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import Display, Expression, Starred
from haltcheck.frontend.expression import Mapping as MappingForm
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader


class Displays(Form):
    """``[a, *b]``, ``(a, b)``, ``{a, b}``, ``{a: b, **c}``."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.List: _list,
            cst.Set: _set,
            cst.Tuple: _tuple,
            cst.Dict: _dict,
            cst.StarredElement: _starred,
        }


def _list(node: cst.List, reader: Reader) -> Expression:
    return _bracketed(node, reader, "list", "[]")


def _set(node: cst.Set, reader: Reader) -> Expression:
    return _bracketed(node, reader, "set", "{}")


def _bracketed(node: cst.List | cst.Set, reader: Reader, kind: str, pair: str) -> Expression:
    cursor = reader.cursor
    start = cursor.take(pair[0])
    items, _ = reader.items(node.elements, reader.expression)
    cursor.take(pair[1])
    cursor.first = start
    return Display(cursor.span(start), kind, items)


def _tuple(node: cst.Tuple, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.take("(") if node.lpar else -1
    items, first = reader.items(node.elements, reader.expression)
    if node.lpar:
        cursor.take(")")
    elif isinstance(node.elements[-1].comma, cst.Comma):
        cursor.take(",")
    cursor.first = first if start < 0 else start
    return Display(cursor.span(cursor.first), "tuple", items)


def _dict(node: cst.Dict, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.take("{")
    items: list[tuple[Expression | None, Expression]] = []
    for element in node.elements:
        key = reader.expression(element.key) if isinstance(element, cst.DictElement) else None
        items.append((key, reader.expression(element.value)))
    cursor.take("}")
    cursor.first = start
    return MappingForm(cursor.span(start), tuple(items))


def _starred(node: cst.StarredElement, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.take("*")
    value = reader.expression(node.value)
    cursor.first = start
    return Starred(cursor.span(start), value)
