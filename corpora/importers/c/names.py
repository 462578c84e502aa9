"""Names that Python takes, each for one thing."""

from __future__ import annotations

import builtins
import keyword
import re

from corpora.importers.c.tree import (
    Assign,
    Declare,
    Function,
    Program,
    Read,
    Variable,
    all_nodes,
    statements,
)

ENTRY = "main"
QUOTIENT = "quotient"
REMAINDER = "remainder"
NONDET = "nondet"

_TAKEN = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins), QUOTIENT, REMAINDER, NONDET}
_TAKEN |= {"Callable"}


_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]")


class Names:
    """Gives out names; what is given out once is never given out again."""

    def __init__(self, taken: set[str] | None = None) -> None:
        self._taken = set(_TAKEN) | (taken or set())

    def give(self, wanted: str) -> str:
        """The wanted name or one like it that is free."""
        wanted = _NOT_IN_NAMES.sub("_", wanted).lstrip("_") or "value"
        if wanted[0].isdigit():
            wanted = f"value_{wanted}"
        free, count = wanted, 1
        while free in self._taken:
            free, count = f"{wanted}_{count}", count + 1
        self._taken.add(free)
        return free

    def apart(self) -> Names:
        """Names for a function of the module, which may repeat those of others."""
        return Names(self._taken)


def name_all(program: Program) -> dict[Function, Names]:
    """Names every function, variable and input; what is left for each function comes back.

    ``main`` keeps its name. An input that is handed on has one name in all functions.
    """
    whole = Names()
    program.main.python = whole.give(program.main.name)
    for function in program.functions[:-1]:
        function.python = whole.give(function.name)
    for declared in program.globals:
        declared.variable.python = whole.give(declared.variable.name)
    for one in program.main.passed:
        if one not in program.main.inputs:
            one.python = whole.give(one.name)
    return {one: _name_own(one, whole.apart()) for one in program.functions}


def _name_own(function: Function, names: Names) -> Names:
    begun = {one.variable: one.python for one in function.inputs if one.variable}
    for variable in _own(function):
        variable.python = begun.get(variable) or names.give(variable.name)
    for one in function.inputs:
        if not one.python:
            one.python = one.variable.python if one.variable else names.give(one.name)
    return names


def _own(function: Function) -> list[Variable]:
    declared = [one.variable for one in statements(function.body) if isinstance(one, Declare)]
    return [*function.parameters, *(one for one in declared if not one.is_global)]


def written(function: Function) -> list[str]:
    """The global variables that a function gives new values."""
    return sorted(
        {
            node.target.variable.python
            for node in all_nodes(function.body)
            if isinstance(node, Assign)
            and isinstance(node.target, Read)
            and node.target.variable.is_global
        }
    )
