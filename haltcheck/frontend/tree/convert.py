"""Statements of a tree become our forms."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from haltcheck.frontend.block import resolve
from haltcheck.frontend.statement import Statement
from haltcheck.frontend.tree.operation import OPERATIONS
from haltcheck.frontend.tree.reader import TreeReader, Way
from haltcheck.frontend.tree.scope import SCOPES
from haltcheck.frontend.tree.statement import STATEMENTS

WAYS: Mapping[type, Way] = {**OPERATIONS, **SCOPES, **STATEMENTS}


def convert_nodes(nodes: Iterable[ast.stmt], reader: TreeReader) -> tuple[Statement, ...]:
    """Converts statements of one block; raises ForeignError where libcst has to read them."""
    body = reader.run(nodes)
    resolve(reader.block)
    return body


def definitions(tree: ast.Module) -> dict[int, ast.stmt]:
    """The outermost functions of a file by the line of their ``def``."""
    found: dict[int, ast.stmt] = {}
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found[node.lineno] = node
        elif isinstance(node, ast.stmt | ast.Module | ast.ExceptHandler | ast.match_case):
            for name in ("body", "orelse", "handlers", "finalbody", "cases"):
                todo += getattr(node, name, ())
    return found
