"""Reads what nobody needed at first: helper functions, what names are bound to, fields."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from haltcheck.frontend.convert import convert_lines, converters
from haltcheck.frontend.cursor import Cursor, line_starts
from haltcheck.frontend.exposure import Exposure
from haltcheck.frontend.expression import Display, Name, Scope
from haltcheck.frontend.importing import runs_own_code
from haltcheck.frontend.neighbour import neighbour
from haltcheck.frontend.quiet import parse_quietly
from haltcheck.frontend.reader import Reader
from haltcheck.frontend.source import Source
from haltcheck.frontend.statement import Assign, Function, Leave, Statement
from haltcheck.frontend.table import Table
from haltcheck.frontend.unread import Binding, Slot, Unread

MOST = 60_000
"""Right-hand sides with more characters are not read."""

_DATA = frozenset({"dataclass", "dataclasses.dataclass"})
_HARMLESS = frozenset({"frozen", "slots", "repr", "order", "unsafe_hash"})
_NAMED = frozenset({"NamedTuple", "typing.NamedTuple"})


_LAST: list[tuple[Source, ast.Module]] = []
"""The tree of the last file: trees are large, and readers live on until they are collected."""


def keep_tree(source: Source, tree: ast.Module) -> None:
    """Remembers the tree of a file until the next one comes."""
    _LAST[:] = [(source, tree)]


def tree_of(source: Source) -> ast.Module:
    """The file as Python parses it; the last one is remembered."""
    for known, tree in _LAST:
        if known is source:
            return tree
    tree = parse_quietly(source.text)
    keep_tree(source, tree)
    return tree


class Rest(Unread):
    """The rest of one file whose contents are known by ``ast``; trees are not kept for long."""

    def __init__(
        self,
        source: Source,
        table: Table,
        unreadable: tuple[type[Exception], ...],
    ) -> None:
        self.source = source
        self.lines = source.lines
        self.table = table
        self.unreadable = unreadable

    @property
    def tree(self) -> ast.Module:
        """The file as Python parses it."""
        return tree_of(self.source)

    def function(self, qualname: str) -> tuple[Function, ...]:
        table = self.table
        if table.parents.get(qualname) != "<module>" or "<" in qualname:
            return ()
        entry = table.contents.functions[qualname]
        found = self._read(table.first_lines[qualname], entry.span.end_line, entry.in_class)
        return () if found is None else tuple(found[1].functions.values())

    def _read(
        self, first: int, last: int, owner: str | None
    ) -> tuple[tuple[Statement, ...], Reader] | None:
        starts = line_starts(self.lines)
        cursor = Cursor(self.source.text, starts, starts[first - 1])
        reader = Reader(cursor, converters(), self.table.places)
        reader.guarded = False
        reader.in_class = owner
        try:
            return convert_lines(self.lines[first - 1 : last], reader), reader
        except self.unreadable:
            return None

    def bindings(self, name: str) -> tuple[Binding, ...]:
        if name.endswith("()"):
            return self._base(name)
        owner, _, short = name.rpartition(".")
        node = self._statement(owner, short)
        if node is None:
            return ()
        last = node.end_lineno or node.lineno
        size = sum(len(line) for line in self.lines[node.lineno - 1 : last])
        found = self._read(node.lineno, last, owner or None) if size <= MOST else None
        if found is None:
            return ()
        for statement in found[0]:
            names = _targets(statement)
            if short in names and isinstance(statement, Assign):
                made = _evaluating(name, statement, names, owner)
                inner = tuple(found[1].functions.values())
                alone = len(names) == 1
                settled, whole = (
                    alone and self._keeps(owner, short),
                    alone and self._keeps(owner, f"{short}[]"),
                )
                return (Binding(made, inner, settled, whole),)
        return ()

    def _base(self, name: str) -> tuple[Binding, ...]:
        """The base class of ``C`` that is called for or subscripted, for ``C()``."""
        node = self._body(name.removesuffix("()"))[1]
        bases = getattr(node, "bases", ())
        odd = [base for base in bases if isinstance(base, ast.Call | ast.Subscript)]
        if len(odd) != 1:
            return ()
        base = odd[0].value if isinstance(odd[0], ast.Subscript) else odd[0]
        lines = (f"_ = {ast.unparse(base)}",)
        reader = Reader(Cursor(lines[0], line_starts(lines)), converters())
        try:
            (statement,) = convert_lines(lines, reader)
        except self.unreadable:
            return ()
        if not isinstance(statement, Assign) or reader.functions:
            return ()
        return (Binding(_evaluating(name, statement, ["_"], ""), (), True, True),)

    def _statement(self, owner: str, short: str) -> ast.Assign | ast.AnnAssign | None:
        """The only statement that binds the name, where nothing decides whether it runs."""
        body, around = self._body(owner)
        if body is None or around is None:
            return None
        if not owner and self.table.contents.global_writes.get(short) != 1:
            return None
        if owner and (_writes(around, short) != 1 or _mentions_own(body, short)):
            return None
        for node in body:
            after_star = isinstance(node, ast.stmt) and node.lineno > self.table.star_line
            if short in _bound(node) and (owner or after_star):
                assert isinstance(node, ast.Assign | ast.AnnAssign)
                return node
        return None

    def _body(self, owner: str) -> tuple[list[Any] | None, ast.AST | None]:
        if not owner:
            return self.tree.body, self.tree
        found = [n for n in self.tree.body if isinstance(n, ast.ClassDef) and n.name == owner]
        return (found[0].body, found[0]) if len(found) == 1 else (None, None)

    @cached_property
    def _imported(self) -> frozenset[str]:
        """What may change while the file is imported."""
        found = Exposure(inside=False).walk(self.tree.body)
        if not runs_own_code(self.tree, self.table.contents):
            return frozenset(found.exposed)
        bodies = [node for node in ast.walk(self.tree) if isinstance(node, _CODE)]
        statements = [part for node in bodies for part in _statements(node)]
        return frozenset(found.exposed | Exposure(inside=True).walk(statements).exposed)

    def _keeps(self, owner: str, short: str) -> bool:
        """Whether nothing changes the object, or its parts, while the file is imported."""
        return short not in self._imported and not (owner and f".{short}" in self._imported)

    def imports(self, name: str) -> bool:
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found.update(_root(one) for one in node.names if _bound_by(one) == name)
            elif isinstance(node, ast.ImportFrom):
                found.update(f"from {one.name}" for one in node.names if _bound_by(one) == name)
            elif _binds(node, name):
                return False
        return len(found) == 1 and not next(iter(found)).startswith("from ")

    def module(self, dotted: str) -> str:
        return neighbour(self.source.path, dotted)

    def slots(self, name: str) -> tuple[Slot, ...]:
        _, node = self._body(name)
        if not isinstance(node, ast.ClassDef) or node.keywords or not _is_plain(node):
            return ()
        return tuple(
            Slot(part.target.id, ast.unparse(part.annotation), part.value is not None)
            for part in node.body
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
        )


def _targets(statement: Statement) -> list[str]:
    """The names that a plain assignment binds, none where it binds something else as well."""
    if not isinstance(statement, Assign):
        return []
    found: list[str] = []
    for target in statement.targets:
        for one in target.items if isinstance(target, Display) else (target,):
            if not isinstance(one, Name):
                return []
            found.append(one.id)
    return found


def _evaluating(name: str, statement: Assign, names: list[str], owner: str) -> Function:
    """The right-hand side as the body of a function; an unpacking gives one of its parts."""
    span, title = statement.span, f"<value of {name}>"
    if len(names) == 1 and isinstance(statement.targets[0], Name):
        body: tuple[Statement, ...] = (Leave(span, "return", statement.value),)
        return Function(title, title, span, (), body, Scope(), in_class=owner or None)
    scope = Scope(locals=frozenset(names))
    body = (statement, Leave(span, "return", Name(span, name.rpartition(".")[2])))
    return Function(title, title, span, (), body, scope, in_class=owner or None)


def _bound_by(one: ast.alias) -> str:
    return one.asname or one.name.partition(".")[0]


def _root(one: ast.alias) -> str:
    """What the alias binds."""
    return one.name if one.asname else one.name.partition(".")[0]


def _binds(node: ast.AST, name: str) -> bool:
    """Whether something else than an import may bind the name, wherever it is."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return node.name == name
    if isinstance(node, ast.Global):
        return name in node.names
    return isinstance(node, ast.Name) and node.id == name and _is_stored(node)


