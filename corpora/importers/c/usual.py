"""The functions that every suite has, and what their usual bodies look like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

EXITS: Final = frozenset(
    {"abort", "exit", "_exit", "_Exit", "quick_exit", "__assert_fail"}
    | {"reach_error", "__VERIFIER_error"}
)
"""Functions that end the program."""

ASSUMPTIONS: Final = frozenset({"__VERIFIER_assume", "assume_abort_if_not", "__CPROVER_assume"})
"""Functions that end the program quietly unless their argument holds."""

ASSERTIONS: Final = frozenset({"__VERIFIER_assert", "assert", "__CPROVER_assert"})
"""Functions that end the program as an error unless their argument holds."""

PRINTERS: Final = frozenset({"printf", "puts", "putchar", "fflush", "srand", "perror"})
"""Functions of which nothing is asked afterwards."""

EVERYWHERE: Final = EXITS | ASSUMPTIONS | ASSERTIONS

_QUIET = frozenset(
    {"Compound", "FuncCall", "ExprList", "Constant", "ID", "Label", "Return", "EmptyStatement"}
    | {"Cast", "Typename", "TypeDecl", "IdentifierType", "UnaryOp", "BinaryOp", "Pragma"}
)


def usual_ones(file: Any) -> frozenset[str]:
    """Those of EVERYWHERE that a file leaves to the suite, or defines as every suite does.

    ``file`` is the syntax tree. A definition of another shape is a function of its own.
    """
    defined = {
        one.decl.name: one
        for one in file.ext
        if type(one).__name__ == "FuncDef" and one.decl.name in EVERYWHERE
    }
    usual = EVERYWHERE - defined.keys()
    changed = True
    while changed:
        found = {name for name, node in defined.items() if _is_usual(node, usual)}
        changed = not found <= usual
        usual |= found
    return usual


def _is_usual(node: Any, usual: frozenset[str]) -> bool:
    items = list(node.body.block_items or ())
    if node.decl.name in EXITS:
        return all(_is_quiet(one, usual) for one in items) and _leaves(node.body, usual)
    parameters = node.decl.type.args.params if node.decl.type.args is not None else []
    if (
        len(parameters) != 1
        or not items
        or not is_kind(items[0], "If")
        or _is_narrow(parameters[0])
    ):
        return False
    (wanted,), (first, *rest) = parameters, items
    refused = (
        is_kind(first.cond, "UnaryOp") and first.cond.op == "!" and is_kind(first.cond.expr, "ID")
    )
    return (
        refused
        and first.cond.expr.name == wanted.name
        and first.iffalse is None
        and _is_quiet(first.iftrue, usual)
        and _leaves(first.iftrue, usual)
        and all(is_kind(one, "EmptyStatement") or _is_bare_return(one) for one in rest)
    )


def _is_bare_return(node: Any) -> bool:
    return is_kind(node, "Return") and node.expr is None


def is_kind(node: Any, *names: str) -> bool:
    """Whether a node of the syntax is of one of these classes."""
    return type(node).__name__ in names


def _is_narrow(parameter: Any) -> bool:
    return any(
        is_kind(one, "IdentifierType") and {"char", "short"} & set(one.names)
        for one in walk(parameter)
    )


def walk(node: Any) -> Iterator[Any]:
    """A node of the syntax and all below it."""
    yield node
    for _, child in node.children():
        yield from walk(child)


def _is_quiet(node: Any, usual: frozenset[str]) -> bool:
    """Whether a statement calls nothing but what ends or prints, and changes nothing."""
    known = PRINTERS | (usual & (EXITS | {"assert"}))
    for one in walk(node):
        if type(one).__name__ not in _QUIET or (is_kind(one, "UnaryOp") and one.op not in "!-+~&"):
            return False
        if is_kind(one, "FuncCall") and not (is_kind(one.name, "ID") and one.name.name in known):
            return False
    return True


def _leaves(node: Any, usual: frozenset[str]) -> bool:
    """Whether a quiet statement ends the program."""
    if is_kind(node, "Compound"):
        for one in node.block_items or ():
            if is_kind(one, "Return") or _leaves(one, usual):
                return not is_kind(one, "Return")
        return False
    if is_kind(node, "Label"):
        return _leaves(node.stmt, usual)
    if not is_kind(node, "FuncCall") or node.name.name not in usual:
        return False
    if node.name.name != "assert":
        return node.name.name in EXITS
    (condition,) = node.args.exprs
    return is_kind(condition, "Constant") and condition.value == "0"
