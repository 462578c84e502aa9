"""Strings and bytes, also several in a row, and f-strings with all that may nest in them."""

import re
from collections.abc import Mapping, Sequence

import libcst as cst

from haltcheck.frontend.expression import (
    Argument,
    Call,
    Constant,
    Expression,
    FormattedValue,
    Text,
)
from haltcheck.frontend.form import Form
from haltcheck.frontend.quiet import evaluate_string
from haltcheck.frontend.reader import Converter, Reader

_SPACE = re.compile(r"\s*")


class Strings(Form):
    """Adjacent literals are one; a template string is an unknown call of its values."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.SimpleString: _simple,
            cst.ConcatenatedString: _concatenated,
            cst.FormattedString: _formatted,
            cst.TemplatedString: _template,
        }


def _simple(node: cst.SimpleString, reader: Reader) -> Expression:
    cursor = reader.cursor
    start = cursor.first = cursor.take(node.value)
    span = cursor.span(start)
    try:
        return Constant(span, evaluate_string(node.value))
    except (ValueError, SyntaxError) as error:
        return reader.unmodelled(span, "string", str(error))


def _concatenated(node: cst.ConcatenatedString, reader: Reader) -> Expression:
    pieces: list[Expression] = []
    start = -1
    todo: list[cst.BaseExpression] = [node]
    while todo:
        piece = todo.pop()
        if isinstance(piece, cst.ConcatenatedString):
            todo.extend((piece.right, piece.left))
            continue
        pieces.append(reader.expression(piece))
        start = reader.cursor.first if start < 0 else start
    reader.cursor.first = start
    span = reader.cursor.span(start)
    values = [piece.value for piece in pieces if isinstance(piece, Constant)]
    if len(values) < len(pieces):
        return Text(span, tuple(part for piece in pieces for part in _parts(piece)))
    if all(isinstance(value, bytes) for value in values):
        return Constant(span, b"".join(value for value in values if isinstance(value, bytes)))
    return Constant(span, "".join(value for value in values if isinstance(value, str)))


def _parts(piece: Expression) -> tuple[Expression, ...]:
    return piece.parts if isinstance(piece, Text) else (piece,)


def _formatted(node: cst.FormattedString | cst.TemplatedString, reader: Reader) -> Text:
    cursor = reader.cursor
    start = cursor.take(node.start)
    parts = _convert_parts(node.parts, node.start, node.end, reader)
    cursor.skip(len(node.end))
    cursor.first = start
    return Text(cursor.span(start), parts)


def _template(node: cst.TemplatedString, reader: Reader) -> Expression:
    text = _formatted(node, reader)
    maker = reader.unmodelled(text.span, "template string", "it makes a Template object")
    values = (part.value for part in text.parts if isinstance(part, FormattedValue))
    return Call(text.span, maker, tuple(Argument("positional", None, value) for value in values))


def _convert_parts(
    parts: Sequence[cst.CSTNode], opening: str, closing: str, reader: Reader
) -> tuple[Expression, ...]:
    cursor = reader.cursor
    found: list[Expression] = []
    for part in parts:
        if isinstance(part, cst.FormattedStringText | cst.TemplatedStringText):
            start = cursor.position
            cursor.skip(len(part.value))
            found.append(Constant(cursor.span(start), _plain(part.value, opening, closing)))
        elif isinstance(part, cst.FormattedStringExpression | cst.TemplatedStringExpression):
            found.extend(_value(part, opening, closing, reader))
    return tuple(found)


def _plain(text: str, opening: str, closing: str) -> str:
    """The characters that the text of an f-string stands for."""
    prefix = opening[: len(opening) - len(closing)].lower()
    if "\\" in text and "r" not in prefix:
        try:
            value = evaluate_string(closing + text + closing)
        except (ValueError, SyntaxError):
            value = text
        text = value if isinstance(value, str) else text
    return text.replace("{{", "{").replace("}}", "}")


def _value(
    node: cst.FormattedStringExpression | cst.TemplatedStringExpression,
    opening: str,
    closing: str,
    reader: Reader,
) -> list[Expression]:
    cursor = reader.cursor
    start = cursor.take("{")
    value = reader.expression(node.expression)
    shown: list[Expression] = []
    conversion = node.conversion or ""
    if node.equal is not None:
        cursor.take("=")
        found = _SPACE.match(cursor.text, cursor.position)
        end = found.end() if found else cursor.position
        shown = [Constant(cursor.span(start + 1), cursor.text[start + 1 : end])]
        if not conversion and node.format_spec is None:
            conversion = "r"
    if node.conversion:
        cursor.take("!")
        cursor.take_word(node.conversion)
    spec: Expression | None = None
    if node.format_spec is not None:
        at = cursor.take(":") + 1
        pieces = _convert_parts(node.format_spec, opening, closing, reader)
        spec = pieces[0] if len(pieces) == 1 else Text(cursor.span(at), pieces)
    cursor.take("}")
    return [*shown, FormattedValue(cursor.span(start), value, conversion, spec)]
