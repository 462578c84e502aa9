"""``while`` and ``for``, with their ``else``."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import For, Statement, While


class Loops(Form):
    """What this program is about."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.While: _while, cst.For: _for}


def _while(node: cst.While, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    start = cursor.take_word("while")
    test = reader.expression(node.test)
    body = reader.suite(node.body)
    orelse = reader.suite(node.orelse.body) if node.orelse is not None else ()
    return (While(cursor.span(start), test, body, orelse),)


def _for(node: cst.For, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    is_async = node.asynchronous is not None
    start = cursor.take_word("async" if is_async else "for")
    target = reader.target(node.target)
    iterable = reader.expression(node.iter)
    body = reader.suite(node.body)
    orelse = reader.suite(node.orelse.body) if node.orelse is not None else ()
    return (For(cursor.span(start), target, iterable, body, orelse, is_async),)
