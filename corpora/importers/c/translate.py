"""One C program to one Python module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpora.importers.c import fit, order
from corpora.importers.c.fold import constant
from corpora.importers.c.inputs import settle
from corpora.importers.c.kind import Kind, within
from corpora.importers.c.module import write
from corpora.importers.c.source import parse
from corpora.importers.c.span import Spans
from corpora.importers.c.tree import (
    Array,
    Ask,
    Assign,
    Declare,
    Expression,
    Input,
    Program,
    Read,
    Variable,
    all_nodes,
    statements,
)
from corpora.importers.c.unit import Unit, only_main_knows
from corpora.refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Translation:
    """The module, and what its ``main`` takes: ``own`` parameters, then inputs, then ``nondet``.

    ``answered`` are the nodes of the syntax, declarations and calls, whose value ``nondet``
    answers again and again, with their types; without any of them ``main`` does not take it.
    """

    python: str
    own: int
    inputs: tuple[Input, ...]
    answered: tuple[tuple[Any, Kind | Array], ...]


def translate(text: str, file: str, title: str) -> Translation:
    """The program at ``file`` as typed Python that means the same. Raises RefusedError."""
    return translated(parse(text, file), title)


def translated(syntax: Any, title: str) -> Translation:
    """The same from the syntax tree of ``source.parse``."""
    program = Unit(syntax).program()
    _fix(program)
    _localise(program)
    settle(program)
    _check_inputs(program)
    order.check(program)
    spans = Spans(program)
    fit.check(program, spans)
    python = write(program, spans, title)
    _check_depth(python)
    main = program.main
    return Translation(python, len(main.parameters), tuple(main.passed), tuple(_answered(program)))


def _check_depth(python: str) -> None:
    try:
        compile(python, "<translated>", "exec")
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise RefusedError("nested deeper than Python takes") from error


def _fix(program: Program) -> None:
    """Variables of the file that nothing writes are the numbers that they begin with."""
    written = {
        node.target.variable
        for function in program.functions
        for node in all_nodes(function.body)
        if isinstance(node, Assign) and isinstance(node.target, Read)
    }
    for one in program.globals:
        if one.variable not in written and one.value is not None:
            one.variable.fixed = _first(one.variable, one.value)
    program.globals = [one for one in program.globals if one.variable.fixed is None]


def _first(variable: Variable, value: Expression) -> int | None:
    found = constant(value)
    kind = variable.kind
    if found is not None and isinstance(kind, Kind) and not within((found, found), kind):
        raise RefusedError(f"{variable.name} cannot be {found}", value.line)
    return found


def _localise(program: Program) -> None:
    """Variables of the file that only ``main`` knows become its own, as it runs once."""
    known = only_main_knows(program)
    own = [one for one in program.globals if one.variable in known]
    program.globals = [one for one in program.globals if one.variable not in known]
    for one in own:
        one.variable.is_global = False
    program.main.body[:0] = own


def _check_inputs(program: Program) -> None:
    for function in program.functions:
        for one in statements(function.body):
            if isinstance(one, Declare) and one.variable.fresh and _nested(one):
                raise RefusedError("rows of which nothing is known", one.line)


def _answered(program: Program) -> Iterator[tuple[Any, Kind | Array]]:
    for function in program.functions:
        for one in statements(function.body):
            if isinstance(one, Declare) and one.variable.fresh and one.input is None:
                yield one.site, one.variable.kind
        for node in all_nodes(function.body):
            if isinstance(node, Ask) and node.input is None and node.kind is not None:
                yield node.site, node.kind


def _nested(declared: Declare) -> bool:
    kind = declared.variable.kind
    return isinstance(kind, Array) and isinstance(kind.element, Array)
