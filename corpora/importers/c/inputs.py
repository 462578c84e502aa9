"""What a run takes from outside: parameters where it is asked once, answers where it is more."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.importers.c.assigned import Assigned
from corpora.importers.c.kind import Kind
from corpora.importers.c.tree import (
    Ask,
    Assign,
    Call,
    Declare,
    Evaluate,
    Expression,
    Function,
    Input,
    Loop,
    Program,
    Read,
    Statement,
    Variable,
    all_nodes,
    blocks,
    expressions,
    nodes,
)
from corpora.refusal import RefusedError


def settle(program: Program) -> None:
    """Says of each function whether it runs once and asks, and of each value where it is from.

    Raises RefusedError for a function that may end without the value that a caller uses.
    """
    used = _used(program)
    for function in program.functions:
        flow = Assigned(function)
        for variable in flow.fresh:
            variable.fresh = True
        if flow.ends and function.kind is not None and function in used:
            raise RefusedError(f"{function.name} may end without a value", function.line)
    _run_once(program)
    for function in program.functions:
        _place(function)
    _spread(program)
    for function in program.functions:
        function.passed = _inputs_of(function)


def _used(program: Program) -> set[Function]:
    """The functions of whose calls the value is used."""
    dropped = {
        id(one.value)
        for function in program.functions
        for one in _all(function.body)
        if isinstance(one, Evaluate)
    }
    return {
        node.function
        for function in program.functions
        for node in all_nodes(function.body)
        if isinstance(node, Call) and id(node) not in dropped
    }


def _all(body: list[Statement]) -> Iterator[Statement]:
    for one in body:
        yield one
        for block in blocks(one):
            yield from _all(block)


def _run_once(program: Program) -> None:
    """A function runs once if its only call stands outside of loops in one that runs once."""
    sites: dict[Function, list[tuple[Function, bool]]] = {one: [] for one in program.functions}
    for caller in program.functions:
        for node, repeated in _placed(caller.body, repeated=False):
            if isinstance(node, Call):
                sites[node.function].append((caller, repeated))
    program.main.once = not sites[program.main]
    changed = True
    while changed:
        changed = False
        for function, calls in sites.items():
            once = len(calls) == 1 and calls[0][0].once and not calls[0][1]
            if once and not function.once:
                function.once = changed = True


def _placed(body: list[Statement], *, repeated: bool) -> Iterator[tuple[Expression, bool]]:
    """All expressions of a body, and whether they stand in a loop."""
    for one in body:
        again = repeated or isinstance(one, Loop)
        for whole in expressions(one):
            yield from ((node, again) for node in nodes(whole))
        for block in blocks(one):
            yield from _placed(block, repeated=again)


def _place(function: Function) -> None:
    """Makes inputs of what is asked once in the function, in the order of the text."""
    seen = set(function.parameters)
    _walk(function, function.body, repeated=not function.once, seen=seen)


def _walk(
    function: Function, body: list[Statement], *, repeated: bool, seen: set[Variable]
) -> None:
    for one in body:
        again = repeated or isinstance(one, Loop)
        if isinstance(one, Declare) and one.variable.fresh:
            if again:
                function.asks = True
            else:
                one.input = Input(one.variable.name, one.variable.kind, one.site, one.variable)
                function.inputs.append(one.input)
                seen.add(one.variable)
        named = None if again else _asking(one)
        if named:
            _ask(function, named[0], named[1], seen)
        for whole in expressions(one):
            for node in nodes(whole):
                if isinstance(node, Ask) and again:
                    function.asks = True
                elif isinstance(node, Ask) and node.input is None:
                    _ask(function, node, None, seen)
                elif isinstance(node, Read):
                    seen.add(node.variable)
        if isinstance(one, Declare) and (one.value is not None or one.items is not None):
            seen.add(one.variable)
        for block in blocks(one):
            _walk(function, block, repeated=again, seen=seen)


def _ask(function: Function, node: Ask, variable: Variable | None, seen: set[Variable]) -> None:
    assert isinstance(node.kind, Kind)
    node.input = Input(variable.name if variable else "value", node.kind, node.site)
    # The parameter is the variable itself where nothing was done with the variable before.
    if variable is not None and variable not in seen and not variable.is_global:
        node.input.variable = variable
    function.inputs.append(node.input)


def _asking(statement: Statement) -> tuple[Ask, Variable] | None:
    """``x = nondet()`` and ``int x = nondet()``: the question and the variable."""
    match statement:
        case Declare(variable=variable, value=Ask() as ask):
            return ask, variable
        case Evaluate(
            value=Assign(target=Read(variable=variable), value=Ask() as ask, operator="")
        ):
            return ask, variable
        case _:
            return None


def _spread(program: Program) -> None:
    """Who calls somebody that asks, asks; inputs of callees are inputs of their callers."""
    changed = True
    while changed:
        changed = False
        for function in program.functions:
            callees = {node.function for node in all_nodes(function.body) if isinstance(node, Call)}
            if not function.asks and any(one.asks for one in callees):
                function.asks = changed = True


def _inputs_of(function: Function) -> list[Input]:
    """The inputs of a function and of all that it calls, in the order of the calls."""
    found = list(function.inputs)
    if function.once:
        for node in all_nodes(function.body):
            if isinstance(node, Call) and node.function.once:
                found += _inputs_of(node.function)
    return found
