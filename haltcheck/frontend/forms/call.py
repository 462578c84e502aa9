"""Calls, with every kind of argument."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.argument import convert_arguments
from haltcheck.frontend.expression import Call, Expression
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader


class Calls(Form):
    """``f(a, *b, c=d, **e)``."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.Call: _call}


def _call(node: cst.Call, reader: Reader) -> Expression:
    cursor = reader.cursor
    function = reader.expression(node.func)
    start = cursor.first
    arguments = convert_arguments(node.args, reader)
    cursor.first = start
    return Call(cursor.span(start), function, arguments)
