"""Which names' objects may change while a file is imported."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any

READING = frozenset(
    [
        "get",
        "items",
        "keys",
        "values",
        "copy",
        "index",
        "count",
        "find",
        "startswith",
        "endswith",
        "split",
        "strip",
        "join",
        "format",
        "encode",
        "decode",
        "lower",
        "upper",
        "union",
        "intersection",
        "difference",
        "issubset",
        "issuperset",
        "match",
        "search",
        "fullmatch",
        "finditer",
        "findall",
        "sub",
        "calcsize",
    ]
)
_CONSUMING = frozenset(
    [
        "len",
        "isinstance",
        "issubclass",
        "min",
        "max",
        "sum",
        "any",
        "all",
        "repr",
        "str",
        "int",
        "float",
        "bool",
        "ord",
        "chr",
        "hash",
        "type",
        "print",
        "range",
        "callable",
        "bytes",
    ]
)
_COPYING = frozenset(
    ["list", "tuple", "dict", "set", "frozenset", "sorted", "enumerate", "zip", "reversed", "iter"]
)

Into = frozenset[str] | None
"""The names that a value is bound to; None where nobody knows who has it from now on."""

USED: frozenset[str] = frozenset()
_CODE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class Exposure:
    """Walks code and notes who may change, or keep, the object that a name stands for.

    Attributes are noted as ``.name``, whatever they are read from, and parts as ``name[]``.
    ``inside`` says whether bodies of functions are walked as well.
    """

    def __init__(self, inside: bool) -> None:
        self.inside = inside
        self.exposed: set[str] = set()
        self.flows: dict[str, set[str]] = {}
        self.handlers = _handlers(self)

    def walk(self, nodes: Iterable[ast.AST]) -> Exposure:
        """Takes in statements."""
        for node in nodes:
            self.visit(node, None)
        # They are bound to this walk: a cycle that would keep it until garbage is looked for.
        self.handlers.clear()
        self._close()
        return self

    def _close(self) -> None:
        """What flows into something exposed is exposed."""
        grown = True
        while grown:
            more = {name for name, into in self.flows.items() if into & self.exposed}
            more |= {_parts_of(name) for name, into in self.flows.items() if self._has_open(into)}
            grown = not more <= self.exposed
            self.exposed |= more

    def _has_open(self, into: set[str]) -> bool:
        """Whether parts of what it flows into may change."""
        return any(f"{name}[]" in self.exposed for name in into)

    def visit(self, node: Any, into: Into) -> None:
        """An expression whose value goes ``into`` names, or a statement."""
        handler = self.handlers.get(type(node))
        if handler is not None:
            handler(node, into)
        elif isinstance(node, _CODE) and not self.inside:
            self._many(_outside(node), None)
        else:
            self._many(ast.iter_child_nodes(node), None)

    def _many(self, nodes: Iterable[Any], into: Into) -> None:
        for node in nodes:
            self.visit(node, into)

    def name(self, node: ast.Name, into: Into) -> None:
        if not isinstance(node.ctx, ast.Store):
            self._flow(node.id, into)

    def _flow(self, name: str, into: Into) -> None:
        if into is None:
            self.exposed.add(name)
        elif into:
            self.flows.setdefault(name, set()).update(into)

    def part(self, node: ast.Subscript | ast.Attribute, into: Into) -> None:
        """A part of an object goes where the object might."""
        into = into if isinstance(node.ctx, ast.Load) else None
        if isinstance(node.ctx, ast.Load):
            self.parts(node.value, into)
        else:
            self.visit(node.value, into)
        if isinstance(node, ast.Subscript):
            self.visit(node.slice, USED)
        else:
            self._flow(f".{node.attr}", into)

    def parts(self, node: Any, into: Into) -> None:
        """Parts of the object go ``into`` names; the object itself stays where it is."""
        if isinstance(node, ast.Name):
            self._flow(f"{node.id}[]", into)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            self._flow(f"{node.value.id}[]", into)
            self._flow(f".{node.attr}[]", into)
        else:
            self.visit(node, into)

    def call(self, node: ast.Call, into: Into) -> None:
        arguments: Into = None
        if isinstance(node.func, ast.Attribute):
            reads = node.func.attr in READING
            if reads:
                self.parts(node.func.value, into)
            else:
                self.visit(node.func.value, None)
            arguments = USED if reads else None
        elif isinstance(node.func, ast.Name):
            if node.func.id in _CONSUMING:
                arguments = USED
            elif node.func.id in _COPYING:
                for one in (*node.args, *(keyword.value for keyword in node.keywords)):
                    self.parts(one, into)
                return
        else:
            self.visit(node.func, None)
        self._many(node.args, arguments)
        self._many([keyword.value for keyword in node.keywords], arguments)

    def binds(self, node: ast.Assign | ast.AnnAssign, into: Into) -> None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        self._many(targets, None)
        if node.value is not None:
            self.visit(node.value, _names(targets))

    def walrus(self, node: ast.NamedExpr, into: Into) -> None:
        self.visit(node.value, None if into is None else into | {node.target.id})

    def changes(self, node: ast.AugAssign, into: Into) -> None:
        target = node.target
        if isinstance(target, ast.Name):
            self.exposed.add(target.id)
        else:
            self.visit(target, None)
        self.visit(node.value, None)

    def loops(self, node: ast.For | ast.comprehension, into: Into) -> None:
        self.visit(node.target, None)
        self.parts(node.iter, _names([node.target]))
        self._many(node.ifs if isinstance(node, ast.comprehension) else node.body, USED)
        if isinstance(node, ast.For):
            self._many(node.orelse, USED)

    def display(self, node: ast.Dict, into: Into) -> None:
        self._many([key for key in node.keys if key is not None], USED)
        self._many(node.values, into)

    def chosen(self, node: ast.IfExp, into: Into) -> None:
        self.visit(node.test, USED)
        self._many([node.body, node.orelse], into)

    def made(self, node: Any, into: Into) -> None:
        """A comprehension."""
        self._many(node.generators, None)
        parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._many(parts, into)

    def through(self, node: ast.AST, into: Into) -> None:
        """All parts go where the whole goes."""
        self._many(ast.iter_child_nodes(node), into)

    def used(self, node: ast.AST, into: Into) -> None:
        """All parts are looked at, and nothing else."""
        self._many(ast.iter_child_nodes(node), USED)


def _handlers(walk: Exposure) -> dict[type, Callable[[Any, Into], None]]:
    return {
        ast.Name: walk.name,
        ast.Subscript: walk.part,
        ast.Attribute: walk.part,
        ast.Call: walk.call,
        ast.Assign: walk.binds,
        ast.AnnAssign: walk.binds,
        ast.NamedExpr: walk.walrus,
        ast.AugAssign: walk.changes,
        ast.For: walk.loops,
        ast.comprehension: walk.loops,
        ast.Dict: walk.display,
        ast.IfExp: walk.chosen,
        **dict.fromkeys((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), walk.made),
        **dict.fromkeys(
            (ast.List, ast.Tuple, ast.Set, ast.BoolOp, ast.BinOp, ast.Starred, ast.Slice),
            walk.through,
        ),
        **dict.fromkeys(
            (ast.Compare, ast.UnaryOp, ast.JoinedStr, ast.FormattedValue, ast.Expr), walk.used
        ),
        **dict.fromkeys((ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal), walk.used),
    }


def _parts_of(name: str) -> str:
    return name if name.endswith("[]") else f"{name}[]"


def _outside(node: Any) -> Iterator[ast.AST]:
    """What runs where a function is defined."""
    yield from getattr(node, "decorator_list", ())
    yield from node.args.defaults
    yield from (default for default in node.args.kw_defaults if default is not None)


def _names(targets: Iterable[ast.AST]) -> Into:
    """The names among the targets; None where some target is none."""
    found: set[str] = set()
    for target in targets:
        for node in ast.walk(target):
            if isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.Attribute | ast.Subscript):
                return None
    return frozenset(found)
