"""Statements of the syntax to statements of the tree."""

from __future__ import annotations

from typing import Any

from corpora.importers.c.declare import (
    External,
    Scope,
    converted,
    fixed,
    integer,
    learn_enumerations,
    line_of,
    type_of,
)
from corpora.importers.c.express import express, valued
from corpora.importers.c.fold import constant
from corpora.importers.c.kind import INT, Kind, promoted, within
from corpora.importers.c.tree import (
    Array,
    Break,
    Continue,
    Declare,
    Evaluate,
    Expression,
    Function,
    Group,
    If,
    Loop,
    Number,
    Return,
    Statement,
    Switch,
    Variable,
    all_nodes,
)
from corpora.refusal import RefusedError


class Body:
    """Makes the statements of one function; ``statics`` are its variables that outlive a call."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self.statics: list[Declare] = []
        self._ways = {
            "Compound": self._compound,
            "Decl": self._declaration,
            "DeclList": self._declarations,
            "If": self._if,
            "While": self._while,
            "DoWhile": self._do,
            "For": self._for,
            "Switch": self._switch,
            "Return": self._return,
            "Label": self._label,
            "Typedef": self._typedef,
            "ExprList": self._sequence,
        }

    def state(self, node: Any, scope: Scope) -> list[Statement]:
        """The statements for one of the syntax. Raises RefusedError."""
        try:
            return self._state(node, scope)
        except RefusedError as error:
            if error.line:
                raise
            raise RefusedError(error.reason, line_of(node)) from error

    def _state(self, node: Any, scope: Scope) -> list[Statement]:
        line = line_of(node)
        what = type(node).__name__
        if node is None or what in ("EmptyStatement", "Pragma", "StaticAssert"):
            return []
        if what == "Break":
            return [Break(line)]
        if what == "Continue":
            return [Continue(line)]
        if what == "Goto":
            raise RefusedError("goto", line)
        if what in ("Case", "Default"):
            raise RefusedError("a case inside of another statement", line)
        way = self._ways.get(what)
        if way is not None:
            return way(node, scope)
        return [Evaluate(line, express(node, scope))]

    def _block(self, node: Any, scope: Scope) -> list[Statement]:
        return self.state(node, Scope(scope.resolver, scope)) if node is not None else []

    def _compound(self, node: Any, scope: Scope) -> list[Statement]:
        inner = Scope(scope.resolver, scope)
        return [one for item in node.block_items or () for one in self.state(item, inner)]

    def _sequence(self, node: Any, scope: Scope) -> list[Statement]:
        """``first, second``, where neither has a value; GNU's ``({ ... })`` may be one of them."""
        return [one for item in node.exprs for one in self.state(item, scope)]

    def _label(self, node: Any, scope: Scope) -> list[Statement]:
        return self.state(node.stmt, scope)

    def _typedef(self, node: Any, scope: Scope) -> list[Statement]:
        learn_enumerations(node, scope)
        scope.types[node.name] = (node, scope)
        return []

    def _declarations(self, node: Any, scope: Scope) -> list[Statement]:
        return [one for item in node.decls for one in self._declaration(item, scope)]

    def _declaration(self, node: Any, scope: Scope) -> list[Statement]:
        learn_enumerations(node, scope)
        if node.name is None:
            return []
        is_function = type(node.type).__name__ == "FuncDecl"
        if is_function or "extern" in node.storage:
            # What it names is the file's, whatever blocks in between have under that name.
            known = scope.resolver.reach(node.name)
            if known is None and not is_function:
                raise RefusedError(f"{node.name} lies in another file", line_of(node))
            scope.names[node.name] = known or External(node.name, node)
            return []
        static = "static" in node.storage
        declared = declare(node, scope, is_global=static)
        if static:
            self.statics.append(declared)
            return []
        return [declared]

    def _if(self, node: Any, scope: Scope) -> list[Statement]:
        condition = valued(node.cond, scope)
        then, other = self._block(node.iftrue, scope), self._block(node.iffalse, scope)
        return [If(line_of(node), condition, then, other)]

    def _while(self, node: Any, scope: Scope) -> list[Statement]:
        condition = valued(node.cond, scope)
        return [Loop(line_of(node), condition, None, self._block(node.stmt, scope))]

    def _do(self, node: Any, scope: Scope) -> list[Statement]:
        body = self._block(node.stmt, scope)
        return [Loop(line_of(node), valued(node.cond, scope), None, body, late=True)]

    def _for(self, node: Any, scope: Scope) -> list[Statement]:
        inner = Scope(scope.resolver, scope)
        first = self.state(node.init, inner)
        condition = valued(node.cond, inner) if node.cond is not None else None
        step = express(node.next, inner) if node.next is not None else None
        body = self._block(node.stmt, inner)
        return [*first, Loop(line_of(node), condition, step, body)]

    def _switch(self, node: Any, scope: Scope) -> list[Statement]:
        line = line_of(node)
        value = valued(node.cond, scope)
        is_block = type(node.stmt).__name__ == "Compound"
        inner = Scope(scope.resolver, scope)
        before: list[Statement] = []
        groups: list[Group] = []
        for item in (node.stmt.block_items or ()) if is_block else (node.stmt,):
            if type(item).__name__ in ("Case", "Default"):
                self._group(_label(item, value, inner), item, inner, groups, value)
            elif groups:
                groups[-1].body += self.state(item, inner)
            else:
                before += [one for one in self.state(item, inner) if isinstance(one, Declare)]
        if any(one.value or one.items for one in before if isinstance(one, Declare)):
            raise RefusedError("a first value that no case sets", line)
        _refuse_jumps(groups)
        return [*before, Switch(line, value, groups)]

    def _group(
        self,
        label: int | None,
        item: Any,
        scope: Scope,
        groups: list[Group],
        value: Expression,
    ) -> None:
        if groups and not groups[-1].body:
            groups[-1].values.append(label)
        else:
            groups.append(Group([label], []))
        for one in item.stmts or ():
            if type(one).__name__ in ("Case", "Default"):
                self._group(_label(one, value, scope), one, scope, groups, value)
            else:
                groups[-1].body += self.state(one, scope)

    def _return(self, node: Any, scope: Scope) -> list[Statement]:
        line = line_of(node)
        wanted = self.function.kind
        if node.expr is None:
            return [Return(line, None)]
        value = express(node.expr, scope)
        if wanted is None:
            return [Evaluate(line, value), Return(line, None)]
        return [Return(line, converted(value, wanted))]


