"""What every converter of ``ast`` is handed: where nodes stand, and the way to the others."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import libcst as cst

from haltcheck.basis.span import Span
from haltcheck.frontend.convert import converters
from haltcheck.frontend.cursor import Cursor
from haltcheck.frontend.expression import Constant, Display, Expression, Name, Starred
from haltcheck.frontend.reader import DEEPEST, Reader, TooDeepError
from haltcheck.frontend.statement import Statement

Way = Callable[[Any, "TreeReader"], Any]
_DISPLAYS = {ast.Tuple: "tuple", ast.List: "list"}


class ForeignError(Exception):
    """A construct that is left to libcst."""


class TreeReader(Reader):
    """One reading of nodes of a tree; what no way is known for is read by libcst.

    Columns of ``ast`` count bytes, ours count code points.
    """

    def __init__(
        self, lines: Sequence[str], cursor: Cursor, ways: Mapping[type, Way], names: Any
    ) -> None:
        super().__init__(cursor, converters(), names)
        self.lines = lines
        self.ways = ways
        self.is_ascii = cursor.text.isascii()

    def column(self, line: int, offset: int) -> int:
        """How many code points stand in front of so many bytes of a line."""
        text = self.lines[line - 1]
        if self.is_ascii or text.isascii():
            return offset
        return len(text.encode("utf-8")[:offset].decode("utf-8"))

    def place(self, node: Any) -> Span:
        """Where a node stands."""
        if self.is_ascii:
            return Span(node.lineno, node.col_offset + 1, node.end_lineno, node.end_col_offset + 1)
        first, last = node.lineno, node.end_lineno
        column = self.column(first, node.col_offset) + 1
        return Span(first, column, last, self.column(last, node.end_col_offset) + 1)

    def start(self, node: Any) -> int:
        """The position in the text where a node begins."""
        line: int = node.lineno
        return self.cursor.starts[line - 1] + self.column(line, node.col_offset)

    def end(self, node: Any) -> int:
        """The position in the text just behind a node."""
        line: int = node.end_lineno
        return self.cursor.starts[line - 1] + self.column(line, node.end_col_offset)

    def read(self, node: ast.expr) -> Expression:
        """Converts an expression that is read."""
        kind = node.__class__
        if kind is ast.Name:
            self.block.reads.add(node.id)  # type: ignore[attr-defined]
            return Name(self.place(node), node.id)  # type: ignore[attr-defined]
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeepError
        way = self.ways.get(kind)
        found: Expression = self._foreign(node) if way is None else way(node, self)
        self.depth -= 1
        return found

    def _foreign(self, node: ast.expr) -> Expression:
        """What libcst makes of the text of an expression."""
        start, end = self.start(node), self.end(node)
        self.cursor.position = start
        tree = cst.parse_expression(f"({self.cursor.text[start:end]})")
        found: Expression = self.table[tree.__class__](tree, self)
        return found

    def read_if_any(self, node: ast.expr | None) -> Expression | None:
        """Converts an expression that may be absent."""
        return None if node is None else self.read(node)

    def read_all(self, nodes: Iterable[ast.expr]) -> tuple[Expression, ...]:
        """Converts expressions from left to right."""
        return tuple([self.read(node) for node in nodes])

    def bind(self, node: ast.expr) -> Expression:
        """Converts what is assigned to or deleted; its bare names are bound."""
        if isinstance(node, ast.Name):
            self.block.bound.add(node.id)
            return Name(self.place(node), node.id)
        if isinstance(node, ast.Tuple | ast.List):
            items = tuple([self.bind(one) for one in node.elts])
            return Display(self.place(node), _DISPLAYS[node.__class__], items)
        if isinstance(node, ast.Starred):
            return Starred(self.place(node), self.bind(node.value))
        return self.read(node)

    def run(self, nodes: Iterable[ast.stmt]) -> tuple[Statement, ...]:
        """Converts statements in order; one may yield none or several."""
        found: list[Statement] = []
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeepError
        for node in nodes:
            way = self.ways.get(node.__class__)
            if way is None:
                raise ForeignError(node.__class__.__name__)
            found += way(node, self)
        self.depth -= 1
        return tuple(found)


def constant(node: ast.Constant, reader: TreeReader) -> Expression:
    """A literal; the dots are a name."""
    span = reader.place(node)
    return Name(span, "Ellipsis") if node.value is ... else Constant(span, node.value)
