"""The walk over an ``ast`` tree: iterative, and fast enough for every line of every file."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from haltcheck.basis.span import Span
from haltcheck.frontend.inflow import FLOATS, gives_float, making, passes_on
from haltcheck.frontend.table import DISPATCHING_CALLS, Draft, Record, Table

_SKIPPED = frozenset(
    [
        "ctx",
        "op",
        "ops",
        "annotation",
        "returns",
        "type_params",
        "type_comment",
        "type_ignores",
        "str",
        "conversion",
        "is_async",
        "kind",
        "simple",
    ]
)
FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(name for name in kind._fields if name not in _SKIPPED)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
"""The fields of each kind of node that have code in them."""

FIELDS[type(None)] = ()
FIELDS[str] = FIELDS[int] = FIELDS[bool] = ()


def _no_parts(node: object) -> tuple[()]:
    del node
    return ()


def _parts_of_kind(names: tuple[str, ...]) -> Callable[[Any], Iterable[Any]]:
    """What yields the fields of a node."""
    if len(names) > 1:
        return attrgetter(*names)
    if not names:
        return _no_parts
    only = attrgetter(names[0])
    return lambda node: (only(node),)


_PARTS = {kind: _parts_of_kind(names) for kind, names in FIELDS.items()}
_OPERATIONS = frozenset(
    {ast.BinOp, ast.Compare, ast.Subscript, ast.AugAssign, ast.JoinedStr, ast.With}
    | {ast.AsyncWith, ast.For, ast.AsyncFor, ast.If, ast.While, ast.IfExp, ast.BoolOp}
    | {ast.Starred, ast.Match, ast.YieldFrom, ast.Await, ast.Assert}
)
_CALCULATING = frozenset({ast.Name, ast.BinOp, ast.UnaryOp, ast.IfExp, ast.BoolOp, ast.Call})
GROWING = frozenset({"append", "appendleft", "add", "extend", "extendleft", "insert", "update"})
"""Methods that add to what they belong to."""

_LOOPS = frozenset({ast.While, ast.For, ast.AsyncFor})
Node = Any


class Walker(ABC):
    """A worklist of bodies, and in each a stack of nodes; most nodes need no handler."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.work: list[tuple[Record, Record, list[Node]]] = []
        module = Record("module", "<module>", Span(1, 1, max(1, len(lines)), 1), None)
        self.draft = Draft(module)
        # ``unit`` is charged with loops and calls, ``scope`` with bindings: a class body binds
        # names of its own, but it runs as a part of the function around it.
        self.called: set[int] = set()
        self.unit = module
        self.scope = module
        self.stack: list[Node] = []
        self.handlers = self._handlers()

    @abstractmethod
    def _handlers(self) -> dict[type, Callable[[Node], object]]:
        """What to do at the nodes that open, bind or count something."""

    def run(self, tree: ast.Module) -> Table:
        """Walks over the whole file."""
        self.work.append((self.unit, self.scope, list(tree.body)))
        while self.work:
            self.unit, self.scope, self.stack = self.work.pop()
            self._walk()
        # They are bound to this walk: a cycle that would keep it until garbage is looked for.
        self.handlers.clear()
        return self.draft.finish(len(self.lines))

    def _walk(self) -> None:
        stack, handlers, parts = self.stack, self.handlers, _PARTS
        mentions, handed, unit = self.unit.mentions, self.unit.handed, self.unit
        while stack:
            node = stack.pop()
            kind = node.__class__
            if kind is ast.Name:
                if node.ctx.__class__ is ast.Load:
                    mentions.add(node.id)
                    handed.add(node.id)
                else:
                    self.scope.writes.append(node.id)
            elif kind is ast.Attribute:
                self._attribute(node)
            elif kind is ast.Call:
                self._call(node)
            elif kind is not ast.Constant:
                if kind in _OPERATIONS:
                    unit.operators = True
                    if kind in _LOOPS:
                        unit.loops += 1
                if kind in handlers:
                    handlers[kind](node)
                    continue
                for value in parts[kind](node):
                    if value.__class__ is list:
                        stack.extend(value)
                    elif value is not None:
                        stack.append(value)

    def _attribute(self, node: Node) -> None:
        unit, stack = self.unit, self.stack
        unit.operators = True
        inner: Node = node
        tail: list[str] = []
        while inner.__class__ is ast.Attribute:
            tail.append(inner.attr)
            inner = inner.value
        root = inner.id if inner.__class__ is ast.Name else _root(inner)
        dotted = f"{root}.{'.'.join(reversed(tail))}"
        if node.ctx.__class__ is ast.Load:
            unit.attributes.update(tail)
            unit.mentions.add(dotted)
            if id(node) not in self.called:
                self.draft.taken.add(node.attr)
                if node.attr in GROWING:
                    self.draft.growing.add(tail[1] if len(tail) > 1 else root)
        else:
            self.scope.writes.append(dotted)
            unit.attributes.update(tail[1:])
        for cut in range(1, len(tail)):
            unit.mentions.add(dotted.rsplit(".", cut)[0])
        if inner.__class__ is ast.Name:
            unit.mentions.add(root)
            unit.handed.add(root)
        else:
            stack.append(inner)

    def _call(self, node: Node) -> None:
        unit = self.unit
        function = node.func
        text = dotted_text(function)
        unit.calls.add(text)
        if text in DISPATCHING_CALLS:
            unit.operators = True
        elif text != "?":
            self._hand(text.rpartition(".")[2], node)
        stack = self.stack
        if function.__class__ is ast.Name:
            unit.mentions.add(function.id)
            if text == "getattr" and len(node.args) > 1 and may_grow(node.args[1]):
                self.draft.growing.add(dotted_text(node.args[0]).rpartition(".")[2])
        else:
            self.called.add(id(function))
            stack.append(function)
        stack.extend(node.args)
        for keyword in node.keywords:
            stack.append(keyword.value)

    def _hand(self, name: str, node: Node) -> None:
        inflow = self.unit.inflow
        for position, argument in enumerate(node.args):
            if may_be_float(argument):
                inflow.hand((name, position), argument, parts_of)
        for keyword in node.keywords:
            if keyword.arg is not None and may_be_float(keyword.value):
                inflow.hand((name, keyword.arg), keyword.value, parts_of)

    def _span(self, node: Node) -> Span:
        return Span(
            node.lineno,
            self._column(node.lineno, node.col_offset),
            node.end_lineno,
            self._column(node.end_lineno, node.end_col_offset),
        )

    def _column(self, line: int, offset: int) -> int:
        text = self.lines[line - 1]
        if text.isascii():
            return offset + 1
        return len(text.encode("utf-8", "replace")[:offset].decode("utf-8", "ignore")) + 1


