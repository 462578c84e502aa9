"""Refuses expressions whose value depends on an order that C leaves open."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpora.importers.c.tree import (
    Array,
    Assign,
    Call,
    Choice,
    Comma,
    Declare,
    Expression,
    Function,
    Item,
    Logic,
    Program,
    Read,
    Variable,
    all_nodes,
    children,
    expressions,
    statements,
)
from corpora.refusal import RefusedError

_Cells = frozenset[Variable]
_NOTHING: _Cells = frozenset()


@dataclass(frozen=True, slots=True)
class Effect:
    """What an expression reads and writes, itself and by the functions that it calls.

    ``late`` are those of its own writes that no sequence point parts from its value.
    """

    reads: _Cells = _NOTHING
    writes: _Cells = _NOTHING
    late: _Cells = _NOTHING
    call_reads: _Cells = _NOTHING
    call_writes: _Cells = _NOTHING

    def __or__(self, other: Effect) -> Effect:
        return Effect(
            self.reads | other.reads,
            self.writes | other.writes,
            self.late | other.late,
            self.call_reads | other.call_reads,
            self.call_writes | other.call_writes,
        )

    def settled(self) -> Effect:
        """The same with a sequence point behind it."""
        return replace(self, late=_NOTHING)

    def disturbs(self, other: Effect) -> _Cells:
        """What one of them writes and the other one reads or writes.

        Of one array, what both touch without a call are different items: the same one at once
        is undefined (C11 6.5).
        """
        found: _Cells = _NOTHING
        for one, two in ((self, other), (other, self)):
            found |= _numbers(one.writes & (two.reads | two.writes))
            found |= _shared(one.writes, two.call_reads)
            found |= _shared(one.call_writes, two.reads | two.writes)
            found |= _shared(one.call_writes, two.call_reads | two.call_writes)
        return found


def _numbers(cells: _Cells) -> _Cells:
    return frozenset(one for one in cells if not isinstance(one.kind, Array))


def _shared(first: _Cells, second: _Cells) -> _Cells:
    """What is in both; arrays that are parameters may be any array."""
    found = first & second
    for one, others in ((first, second), (second, first)):
        if any(_unknown(cell) for cell in one):
            found |= {cell for cell in others if isinstance(cell.kind, Array)}
    return found


def _unknown(cell: Variable) -> bool:
    return isinstance(cell.kind, Array) and cell.kind.length is None


def check(program: Program) -> None:
    """Raises RefusedError for the first expression of which C does not say what it means."""
    order = _Order(program)
    for function in program.functions:
        for statement in statements(function.body):
            whole = list(expressions(statement))
            if isinstance(statement, Declare):
                order.apart(whole, statement.line)
            for one in whole:
                order.effect(one)


class _Order:
    def __init__(self, program: Program) -> None:
        self._called: dict[Function, Effect] = {one: Effect() for one in program.functions}
        self._written: dict[Function, _Cells] = dict.fromkeys(program.functions, _NOTHING)
        changed = True
        while changed:
            changed = False
            for function in program.functions:
                found = self._summary(function)
                if found != (self._called[function], self._written[function]):
                    self._called[function], self._written[function] = found
                    changed = True

    def _summary(self, function: Function) -> tuple[Effect, _Cells]:
        """What a call may read and write of what is not its own, and which parameters' arrays."""
        found = Effect()
        for node in all_nodes(function.body):
            match node:
                case Assign(target=target):
                    found |= Effect(call_writes=frozenset({_root(target)}))
                case Read(variable=variable):
                    found |= Effect(call_reads=frozenset({variable}))
                case Call():
                    found |= self._call(node)
        reads, writes = found.call_reads, found.call_writes
        own = {one for one in reads | writes if not one.is_global}
        # The array of a parameter is the caller's, and which one is told by the argument.
        written = writes & frozenset(function.parameters)
        return Effect(call_reads=reads - own, call_writes=writes - own), written

    def _call(self, node: Call) -> Effect:
        effect = self._called[node.function]
        for one, parameter in zip(node.arguments, node.function.parameters, strict=True):
            if isinstance(one.kind, Array):
                array = frozenset({_root(one)})
                is_written = parameter in self._written[node.function]
                effect |= Effect(call_reads=array, call_writes=array if is_written else _NOTHING)
        return effect

    def effect(self, node: Expression) -> Effect:
        """What the expression reads and writes, its parts checked against each other."""
        match node:
            case Read(variable=variable):
                return Effect(frozenset({variable}))
            case Logic(left=first, right=second) | Comma(first=first, second=second):
                return self.effect(first).settled() | self.effect(second)
            case Choice(condition=condition, then=then, other=other):
                chosen = self.effect(then) | self.effect(other)
                return self.effect(condition).settled() | chosen
            case Assign():
                return self._assign(node)
            case Call(arguments=arguments):
                return self.apart(arguments, node.line).settled() | self._call(node)
            case _:
                return self.apart(list(children(node)), node.line)

    def _assign(self, node: Assign) -> Effect:
        cell = frozenset({_root(node.target)})
        places = _indices(node.target)
        parts = self.apart([*places, node.value], node.line)
        if node.operator:
            # The old value is read at no certain moment beside the value's own work.
            self._disjoint(Effect(reads=cell), self.effect(node.value), node.line)
        if _numbers(parts.late & cell):
            raise RefusedError("a variable is written twice at once", node.line)
        return parts | Effect(cell if node.operator else _NOTHING, cell, cell)

    def apart(self, parts: list[Expression], line: int) -> Effect:
        """The effect of expressions that come in no certain order."""
        whole = Effect()
        for part in parts:
            effect = self.effect(part)
            self._disjoint(whole, effect, line)
            whole |= effect
        return whole

    def _disjoint(self, first: Effect, second: Effect, line: int) -> None:
        shared = first.disturbs(second)
        if shared:
            name = min(one.name for one in shared)
            raise RefusedError(f"{name} is written and used in no certain order", line)


def _root(node: Expression) -> Variable:
    while isinstance(node, Item):
        node = node.array
    assert isinstance(node, Read)
    return node.variable


def _indices(node: Expression) -> list[Expression]:
    found: list[Expression] = []
    while isinstance(node, Item):
        found.append(node.index)
        node = node.array
    return found
