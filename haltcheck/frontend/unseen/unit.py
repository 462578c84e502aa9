"""The functions of a tree, each with the nodes of its own body, class bodies included."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from haltcheck.frontend.syntax import Entry

MODULE = "<module>"
Node = Any

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_CODE = (*_FUNCTIONS, ast.GeneratorExp)


@dataclass(slots=True)
class Unit:
    """A function, a lambda, a generator expression or the module.

    ``nodes`` are those of its body, each with the class around it, where there is one; ``names``
    are those that it binds itself.
    """

    qualname: str
    entry: Entry | None
    parent: Unit | None
    node: Node
    names: set[str] = field(default_factory=set)
    nodes: list[tuple[Node, str]] = field(default_factory=list)

    def key(self, name: str) -> str:
        """Where what a name stands for is kept: with the function that binds it."""
        unit: Unit | None = self
        while unit is not None and name not in unit.names:
            unit = unit.parent
        return f"{unit.qualname}:{name}" if unit is not None else f"{MODULE}:{name}"


Named = Callable[[Node], str]
"""The qualname of a function, class or generator expression; nothing where it has none."""


def units_of(tree: ast.Module, named: Named, entries: dict[str, Entry]) -> list[Unit]:
    """Every unit of a file, the module first."""
    module = Unit(MODULE, None, None, tree)
    found = [module]
    work: list[tuple[Unit, Node, str]] = [(module, node, "") for node in reversed(tree.body)]
    while work:
        unit, node, cls = work.pop()
        unit.nodes.append((node, cls))
        if isinstance(node, _CODE):
            inner = Unit(named(node), entries.get(named(node)), unit, node)
            found.append(inner)
            work.extend((unit, one, cls) for one in _around(node))
            work.extend((inner, one, "") for one in _body(node))
        elif isinstance(node, ast.ClassDef):
            around = (*node.decorator_list, *node.bases, *node.keywords)
            work.extend((unit, one, cls) for one in around)
            work.extend((unit, one, named(node)) for one in reversed(node.body))
        else:
            work.extend((unit, one, cls) for one in reversed(list(ast.iter_child_nodes(node))))
    for unit in found:
        unit.names = _bound(unit)
    return found


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


def _bound(unit: Unit) -> set[str]:
    """The names of a unit's own; those of class bodies are attributes."""
    found: set[str] = set()
    others: set[str] = set()
    if isinstance(unit.node, _FUNCTIONS):
        found.update(one.arg for one in parameters(unit.node))
    for node, cls in unit.nodes:
        match node:
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                others.update(names)
            case ast.Name(id=name, ctx=ast.Store()) if not cls:
                found.add(name)
            case ast.ExceptHandler(name=str() as name):
                found.add(name)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if not cls:
                found.add(node.name)
            case ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name):
                found.add(name)
    return found - others


def parameters(node: Node) -> list[ast.arg]:
    """The parameters of a function in the order in which arguments fill them."""
    given = node.args
    found = [*given.posonlyargs, *given.args]
    found += [given.vararg] if given.vararg is not None else []
    found += given.kwonlyargs
    return found + ([given.kwarg] if given.kwarg is not None else [])
