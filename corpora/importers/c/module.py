"""A tree of C as the text of a Python module."""

from __future__ import annotations

import ast

from corpora.importers.c import python as py
from corpora.importers.c.assigned import Assigned
from corpora.importers.c.flow import Flow
from corpora.importers.c.kind import BOOL, INT, LONG, Kind
from corpora.importers.c.names import NONDET, QUOTIENT, REMAINDER, name_all, written
from corpora.importers.c.span import Spans
from corpora.importers.c.tree import Array, Declare, Function, Program
from corpora.importers.c.value import Values

_HELPERS = {
    QUOTIENT: f"""def {QUOTIENT}(left: int, right: int) -> int:
    if (left >= 0) == (right >= 0):
        return abs(left) // abs(right)
    return -(abs(left) // abs(right))
""",
    REMAINDER: f"""def {REMAINDER}(left: int, right: int) -> int:
    return left - right * {QUOTIENT}(left, right)
""",
}


def write(program: Program, spans: Spans, title: str) -> str:
    """The module; ``title`` is its first line, a comment."""
    names = name_all(program)
    asked: set[str] = set()
    main = program.main
    first = [_global(one, Values(spans, names[main], main, asked)) for one in program.globals]
    defined = [
        _definition(one, Values(spans, names[one], one, asked), is_main=one is main)
        for one in program.functions
    ]
    parts = [f"# {title}\n"]
    if any(function.asks for function in program.functions):
        parts.append("from collections.abc import Callable\n")
    parts += [_HELPERS[one] for one in (QUOTIENT, REMAINDER) if one in asked]
    if first:
        parts.append(py.text(ast.Module(first, [])))
    parts += [py.text(ast.Module([one], [])) for one in defined]
    return "\n\n".join(parts)


def _global(declared: Declare, values: Values) -> ast.stmt:
    (only,) = Flow(values).body([declared])
    return only


def _definition(function: Function, values: Values, *, is_main: bool) -> ast.stmt:
    body: list[ast.stmt] = []
    changed = written(function)
    if changed:
        body.append(ast.Global(changed))
    if is_main:
        body += _guards(function, values.halt)
    body += Flow(values).body(function.body)
    if function.kind is not None and Assigned(function).ends:
        body.append(ast.Return(py.number(0)))
    given = [(one.python, one.kind) for one in function.parameters]
    given += [(one.python, one.kind) for one in function.passed]
    parameters = [ast.arg(name, _type(kind)) for name, kind in given]
    if function.asks:
        parameters.append(ast.arg(NONDET, py.name("Callable[[], int]")))
    return ast.FunctionDef(
        function.python,
        ast.arguments([], parameters, None, [], [], None, []),
        body or [ast.Pass()],
        [],
        _type(function.kind),
        None,
    )


def _guards(main: Function, halt: ast.stmt) -> list[ast.stmt]:
    """What is outside of a type's range is no input; plain integers have no range here."""
    done: list[ast.stmt] = []
    for parameter in main.parameters if main.once else ():
        # The count of arguments is never negative (C11 5.1.2.2.1).
        negative = py.comparison("<", py.name(parameter.python), py.number(0))
        done += py.when(negative, [halt])
    for one in main.passed:
        if isinstance(one.kind, Kind) and one.kind not in (INT, LONG, BOOL):
            fits = py.between(one.kind.span[0], py.name(one.python), one.kind.span[1])
            done += py.when(py.opposite(fits), [halt])
    return done


def _type(kind: Kind | Array | None) -> ast.expr:
    if kind is None:
        return ast.Constant(None)
    if isinstance(kind, Array):
        return ast.Subscript(py.name("list"), _type(kind.element), ast.Load())
    return py.name("bool" if kind == BOOL else "int")