_CODE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _statements(node: Any) -> list[ast.AST]:
    return [ast.Return(node.body)] if isinstance(node, ast.Lambda) else list(node.body)


def _bound(node: ast.AST) -> Iterator[str]:
    """The names that a plain assignment binds."""
    if isinstance(node, ast.Assign):
        parts = [
            part
            for target in node.targets
            for part in (target.elts if isinstance(target, ast.Tuple | ast.List) else [target])
        ]
        yield from (part.id for part in parts if isinstance(part, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield from [node.target.id] if node.value is not None else []


def _writes(node: ast.AST, name: str) -> int:
    """How often a class body binds the name, methods' own bodies apart."""
    count, todo = 0, list(ast.iter_child_nodes(node))
    while todo:
        part = todo.pop()
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            count += part.name == name
            continue
        count += isinstance(part, ast.Name) and part.id == name and _is_stored(part)
        todo.extend(ast.iter_child_nodes(part))
    return count


def _is_stored(node: ast.Name) -> bool:
    return not isinstance(node.ctx, ast.Load)


def _mentions_own(body: list[Any], short: str) -> bool:
    """Whether the right-hand side names what the class body itself binds."""
    own = {name for node in body for name in _bound(node)}
    own |= {node.name for node in body if hasattr(node, "name")}
    return any(
        isinstance(part, ast.Name) and part.id in own
        for node in body
        if short in _bound(node)
        for part in ast.walk(node.value)
    )


def _is_plain(node: ast.ClassDef) -> bool:
    """Whether it is decorated as a data class, or derives from NamedTuple, and that is all."""
    bases = [ast.unparse(base) for base in node.bases]
    if any(base in _NAMED for base in bases):
        return len(bases) == 1 and not node.decorator_list
    if len(node.decorator_list) != 1:
        return False
    (decorator,) = node.decorator_list
    called = decorator if isinstance(decorator, ast.Call) else None
    keywords = {keyword.arg for keyword in called.keywords} if called else set()
    text = ast.unparse(called.func if called else decorator)
    return text in _DATA and keywords <= _HARMLESS and not (called and called.args)