def may_grow(name: Node) -> bool:
    """Whether an attribute that is looked up by its name may be one that adds."""
    return name.__class__ is not ast.Constant or name.value in GROWING


def may_be_float(node: Node) -> bool:
    """Whether it is worth looking for floats in an expression."""
    kind = node.__class__
    if kind is ast.Constant:
        return node.value.__class__ is float
    return kind in _CALCULATING or (kind is ast.Attribute and dotted_text(node) in FLOATS)


def parts_of(node: Node) -> bool | str | tuple[Node, ...]:
    """What an expression calculates with, for ``Inflow``."""
    kind = node.__class__
    if kind is ast.Name:
        return str(node.id)
    if kind is ast.Constant:
        return node.value.__class__ is float
    if kind is ast.BinOp:
        return True if node.op.__class__ is ast.Div else (node.left, node.right)
    if kind is ast.UnaryOp:
        return (node.operand,) if node.op.__class__ in (ast.USub, ast.UAdd) else ()
    if kind is ast.IfExp:
        return (node.body, node.orelse)
    if kind is ast.BoolOp:
        return tuple(node.values)
    if kind is ast.Call:
        text = dotted_text(node.func)
        return gives_float(text) or (tuple(node.args) if passes_on(text) else making(text))
    return kind is ast.Attribute and dotted_text(node) in FLOATS


def decorator_text(node: Node) -> str:
    """The dotted text of a decorator, without its arguments."""
    return dotted_text(node.func if isinstance(node, ast.Call) else node)


def _parts(node: Node) -> Iterator[str]:
    while isinstance(node, ast.Attribute):
        yield node.attr
        node = node.value
    yield node.id if isinstance(node, ast.Name) else _root(node)


def _root(node: Node) -> str:
    """``super()`` is told from other nameless receivers: it never leads back by itself."""
    called = node.func if node.__class__ is ast.Call else None
    return "super()" if called.__class__ is ast.Name and called.id == "super" else "?"


def base_text(node: Node) -> str:
    """The dotted text of a base of a class; ``Base[T]`` is ``Base`` for what objects have."""
    return dotted_text(node.value if node.__class__ is ast.Subscript else node)


def dotted_text(node: Node) -> str:
    """The dotted text of what is called: ``f``, ``self.m``, ``super().m``, or ``?``."""
    if node.__class__ is ast.Name:
        text: str = node.id
        return text
    if node.__class__ is not ast.Attribute:
        return "?"
    text = ".".join(reversed(list(_parts(node))))
    return "?" if text.startswith("?") else text
