"""``return``, ``break``, ``continue``, ``raise``; and what stays: ``pass`` and expressions."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import Evaluate, Leave, Statement


class SmallStatements(Form):
    """Statements of one line that write nothing."""

    def converters(self) -> Mapping[type, Converter]:
        return {
            cst.SimpleStatementLine: _line,
            cst.Return: _return,
            cst.Break: _break,
            cst.Continue: _continue,
            cst.Raise: _raise,
            cst.Pass: _pass,
            cst.Expr: _expression,
        }


def _line(node: cst.SimpleStatementLine, reader: Reader) -> tuple[Statement, ...]:
    return reader.line(node.body)


def _return(node: cst.Return, reader: Reader) -> tuple[Statement, ...]:
    start = reader.cursor.take_word("return")
    value = reader.maybe(node.value)
    return (Leave(reader.cursor.span(start), "return", value),)


def _break(node: cst.Break, reader: Reader) -> tuple[Statement, ...]:
    start = reader.cursor.take_word("break")
    return (Leave(reader.cursor.span(start), "break"),)


def _continue(node: cst.Continue, reader: Reader) -> tuple[Statement, ...]:
    start = reader.cursor.take_word("continue")
    return (Leave(reader.cursor.span(start), "continue"),)


def _raise(node: cst.Raise, reader: Reader) -> tuple[Statement, ...]:
    start = reader.cursor.take_word("raise")
    value = reader.maybe(node.exc)
    cause = reader.expression(node.cause.item) if node.cause is not None else None
    return (Leave(reader.cursor.span(start), "raise", value, cause),)


def _pass(node: cst.Pass, reader: Reader) -> tuple[Statement, ...]:
    reader.cursor.take_word("pass")
    return ()


def _expression(node: cst.Expr, reader: Reader) -> tuple[Statement, ...]:
    value = reader.expression(node.value)
    return (Evaluate(reader.cursor.span(reader.cursor.first), value),)
