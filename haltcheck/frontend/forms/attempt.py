"""``try`` with ``except``, ``except*``, ``else`` and ``finally``."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import Handler, Statement, Try


class Attempts(Form):
    """Handlers keep their order; their name is bound."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.Try: _try, cst.TryStar: _try}


def _try(node: cst.Try | cst.TryStar, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    start = cursor.take_word("try")
    body = reader.suite(node.body)
    handlers = tuple(_handler(item, reader) for item in node.handlers)
    orelse = reader.suite(node.orelse.body) if node.orelse is not None else ()
    final = reader.suite(node.finalbody.body) if node.finalbody is not None else ()
    is_group = isinstance(node, cst.TryStar)
    return (Try(cursor.span(start), body, handlers, orelse, final, is_group),)


def _handler(node: cst.ExceptHandler | cst.ExceptStarHandler, reader: Reader) -> Handler:
    cursor = reader.cursor
    start = cursor.take_word("except")
    test = reader.maybe(node.type)
    name: str | None = None
    if node.name is not None and isinstance(node.name.name, cst.Name):
        name = reader.bind_name(node.name.name.value).id
    body = reader.suite(node.body)
    return Handler(cursor.span(start), test, name, body)
