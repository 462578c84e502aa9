"""A whole file of C to the tree of what a run of ``main`` can reach."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from corpora.importers.c.declare import (
    External,
    Meaning,
    Scope,
    integer,
    learn_enumerations,
    line_of,
    type_of,
)
from corpora.importers.c.express import express
from corpora.importers.c.names import ENTRY
from corpora.importers.c.state import Body, declare, parameter
from corpora.importers.c.tree import (
    Call,
    Declare,
    Expression,
    Function,
    Program,
    Variable,
    all_nodes,
    expressions,
    nodes,
)
from corpora.importers.c.usual import usual_ones
from corpora.refusal import RefusedError

_BELONGS = ("FuncDef", "Decl", "Typedef")


class Unit:
    """The names of a file; what ``main`` reaches is translated, the rest never looked at."""

    def __init__(self, file: Any) -> None:
        self.scope = Scope(self)
        self.functions: list[Function] = []
        self.globals: list[Declare] = []
        self._nodes: dict[str, Any] = {}
        self._open: list[tuple[Function, Any]] = []
        self._usual = usual_ones(file)
        for node in file.ext:
            self._learn(node)

    def express(self, node: Any, scope: Scope) -> Expression:
        """The expression of the tree for one of the syntax."""
        return express(node, scope)

    def reach(self, name: str) -> Meaning | None:
        """What a name of the file stands for, which belongs to the translation from now on."""
        known = self.scope.names.get(name)
        node = self._nodes.get(name)
        if known is not None or node is None:
            return known
        defined = type(node).__name__ == "FuncDef"
        if defined and name not in self._usual:
            return self._function(name, node)
        if defined or type(node.type).__name__ == "FuncDecl":
            self.scope.names[name] = External(name, node)
            return self.scope.names[name]
        if "extern" in node.storage:
            raise RefusedError(f"{name} lies in another file", line_of(node))
        declared = declare(node, self.scope, is_global=True)
        self.globals.append(declared)
        return declared.variable

    def program(self) -> Program:
        """All that ``main`` reaches. Raises RefusedError."""
        main = self.reach(ENTRY)
        if not isinstance(main, Function):
            raise RefusedError("there is no main")
        while self._open:
            function, node = self._open.pop()
            self._fill(function, node)
        functions = [one for one in self.functions if one is not main]
        order = {id(node): place for place, node in enumerate(self._nodes.values())}
        self.globals.sort(key=lambda one: order.get(id(one.site), len(order)))
        return Program(self.globals, [*functions, main])

    def _learn(self, node: Any) -> None:
        what = type(node).__name__
        if what in ("Pragma", "StaticAssert", "EmptyStatement"):
            return
        if what not in _BELONGS:
            raise RefusedError(f"something outside of functions ({what})", line_of(node))
        if what == "FuncDef":
            self._nodes[node.decl.name] = node
            return
        # What is refused here is refused again where its constants are used, if they ever are.
        with suppress(RefusedError):
            learn_enumerations(node, self.scope)
        if what == "Typedef":
            self.scope.types[node.name] = (node, self.scope)
        elif node.name is not None:
            self._remember(node)

    def _remember(self, node: Any) -> None:
        """A declaration with a first value or a body counts before one without."""
        known = self._nodes.get(node.name)
        if known is None or (type(known).__name__ == "Decl" and _tells_more(node, known)):
            self._nodes[node.name] = node

    def _function(self, name: str, node: Any) -> Function:
        line = line_of(node)
        signature = node.decl.type
        if node.param_decls:
            raise RefusedError(f"{name} is defined in the old style", line)
        kind = type_of(signature.type, self.scope)
        function = Function(name, integer(kind, line) if kind is not None else None, [], line)
        self.scope.names[name] = function
        self.functions.append(function)
        self._open.append((function, node))
        inner = Scope(self, self.scope)
        given = signature.args.params if signature.args is not None else []
        for one in given:
            variable = self._parameter(name, one, inner)
            if variable is not None:
                function.parameters.append(variable)
        return function

    def _parameter(self, function: str, node: Any, scope: Scope) -> Variable | None:
        """A parameter; those of ``main`` beside the count of arguments must not be used."""
        try:
            return parameter(node, scope)
        except RefusedError:
            if function == ENTRY:
                return None
            raise

    def _fill(self, function: Function, node: Any) -> None:
        scope = Scope(self, self.scope)
        for one in function.parameters:
            scope.names[one.name] = one
        body = Body(function)
        # The outermost block of a function shares its scope with the parameters.
        for item in node.body.block_items or ():
            function.body += body.state(item, scope)
        self.globals += body.statics


def _tells_more(node: Any, known: Any) -> bool:
    if type(node.type).__name__ == "FuncDecl":
        return False
    return node.init is not None or ("extern" in known.storage and "extern" not in node.storage)


def only_main_knows(program: Program) -> set[Variable]:
    """The global variables that no function but ``main`` speaks of, which runs once."""
    main = program.main
    calls = [one for f in program.functions for one in all_nodes(f.body) if isinstance(one, Call)]
    if any(one.function is main for one in calls):
        return set()
    elsewhere = {
        one.variable
        for function in program.functions
        if function is not main
        for one in all_nodes(function.body)
        if hasattr(one, "variable")
    }
    early = {
        one.variable
        for declared in program.globals
        for value in expressions(declared)
        for one in nodes(value)
        if hasattr(one, "variable")
    }
    return {one.variable for one in program.globals} - elsewhere - early
