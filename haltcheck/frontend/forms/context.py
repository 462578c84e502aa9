"""``with``, with several items, in parentheses or not."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import Expression
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import Statement, With


class Contexts(Form):
    """``with a as b, c:``."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.With: _with}


def _with(node: cst.With, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    is_async = node.asynchronous is not None
    start = cursor.take_word("async" if is_async else "with")
    items = tuple(_item(item, reader) for item in node.items)
    body = reader.suite(node.body)
    return (With(cursor.span(start), items, body, is_async),)


def _item(node: cst.WithItem, reader: Reader) -> tuple[Expression, Expression | None]:
    context = reader.expression(node.item)
    if node.asname is None:
        return context, None
    return context, reader.target(node.asname.name)
