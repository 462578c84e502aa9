"""Whether importing a file may run functions of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from haltcheck.frontend.exposure import READING
from haltcheck.frontend.syntax import Contents
from haltcheck.frontend.walk import dotted_text

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_HARMLESS = frozenset(
    [
        "property",
        "staticmethod",
        "classmethod",
        "dataclass",
        "dataclasses.dataclass",
        "abstractmethod",
        "abc.abstractmethod",
        "contextmanager",
        "contextlib.contextmanager",
        "lru_cache",
        "functools.lru_cache",
        "cache",
        "functools.cache",
        "functools.wraps",
        "wraps",
        "total_ordering",
        "functools.total_ordering",
        "overload",
        "typing.overload",
        "override",
        "final",
        "cached_property",
        "functools.cached_property",
        "unique",
        "enum.unique",
    ]
)
_HOOKS = ("__init_subclass__", "__set_name__", "__class_getitem__")


def runs_own_code(tree: ast.Module, contents: Contents) -> bool:
    """Whether a call, a decorator or a class statement of the module body may lead into it."""
    if any(name.rpartition(".")[2] in _HOOKS for name in contents.functions):
        return True
    rows = _named_tuples(tree)
    return any(_leads_in(node, contents, rows) for node in _at_import(tree))


def _named_tuples(tree: ast.Module) -> frozenset[str]:
    """The names that are bound to named tuples."""
    return frozenset(
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        if dotted_text(node.value.func) in ("namedtuple", "collections.namedtuple")
        for target in node.targets
        if isinstance(target, ast.Name)
    )


def _at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """What is evaluated while the file is imported."""
    todo: list[Any] = list(tree.body)
    while todo:
        node = todo.pop()
        yield node
        if isinstance(node, _FUNCTIONS):
            todo.extend((*node.args.defaults, *filter(None, node.args.kw_defaults)))
            todo.extend(one for one in node.decorator_list if isinstance(one, ast.Call))
        elif not isinstance(node, ast.Lambda):
            todo.extend(ast.iter_child_nodes(node))


def _leads_in(node: ast.AST, contents: Contents, rows: frozenset[str]) -> bool:
    if isinstance(node, _FUNCTIONS):
        return any(not _is_harmless(one) for one in node.decorator_list)
    if isinstance(node, ast.ClassDef):
        return bool(node.keywords) or any(not _is_harmless(one) for one in node.decorator_list)
    if isinstance(node, ast.comprehension | ast.For | ast.With):
        return False
    if not isinstance(node, ast.Call):
        return False
    text = dotted_text(node.func)
    if text in _HARMLESS or (text in rows and contents.global_writes.get(text) == 1):
        return False
    return _is_own(node.func, contents) or any(
        isinstance(part, ast.Lambda) or (isinstance(part, ast.Name) and _names(part, contents))
        for argument in (*node.args, *(keyword.value for keyword in node.keywords))
        for part in ast.walk(argument)
    )


def _is_harmless(decorator: ast.expr) -> bool:
    """Decorators that keep the function for later."""
    text = dotted_text(decorator.func if isinstance(decorator, ast.Call) else decorator)
    return text in _HARMLESS or text.rpartition(".")[2] in ("setter", "getter", "deleter")


def _is_own(function: ast.expr, contents: Contents) -> bool:
    """Whether what is called may be code of the file, or an object that runs it."""
    reads = isinstance(function, ast.Attribute) and function.attr in READING
    while isinstance(function, ast.Attribute):
        function = function.value
        if isinstance(function, ast.Constant | ast.JoinedStr):
            return False
    if not isinstance(function, ast.Name):
        return not isinstance(function, ast.Call)
    name = function.id
    if reads and name not in contents.classes:
        return False
    return name in contents.global_writes and name not in contents.imports


def _names(node: ast.Name, contents: Contents) -> bool:
    return node.id in contents.functions or node.id in contents.classes
