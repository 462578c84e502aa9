"""The functions of a tree, each with the nodes of its own body, class bodies included."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from haltcheck.frontend.syntax import Entry
from haltcheck.frontend.walk import FIELDS

MODULE = "<module>"
Node = Any
REAL = (float, complex)
"""The constants that are no integers."""

_FUNCTIONS = frozenset({ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda})
_CODE = _FUNCTIONS | {ast.GeneratorExp}
_DEFINING = frozenset({ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef})
_LEAVES = frozenset({ast.Constant, ast.Pass, ast.Break, ast.Continue, type(None), str, int, bool})
_LEAVES |= {bytes, float, complex, type(...)}
_ASKING = _DEFINING | {ast.Attribute, ast.Call, ast.Subscript, ast.Compare, ast.BinOp, ast.BoolOp}
_ASKING |= {ast.AugAssign, ast.UnaryOp, ast.FormattedValue, ast.If, ast.While, ast.IfExp}
_ASKING |= {ast.Assert, ast.comprehension, ast.For, ast.AsyncFor, ast.YieldFrom, ast.Starred}
_ASKING |= {ast.Assign, ast.With, ast.AsyncWith, ast.Await, ast.Set, ast.Dict, ast.Match}
_BINDING = _DEFINING | {ast.Global, ast.Nonlocal, ast.ExceptHandler}
_BINDING |= {ast.MatchAs, ast.MatchStar}
_FLOWING = _DEFINING | {ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr, ast.withitem}
_FLOWING |= {ast.For, ast.AsyncFor, ast.comprehension, ast.Return, ast.Yield, ast.YieldFrom}
_FLOWING |= {ast.Call, ast.ExceptHandler}


_REVERSED = {kind: tuple(reversed(names)) for kind, names in FIELDS.items()}


@dataclass(slots=True)
class Unit:
    """A function, a lambda, a generator expression or the module.

    ``nodes`` are those of its body that may run something unseen, and ``flowing`` those that hand
    values on, each with the class around it, where there is one; ``names`` are those that it binds
    itself. Those in ``members`` of the module may be bound by the body of some class.
    """

    qualname: str
    entry: Entry | None
    parent: Unit | None
    node: Node
    names: set[str] = field(default_factory=set)
    nodes: list[Node] = field(default_factory=list)
    flowing: list[tuple[Node, str]] = field(default_factory=list)
    bound: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    keys: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """Where what a name stands for is kept: with the function that binds it."""
        return self.holder(name)[0]

    def holder(self, name: str) -> tuple[str, bool]:
        """The same, and whether that is this function."""
        found = self.keys.get(name)
        if found is None:
            unit: Unit | None = self
            while unit is not None and name not in unit.names:
                unit = unit.parent
            key = f"{unit.qualname}:{name}" if unit is not None else f"{MODULE}:{name}"
            found = self.keys[name] = key, key.startswith(f"{self.qualname}:")
        return found


Named = Callable[[Node], str]
"""The qualname of a function, class or generator expression; nothing where it has none."""


def units_of(tree: ast.Module, named: Named, entries: dict[str, Entry]) -> list[Unit]:
    """Every unit of a file, the module first."""
    module = Unit(MODULE, None, None, tree)
    found = [module]
    work: list[tuple[Unit, Node, str]] = [(module, node, "") for node in reversed(tree.body)]
    while work:
        unit, node, cls = work.pop()
        kind = node.__class__
        if kind is ast.Name:
            if cls:
                module.members.add(node.id)
            elif node.ctx.__class__ is ast.Store:
                unit.bound.add(node.id)
            continue
        if kind in _LEAVES:
            continue
        if kind in _BINDING:
            _bind(unit, node, cls)
        if kind in _FLOWING and not _hands_nothing(node, kind):
            unit.flowing.append((node, cls))
        if kind in _ASKING:
            unit.nodes.append(node)
        if kind in _CODE:
            name = named(node)
            inner = Unit(name, entries.get(name), unit, node)
            found.append(inner)
            if cls and kind in _DEFINING:
                module.members.add(node.name)
            work.extend((unit, one, cls) for one in _around(node))
            work.extend((inner, one, "") for one in _body(node))
        elif kind is ast.ClassDef:
            around = (*node.decorator_list, *node.bases, *node.keywords)
            work.extend((unit, one, cls) for one in around)
            work.extend((unit, one, named(node)) for one in reversed(node.body))
        else:
            _children(work, unit, node, cls)
    for unit in found:
        if type(unit.node) in _FUNCTIONS:
            unit.bound.update(one.arg for one in parameters(unit.node))
        unit.names = unit.bound - unit.others
    return found


def _hands_nothing(node: Node, kind: type) -> bool:
    """Whether the node is one of those that could hand a value on but has none to hand on."""
    if kind is ast.Call:
        given = (*node.args, *[one.value for one in node.keywords])
        return all(map(_is_plain, given)) if given else True
    if kind is ast.Assign:
        return _is_plain(node.value) and all(one.__class__ is ast.Name for one in node.targets)
    if kind is ast.AugAssign:
        return _is_plain(node.value) and node.target.__class__ is ast.Name
    if kind is ast.Return or kind is ast.Yield:
        return node.value is None or _is_plain(node.value)
    return kind is ast.ClassDef and not node.keywords


def _is_plain(node: Node) -> bool:
    return node.__class__ is ast.Constant and node.value.__class__ not in REAL


def _children(work: list[tuple[Unit, Node, str]], unit: Unit, node: Node, cls: str) -> None:
    for name in _REVERSED[node.__class__]:
        value = getattr(node, name)
        for one in reversed(value) if value.__class__ is list else (value,):
            kind = one.__class__
            if kind in _LEAVES or (
                kind is ast.Name and not cls and one.ctx.__class__ is not ast.Store
            ):
                continue
            work.append((unit, one, cls))


def _around(node: Node) -> Iterator[Node]:
    """What is evaluated where the function is made."""
    if isinstance(node, ast.GeneratorExp):
        yield node.generators[0].iter
        return
    yield from getattr(node, "decorator_list", ())
    yield from node.args.defaults
    yield from (one for one in node.args.kw_defaults if one is not None)


def _body(node: Node) -> list[Node]:
    if isinstance(node, ast.GeneratorExp):
        return [*node.generators, node.elt]
    return [node.body] if isinstance(node, ast.Lambda) else list(reversed(node.body))


def _bind(unit: Unit, node: Node, cls: str) -> None:
    """The names of a unit's own; those of class bodies are attributes."""
    match node:
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            unit.others.update(names)
        case ast.ExceptHandler(name=str() as name):
            unit.bound.add(name)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if not cls:
            unit.bound.add(node.name)
        case ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name):
            unit.bound.add(name)


def parameters(node: Node) -> list[ast.arg]:
    """The parameters of a function in the order in which arguments fill them."""
    given = node.args
    found = [*given.posonlyargs, *given.args]
    found += [given.vararg] if given.vararg is not None else []
    found += given.kwonlyargs
    return found + ([given.kwarg] if given.kwarg is not None else [])
