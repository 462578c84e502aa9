"""Module-level names that are bound once, to a literal."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from haltcheck.basis.record import record
from haltcheck.frontend.expression import (
    Argument,
    Attribute,
    Binary,
    Call,
    Constant,
    Display,
    Expression,
    Literal,
    Name,
    Unary,
)
from haltcheck.frontend.statement import Assign, Statement
from haltcheck.frontend.table import Table
from haltcheck.frontend.walk import dotted_text

_LONG = 16
"""Tuples with more members are not kept."""


@dataclass(slots=True)
class Bound:
    """Names of a module that are bound once: to a literal, a tuple, a pattern, a layout."""

    constants: dict[str, Literal] = field(default_factory=dict)
    rows: dict[str, tuple[Literal, ...]] = field(default_factory=dict)
    patterns: dict[str, str | bytes] = field(default_factory=dict)
    layouts: dict[str, str | bytes] = field(default_factory=dict)

    def add(self, body: Iterable[Statement], wanted: set[str], table: Table) -> None:
        """Takes in what top-level statements bind."""
        body = tuple(body)
        self.constants.update(bound_constants(body, wanted, table))
        self.rows.update(bound_rows(body, wanted, table))
        self.patterns.update(bound_patterns(body, wanted, table))
        self.layouts.update(bound_layouts(body, wanted, table))


@record
class Telling:
    """A top-level statement that binds ``names`` to something that is told by itself."""

    names: tuple[str, ...]
    first: int
    last: int


def telling(tree: ast.Module) -> Iterator[Telling]:
    """Every top-level statement that binds a literal, a tuple, a pattern or a layout."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        else:
            continue
        names = tuple(target.id for target in targets if isinstance(target, ast.Name))
        told = _is_literal(value) or _is_row(value) or _is_pattern(value) or _is_layout(value)
        if told and names:
            yield Telling(names, node.lineno, node.end_lineno or node.lineno)


def statement_lines(
    tellings: Iterable[Telling], table: Table, wanted: set[str]
) -> Iterator[tuple[int, int]]:
    """First and last line of every statement that may bind a wanted constant."""
    for one in tellings:
        if any(_is_constant(name, wanted, table) for name in one.names):
            yield one.first, one.last


def _is_literal(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and node.value is not Ellipsis


def _is_row(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple) and all(_is_literal(member) for member in node.elts)


def _is_pattern(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr) == ("re", "compile")
        and bool(node.args)
        and _is_literal(node.args[0])
    )


def _is_layout(node: ast.expr) -> bool:
    if not isinstance(node, ast.Call) or len(node.args) != 1 or not _is_literal(node.args[0]):
        return False
    return dotted_text(node.func) in ("struct.Struct", "Struct")


def _is_constant(name: str, wanted: set[str], table: Table) -> bool:
    return name in wanted and table.contents.global_writes.get(name) == 1


def _bindings(
    body: Iterable[Statement], wanted: set[str], table: Table
) -> Iterator[tuple[str, Expression]]:
    """The wanted names with what binds them; a later ``import *`` may rebind them."""
    for statement in body:
        if not isinstance(statement, Assign) or statement.span.line <= table.star_line:
            continue
        for target in statement.targets:
            if isinstance(target, Name) and _is_constant(target.id, wanted, table):
                yield target.id, statement.value


def bound_constants(
    body: Iterable[Statement], wanted: set[str], table: Table
) -> Iterator[tuple[str, Literal]]:
    """The wanted constants among top-level statements."""
    for name, bound in _bindings(body, wanted, table):
        for value in _literal(bound):
            yield name, value


def bound_rows(
    body: Iterable[Statement], wanted: set[str], table: Table
) -> Iterator[tuple[str, tuple[Literal, ...]]]:
    """The wanted tuples of literals among top-level statements."""
    for name, bound in _bindings(body, wanted, table):
        if not isinstance(bound, Display) or bound.kind != "tuple":
            continue
        members = [value for item in bound.items for value in _literal(item)]
        if len(bound.items) == len(members) <= _LONG:
            yield name, tuple(members)


def bound_patterns(
    body: Iterable[Statement], wanted: set[str], table: Table
) -> Iterator[tuple[str, str | bytes]]:
    """The wanted names that are bound to ``re.compile`` of a literal, with that literal."""
    for name, bound in _bindings(body, wanted, table):
        match bound:
            case Call(
                function=Attribute(value=Name(id="re"), attribute="compile"),
                arguments=(Argument(kind="positional", value=Constant(value=text)), *rest),
            ) if isinstance(text, str | bytes):
                letters = [_flags(one.value) for one in rest]
                if all(letters):
                    yield name, _flagged(text, "".join(letters))


def bound_layouts(
    body: Iterable[Statement], wanted: set[str], table: Table
) -> Iterator[tuple[str, str | bytes]]:
    """The wanted names that are bound to ``struct.Struct`` of a literal, with that literal."""
    for name, bound in _bindings(body, wanted, table):
        match bound:
            case Call(
                function=Attribute(value=Name(id="struct"), attribute="Struct") | Name(id="Struct"),
                arguments=(Argument(kind="positional", value=Constant(value=text)),),
            ) if isinstance(text, str | bytes):
                yield name, text


_LETTERS = {
    **dict.fromkeys(("ASCII", "A"), "a"),
    **dict.fromkeys(("IGNORECASE", "I"), "i"),
    **dict.fromkeys(("MULTILINE", "M"), "m"),
    **dict.fromkeys(("DOTALL", "S"), "s"),
    **dict.fromkeys(("VERBOSE", "X"), "x"),
    **dict.fromkeys(("UNICODE", "U"), "u"),
}


def _flags(value: Expression) -> str:
    """The letters of ``re.VERBOSE | re.S``; nothing where it is not understood."""
    match value:
        case Attribute(value=Name(id="re"), attribute=name):
            return _LETTERS.get(name, "")
        case Binary(operator="|", left=left, right=right):
            both = _flags(left), _flags(right)
            return "".join(both) if all(both) else ""
        case _:
            return ""


def _flagged(text: str | bytes, letters: str) -> str | bytes:
    """The pattern with its flags in front: ``(?x)``."""
    if not letters:
        return text
    chosen = "".join(dict.fromkeys(letters))
    return f"(?{chosen})".encode() + text if isinstance(text, bytes) else f"(?{chosen}){text}"


def _literal(value: Expression) -> Iterator[Literal]:
    """The value of a literal, or nothing."""
    if isinstance(value, Constant):
        yield value.value
    elif isinstance(value, Unary) and value.operator == "-":
        operand = value.operand
        if isinstance(operand, Constant) and isinstance(operand.value, int | float | complex):
            yield -operand.value
