"""Where a function rests: ``await``, ``yield`` and ``yield from``."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import Await, Expression, Yield, YieldFrom
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader


class Suspensions(Form):
    """A function with a ``yield`` in it is a generator."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.Await: _await, cst.Yield: _yield}


def _await(node: cst.Await, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.take_word("await")
    value = reader.expression(node.expression)
    cursor.first = start
    return Await(cursor.span(start), value)


def _yield(node: cst.Yield, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.take_word("yield")
    block = reader.block
    while block.kind == "comprehension" and block.parent is not None:
        block = block.parent
    block.yields = True
    if isinstance(node.value, cst.From):
        item = reader.expression(node.value.item)
        cursor.first = start
        return YieldFrom(cursor.span(start), item)
    value = reader.maybe(node.value)
    cursor.first = start
    return Yield(cursor.span(start), value)
