"""A source becomes syntax: contents by ``ast``, the functions that matter by libcst."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import libcst as cst
from libcst import native

from haltcheck.basis.discover import load_all
from haltcheck.basis.span import Span
from haltcheck.frontend.block import resolve
from haltcheck.frontend.constant import bound_constants, statement_lines
from haltcheck.frontend.contents import tabulate
from haltcheck.frontend.cursor import Cursor, LostError, line_starts
from haltcheck.frontend.expression import Gap, Literal
from haltcheck.frontend.form import Form
from haltcheck.frontend.pick import Pick, pick
from haltcheck.frontend.quiet import parse_quietly
from haltcheck.frontend.reader import Converter, Reader, TooDeepError
from haltcheck.frontend.source import Source
from haltcheck.frontend.statement import Function, Statement
from haltcheck.frontend.syntax import Syntax, Unreadable
from haltcheck.frontend.table import Table

_UNPARSED = (SyntaxError, ValueError, RecursionError, MemoryError)
_UNREAD = (cst.ParserSyntaxError, SyntaxError, LostError)


def parse(source: Source) -> Syntax | Unreadable:
    """Reads a file; what cannot be read at all is Unreadable, what cannot be modelled a gap."""
    with _collection_paused():
        try:
            tree = parse_quietly(source.text)
        except _UNPARSED:
            return _parse_whole(source)
        table = tabulate(tree, source.lines)
        try:
            return _Reading(source, table, tree).run()
        except _UNREAD:
            return _parse_whole(source)


@contextmanager
def _collection_paused() -> Iterator[None]:
    """A tree under construction holds no garbage, and looking for some doubles the cost."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@cache
def _table() -> dict[type, Converter]:
    """The converter of every libcst node type, from the open set of forms."""
    forms = load_all("haltcheck.frontend.forms", Form)
    return {kind: way for form in forms.values() for kind, way in form().converters().items()}


class _Reading:
    """One file whose contents are known: reads the functions that were picked."""

    def __init__(self, source: Source, table: Table, tree: ast.Module) -> None:
        self.source = source
        self.table = table
        self.tree = tree
        self.starts = line_starts(source.lines)
        self.functions: dict[str, Function] = {}
        self.gaps: list[Gap] = []

    def run(self) -> Syntax:
        picked = pick(self.table)
        if picked.module:
            self._read_module(picked)
        else:
            for name in picked.functions:
                self._read_function(name)
        self.gaps.sort(key=lambda gap: gap.span)
        order = {name: number for number, name in enumerate(self.table.contents.functions)}
        functions = sorted(self.functions.items(), key=lambda item: order.get(item[0], -1))
        constants = self._constants()
        return Syntax(self.table.contents, dict(functions), constants, tuple(self.gaps))

    def _reader(self, cursor: Cursor) -> Reader:
        return Reader(cursor, _table(), self.table.places)

    def _read_function(self, name: str) -> None:
        first = self.table.first_lines[name]
        last = self.table.contents.functions[name].span.end_line
        reader = self._reader(Cursor(self.source.text, self.starts, self.starts[first - 1]))
        _read_lines(self.source.lines[first - 1 : last], reader)
        self._keep(reader)

    def _read_module(self, picked: Pick) -> None:
        reader = self._reader(Cursor(self.source.text, self.starts))
        body = _read_lines(self.source.lines, reader)
        self._keep(reader)
        if self.table.contents.module_loops:
            self.functions["<module>"] = _module(self.source, body)

    def _keep(self, reader: Reader) -> None:
        self.functions.update(reader.functions)
        self.gaps.extend(reader.gaps)

    def _constants(self) -> dict[str, Literal]:
        mentions = self.table.mentions
        wanted = {name for function in self.functions for name in mentions.get(function, ())}
        found: dict[str, Literal] = {}
        for first, last in statement_lines(self.tree, self.table, wanted):
            reader = self._reader(Cursor(self.source.text, self.starts, self.starts[first - 1]))
            body = _read_lines(self.source.lines[first - 1 : last], reader)
            found.update(bound_constants(body, wanted, self.table))
        return found


def _read_lines(lines: tuple[str, ...], reader: Reader) -> tuple[Statement, ...]:
    """Converts whole lines, verbatim; indented ones stand under a line of their own."""
    indented = bool(lines) and lines[0][:1] in (" ", "\t", "\f")
    text = "\n".join((("if 1:", *lines) if indented else lines)) + "\n"
    module = native.parse_module(text)
    reader.default_indent = module.default_indent
    top = module.body
    body = reader.suite(top[0].body) if indented else reader.statements(top)
    resolve(reader.block)
    return body


def _module(source: Source, body: tuple[Statement, ...]) -> Function:
    span = Span(1, 1, max(1, len(source.lines)), len(source.lines[-1]) + 1)
    return Function("<module>", "<module>", span, (), body, Reader(Cursor("", [0]), {}).block.scope)


def _parse_whole(source: Source) -> Syntax | Unreadable:
    """libcst reads all of a file that the running Python cannot parse."""
    reader = Reader(Cursor(source.text, line_starts(source.lines)), _table())
    try:
        _read_lines(source.lines, reader)
    except cst.ParserSyntaxError as error:
        line, column = error.raw_line, error.raw_column + 1
        return Unreadable(Span(line, column, line, column + 1), error.message)
    except (SyntaxError, LostError, TooDeepError) as error:
        return Unreadable(Span(1, 1, 1, 2), str(error))
    return Unreadable(Span(1, 1, 1, 2), "not read yet")
