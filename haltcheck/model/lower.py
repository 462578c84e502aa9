"""Syntax becomes a program: three-address code on control-flow graphs, exceptions as edges."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial

from haltcheck.frontend import statement
from haltcheck.frontend.expression import Gap
from haltcheck.frontend.parse import parse
from haltcheck.frontend.piecemeal import Piecemeal
from haltcheck.frontend.source import decode
from haltcheck.frontend.syntax import Contents, Syntax, Unreadable
from haltcheck.model import (
    lower_comprehension,
    lower_definition,
    lower_exit,
    lower_expression,
    lower_pattern,
    lower_statement,
    lower_target,
    lower_test,
)
from haltcheck.model.later import AsNeeded, OnDemand, in_order
from haltcheck.model.lower_function import Unit, lower_function
from haltcheck.model.program import Function, Program

_VALUES = {**lower_expression.FORMS, **lower_comprehension.FORMS}
_STATEMENTS = {
    **lower_statement.FORMS,
    **lower_target.FORMS,
    **lower_exit.FORMS,
    **lower_pattern.FORMS,
    **lower_definition.FORMS,
}

# Far more frames than any syntax that can be read nests; they live on the heap, not on the stack.
_DEPTH = 50_000


def lower(syntax: Syntax) -> Program:
    """Lowers every function that was read, nested functions and generator expressions too."""
    unit = _unit(syntax.contents)
    with _deep_recursion():
        # An enclosing function has the shorter name, and lowers what is nested in it.
        for qualname in sorted(syntax.functions, key=len):
            if qualname not in unit.functions:
                lower_function(unit, syntax.functions[qualname], {})
    gaps = tuple(dict.fromkeys((*syntax.gaps, *unit.gaps)))
    return _program(syntax, in_order(unit.functions), gaps)


def _program(
    syntax: Syntax, functions: Mapping[str, Function], gaps: tuple[Gap, ...] = ()
) -> Program:
    later = OnDemand(syntax.unread, partial(_lowered, syntax.contents), _of_neighbour)
    return Program(
        syntax.contents,
        functions,
        dict(syntax.constants),
        gaps,
        dict(syntax.rows),
        dict(syntax.patterns),
        dict(syntax.layouts),
        later=later,
    )


def _of_neighbour(path: str) -> Program | None:
    """Another file of the tree, read once for all that import it."""
    try:
        return _of_version(path, os.stat(path).st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=64)
def _of_version(path: str, changed: int) -> Program | None:
    """The file; ``changed`` tells a version from the next."""
    with open(path, "rb") as stream:
        source = decode(stream.read(), path)
    found = source if isinstance(source, Unreadable) else parse(source, piecemeal=True)
    if isinstance(found, Unreadable):
        return None
    if not isinstance(found.functions, Piecemeal):
        return lower(found)
    return _program(found, AsNeeded(found.functions, partial(_lowered, found.contents)))


def _unit(contents: Contents) -> Unit:
    return Unit(
        contents=contents,
        values=_VALUES,
        statements=_STATEMENTS,
        targets=lower_target.TARGETS,
        tests=lower_test.FORMS,
    )


def _lowered(contents: Contents, functions: Iterable[statement.Function]) -> dict[str, Function]:
    """Functions by themselves, with what is nested in them."""
    unit = _unit(contents)
    with _deep_recursion():
        for function in sorted(functions, key=lambda one: len(one.qualname)):
            if function.qualname not in unit.functions:
                lower_function(unit, function, {})
    return unit.functions


@contextmanager
def _deep_recursion() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
