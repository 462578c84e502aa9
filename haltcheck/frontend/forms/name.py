"""Names, numbers and the dots."""

import re
from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import Constant, Expression, Name
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader


class Atoms(Form):
    """What has no parts: the three singletons are constants, ``...`` is the name Ellipsis."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.Name: _name,
            cst.Ellipsis: _ellipsis,
            cst.Integer: _number,
            cst.Float: _number,
            cst.Imaginary: _number,
        }


def _name(node: cst.Name, reader: Reader) -> Expression:
    return reader.read_name(node.value)


def _ellipsis(node: cst.Ellipsis, reader: Reader) -> Expression:
    start = reader.cursor.take("...")
    reader.cursor.first = start
    return Name(reader.cursor.span(start), "Ellipsis")


def _number(node: cst.Integer | cst.Float | cst.Imaginary, reader: Reader) -> Expression:
    start = reader.cursor.take(node.value)
    reader.cursor.first = start
    span = reader.cursor.span(start)
    try:
        return Constant(span, _value(node))
    except ValueError as error:
        return reader.unmodelled(span, "number", str(error))


def _value(node: cst.Integer | cst.Float | cst.Imaginary) -> int | float | complex:
    text = node.value.replace("_", "")
    if isinstance(node, cst.Integer):
        return int(text, 0)
    if isinstance(node, cst.Float):
        return float(text)
    return complex(0.0, float(re.sub("[jJ]$", "", text)))
