"""``if``, ``elif``, ``else`` and ``assert``."""

from collections.abc import Mapping

import libcst as cst

from haltcheck.frontend.expression import Argument, Call, Expression, Name, Unary
from haltcheck.frontend.form import Form
from haltcheck.frontend.reader import Converter, Reader
from haltcheck.frontend.statement import Branch, Leave, Statement


class Branches(Form):
    """``elif`` nests; ``assert`` is a branch that raises."""

    def converters(self) -> Mapping[type, Converter]:
        return {cst.If: _if, cst.Else: _else, cst.Assert: _assert}


def _if(node: cst.If, reader: Reader, word: str = "if") -> tuple[Statement, ...]:
    cursor = reader.cursor
    start = cursor.take_word(word)
    test = reader.expression(node.test)
    body = reader.suite(node.body)
    orelse: tuple[Statement, ...] = ()
    if isinstance(node.orelse, cst.If):
        with reader.deeper():
            orelse = _if(node.orelse, reader, "elif")
    elif node.orelse is not None:
        orelse = reader.suite(node.orelse.body)
    return (Branch(cursor.span(start), test, body, orelse),)


def _else(node: cst.Else, reader: Reader) -> tuple[Statement, ...]:
    return reader.suite(node.body)


def _assert(node: cst.Assert, reader: Reader) -> tuple[Statement, ...]:
    cursor = reader.cursor
    start = cursor.take_word("assert")
    test = reader.expression(node.test)
    message = reader.maybe(node.msg)
    span = cursor.span(start)
    raised: Expression = Name(span, "AssertionError")
    if message is not None:
        raised = Call(span, raised, (Argument("positional", None, message),))
    fails = Unary(test.span, "not", test)
    return (Branch(span, fails, (Leave(span, "raise", raised),), ()),)
