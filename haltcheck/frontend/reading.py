"""The functions that were picked are read, from their own lines or out of the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import libcst as cst

from haltcheck.basis.span import Span
from haltcheck.frontend.blank import blanked
from haltcheck.frontend.constant import Bound, statement_lines
from haltcheck.frontend.convert import convert_lines, converters
from haltcheck.frontend.cursor import Cursor, LostError, line_starts
from haltcheck.frontend.expression import Gap, Scope
from haltcheck.frontend.outline import outline
from haltcheck.frontend.overview import Overview
from haltcheck.frontend.pick import Pick, pick
from haltcheck.frontend.piecemeal import Piecemeal
from haltcheck.frontend.reader import Reader, TooDeepError
from haltcheck.frontend.rest import Rest
from haltcheck.frontend.source import Source
from haltcheck.frontend.statement import Function, Skip, Statement
from haltcheck.frontend.stub import stub_of_entry, without_bodies
from haltcheck.frontend.syntax import Syntax, Unreadable
from haltcheck.frontend.table import Table
from haltcheck.frontend.unread import NOTHING, Unread

UNREAD = (cst.ParserSyntaxError, cst.CSTLogicError, SyntaxError, LostError)
_TROUBLE = (*UNREAD, TooDeepError)
_MODULE = "<module>"

_AT = re.compile(r"error at (\d+):(\d+)")
_TOO_DEEP = "nested too deep"


class Reading:
    """One file whose contents are known by ``ast``: reads what was picked, piece by piece."""

    def __init__(self, source: Source, seen: Overview, guarded: bool = True) -> None:
        self.source = source
        self.seen = seen
        self.table = seen.table
        self.guarded = guarded
        self.starts = line_starts(source.lines)
        self.functions: dict[str, Function] = {}
        self.gaps: list[Gap] = []

    def run(self, piecemeal: bool = False) -> Syntax:
        """The syntax of the file; raises one of UNREAD where a piece cannot be read by itself.

        If ``piecemeal``, functions are read when they are asked for, where that can be done.
        """
        picked = self.seen.picked
        if piecemeal and not picked.module and not self.guarded:
            return self._piecemeal(picked)
        if not picked.module or not self._read_module(picked):
            for name in picked.functions:
                self._read_function(name)
        bound = self._bound(self.functions)
        # What nests deep is read on a larger stack than later readers have.
        rest = NOTHING if self.guarded else Rest(self.source, self.table, _TROUBLE)
        return _assemble(self.table, self.functions, self.gaps, bound, rest)

    def _piecemeal(self, picked: Pick) -> Syntax:
        units = dict(self._units(picked))
        rest = Rest(self.source, self.table, _TROUBLE)
        pieces = Reading(self.source, self.seen, self.guarded)
        functions = Piecemeal(units, pieces.piece)
        return _syntax(self.table, functions, (), self._bound(units), rest)

    def _units(self, picked: Pick) -> Iterator[tuple[str, str]]:
        """What is read together with which outermost function: all that stands on its lines."""
        entries, first = self.table.contents.functions, self.table.first_lines
        lines = {
            line: unit
            for unit in picked.functions
            for line in range(first[unit], entries[unit].span.end_line + 1)
        }
        for name, entry in entries.items():
            if entry.span.line in lines:
                yield name, lines[entry.span.line]

    def piece(self, name: str) -> Mapping[str, Function]:
        """An outermost function with those nested in it; nothing where it cannot be read."""
        self.functions = {}
        try:
            self._read_function(name)
        except UNREAD:
            return {}
        return self.functions

    def _reader(self, first: int) -> Reader:
        cursor = Cursor(self.source.text, self.starts, self.starts[first - 1])
        reader = Reader(cursor, converters(), self.table.places)
        reader.guarded = self.guarded
        return reader

    def _read_function(self, name: str) -> None:
        first = self.table.first_lines[name]
        last = self.table.contents.functions[name].span.end_line
        reader = self._reader(first)
        reader.in_class = self.table.contents.functions[name].in_class
        try:
            convert_lines(self.source.lines[first - 1 : last], reader)
        except TooDeepError:
            self._give_up(name)
        else:
            self._keep(reader)

    def _read_module(self, picked: Pick) -> bool:
        lines, unread = blanked(self.source.lines, self.table, picked)
        cursor = Cursor("\n".join(lines), line_starts(lines))
        reader = Reader(cursor, converters(), self.table.places)
        reader.guarded = self.guarded
        reader.unread = {name: self.table.contents.functions[name] for name in unread}
        try:
            body = convert_lines(lines, reader)
        except TooDeepError:
            self._give_up(_MODULE)
            return False
        self.gaps.extend(reader.gaps)
        self.functions.update(_picked(reader.functions, self.table, picked))
        self.functions[_MODULE] = _module(self.source, body)
        return True

    def _keep(self, reader: Reader) -> None:
        self.functions.update(reader.functions)
        self.gaps.extend(reader.gaps)

    def _give_up(self, unit: str) -> None:
        """Stands in for everything in a unit that nests too deep: each function is one gap."""
        entries = self.table.contents.functions
        if unit == _MODULE:
            gap = Gap(Span(1, 1, 1, 2), "module", _TOO_DEEP)
            stub = _module(self.source, (Skip(gap.span, gap),))
            self.functions[_MODULE] = stub
            self.gaps.append(gap)
            return
        span = entries[unit].span
        for name, entry in entries.items():
            if span.line <= entry.span.line and entry.span.end_line <= span.end_line:
                self.functions[name] = stub_of_entry(entry, _TOO_DEEP)
        self.gaps.append(Gap(span, "def", _TOO_DEEP))

    def _bound(self, functions: Iterable[str]) -> Bound:
        wanted = _mentioned(functions, self.table)
        found = Bound()
        for first, last in statement_lines(self.seen.tellings, self.table, wanted):
            body = convert_lines(self.source.lines[first - 1 : last], self._reader(first))
            found.add(body, wanted, self.table)
        return found


def read_whole(source: Source, first_error: Unreadable | None = None) -> Syntax | Unreadable:
    """libcst alone reads all of a file, its contents included.

    ``first_error`` is what Python itself said, in better words; but where libcst came further
    down, Python merely did not know the syntax.
    """
    reader = Reader(Cursor(source.text, line_starts(source.lines)), converters())
    try:
        body = convert_lines(source.lines, reader)
    except UNREAD as error:
        found = _unreadable(error)
        if first_error is None or found.span.line > first_error.span.line + 1:
            return found
        return first_error
    except TooDeepError:
        return Unreadable(Span(1, 1, 1, 2), _TOO_DEEP)
    table = outline(body, source.lines)
    picked = pick(table)
    functions = _picked(reader.functions, table, picked)
    gaps = [g for g in reader.gaps if picked.module or _is_inside(g, functions.values())]
    if picked.module:
        functions[_MODULE] = _module(source, without_bodies(body, picked.functions))
    wanted = _mentioned(functions, table)
    bound = Bound()
    bound.add(body, wanted, table)
    return _assemble(table, functions, gaps, bound)


def _picked(functions: dict[str, Function], table: Table, picked: Pick) -> dict[str, Function]:
    return {name: f for name, f in functions.items() if _is_picked(name, table, picked)}


def _is_picked(name: str, table: Table, picked: Pick) -> bool:
    while table.parents[name] != _MODULE:
        name = table.parents[name]
    return name in picked.functions or (picked.module and "<" in name)


def _is_inside(gap: Gap, functions: Iterable[Function]) -> bool:
    return any(f.span.line <= gap.span.line <= f.span.end_line for f in functions)


def _mentioned(functions: Iterable[str], table: Table) -> set[str]:
    return {name for function in functions for name in table.mentions.get(function, ())}


def _assemble(
    table: Table,
    functions: dict[str, Function],
    gaps: list[Gap],
    bound: Bound,
    rest: Unread = NOTHING,
) -> Syntax:
    names = [_MODULE, *table.contents.functions]
    ordered = {name: functions[name] for name in names if name in functions}
    return _syntax(table, ordered, tuple(sorted(gaps, key=_place)), bound, rest)


def _syntax(
    table: Table,
    functions: Mapping[str, Function],
    gaps: tuple[Gap, ...],
    bound: Bound,
    rest: Unread,
) -> Syntax:
    return Syntax(
        table.contents,
        functions,
        bound.constants,
        gaps,
        bound.rows,
        bound.patterns,
        bound.layouts,
        rest,
    )


def _place(item: Gap) -> Span:
    return item.span


def _unreadable(error: Exception) -> Unreadable:
    if isinstance(error, cst.ParserSyntaxError):
        # Only the message has the line right; ``raw_line`` is one too many for parser errors.
        at = _AT.search(error.message)
        line, column = (int(at[1]), int(at[2])) if at else (error.raw_line, error.raw_column)
        line, column = max(1, line), column + 1
        return Unreadable(Span(line, column, line, column + 1), error.message)
    return Unreadable(Span(1, 1, 1, 2), str(error) or type(error).__name__)


def _module(source: Source, body: tuple[Statement, ...]) -> Function:
    lines = source.lines
    span = Span(1, 1, len(lines), len(lines[-1]) + 1)
    return Function(_MODULE, _MODULE, span, (), body, Scope())