def _refuse_jumps(groups: list[Group]) -> None:
    """A variable of one case that another case uses too: its declaration is jumped over."""
    for group in groups:
        own = {one.variable for one in group.body if isinstance(one, Declare)}
        for other in groups:
            used = {getattr(one, "variable", None) for one in all_nodes(other.body)}
            if other is not group and own & used:
                raise RefusedError("a declaration that a case jumps over", group.body[0].line)


def _label(node: Any, value: Expression, scope: Scope) -> int | None:
    """The value of a case; None for the default. It must be one of the type that is asked."""
    if type(node).__name__ != "Case":
        return None
    label = fixed(node.expr, scope)
    kind = promoted(integer(value.kind, value.line))
    if not within((label, label), kind):
        raise RefusedError(f"the case {label} is no {kind.name}", line_of(node))
    return label


def declare(node: Any, scope: Scope, *, is_global: bool) -> Declare:
    """A variable that is known in the scope from here on. Raises RefusedError."""
    line = line_of(node)
    kind = type_of(node.type, scope)
    if kind is None:
        raise RefusedError(f"{node.name} has no type", line)
    if getattr(node, "bitsize", None) is not None:
        raise RefusedError("a bit-field", line)
    variable = Variable(node.name, kind, line, is_global)
    scope.names[node.name] = variable
    if node.init is None:
        if is_global and isinstance(kind, Array):
            return Declare(line, variable, None, node, [])
        zero = Number(line, kind, 0) if is_global and isinstance(kind, Kind) else None
        return Declare(line, variable, zero, node)
    if isinstance(kind, Kind):
        return Declare(line, variable, _first(node.init, kind, scope), node)
    if type(node.init).__name__ != "InitList":
        raise RefusedError("an array that is no list of values", line)
    if kind.length is None:
        kind.length = Number(line, INT, len(node.init.exprs))
    return Declare(line, variable, None, node, _items(node.init, kind, scope))


def _first(node: Any, kind: Kind, scope: Scope) -> Expression:
    if type(node).__name__ == "InitList" and len(node.exprs) == 1:
        node = node.exprs[0]
    return converted(valued(node, scope), kind)


def _items(node: Any, array: Array, scope: Scope) -> list[Expression]:
    """The first values of an array, row by row, with zeros where a row is not filled."""
    line = line_of(node)
    if type(node).__name__ != "InitList":
        raise RefusedError("an array that is no list of values", line)
    length = constant(array.length) if array.length is not None else None
    if length is None or len(node.exprs) > length:
        raise RefusedError("an array whose first values do not fit its length", line)
    items: list[Expression] = []
    for one in node.exprs:
        if type(one).__name__ == "NamedInitializer":
            raise RefusedError("first values with their places", line)
        if isinstance(array.element, Array):
            items += _items(one, array.element, scope)
        else:
            items.append(_first(one, array.element, scope))
    return items + [Number(line, _scalar(array), 0)] * (_size(array, line) - len(items))


def _scalar(array: Array) -> Kind:
    return _scalar(array.element) if isinstance(array.element, Array) else array.element


def _size(array: Array, line: int) -> int:
    length = constant(array.length) if array.length is not None else None
    if length is None:
        raise RefusedError("first values of an array of unknown length", line)
    return length * (_size(array.element, line) if isinstance(array.element, Array) else 1)


def parameter(node: Any, scope: Scope) -> Variable | None:
    """A parameter that is known in the scope from here on; None for ``void`` alone."""
    line = line_of(node)
    if type(node).__name__ not in ("Decl", "Typename"):
        raise RefusedError("parameters without types or without end", line)
    kind = type_of(node.type, scope)
    if kind is None:
        return None
    if isinstance(kind, Array):
        # It is the caller's array, whatever length stands there (C11 6.7.6.3).
        kind = Array(kind.element, None)
    variable = Variable(node.name or "_", kind, line)
    if node.name:
        scope.names[node.name] = variable
    return variable
