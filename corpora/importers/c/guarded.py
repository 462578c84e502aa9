"""Differences that a test before has made safe: lower bounds, told by following the flow."""

from __future__ import annotations

from collections.abc import Iterable

from corpora.importers.c.fold import constant
from corpora.importers.c.kind import Kind
from corpora.importers.c.span import Spans
from corpora.importers.c.tree import (
    Assign,
    Binary,
    Break,
    Call,
    Choice,
    Continue,
    Convert,
    Declare,
    Demand,
    Expression,
    Function,
    If,
    Logic,
    Loop,
    Read,
    Return,
    Statement,
    Switch,
    Unary,
    Variable,
    all_nodes,
    children,
    expressions,
    nodes,
    statements,
)

Pair = tuple[Variable, Variable | None]
Facts = dict[Pair, int]
"""The least value of ``first - second``, or of ``first`` alone."""

_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


class Guarded:
    """``safe`` are the nodes, by identity, whose value is never below zero where they run.

    They are subtractions, subtracting assignments and conversions. The domain is that of
    differences (Mine, PADO 2001) without closure; a loop begins with what its body leaves alone.
    """

    def __init__(self, function: Function, spans: Spans) -> None:
        self.safe: set[int] = set()
        self._spans = spans
        self._body(function.body, {})

    # Statements

    def _body(self, body: Iterable[Statement], facts: Facts | None) -> Facts | None:
        for one in body:
            if facts is None:
                # Nothing comes here, or only by a label that nobody goes to.
                facts = {}
            facts = self._statement(one, facts)
        return facts

    def _statement(self, statement: Statement, facts: Facts) -> Facts | None:
        match statement:
            case If(condition=condition, then=then, other=other):
                true, false = self._tested(condition, facts)
                return _joined(self._body(then, true), self._body(other, false))
            case Loop():
                return self._loop(statement, facts)
            case Switch(value=value, groups=groups):
                facts = self._value(value, facts)
                facts = _without(facts, all_nodes([statement]))
                for group in groups:
                    self._body(group.body, dict(facts))
                return facts
            case Declare(variable=variable, value=value):
                for one in expressions(statement):
                    facts = self._value(one, facts)
                return self._assigned(variable, value, facts)
            case _:
                for one in expressions(statement):
                    facts = self._value(one, facts)
                return None if isinstance(statement, Break | Continue | Return) else facts

    def _loop(self, loop: Loop, facts: Facts) -> Facts:
        kept = _without(facts, all_nodes([loop]))
        body = loop.body
        if loop.late:
            self._body(body, dict(kept))
            if loop.condition is not None:
                self._value(loop.condition, dict(kept))
            return kept
        true, false = (
            self._tested(loop.condition, kept) if loop.condition is not None else (kept, kept)
        )
        after = self._body(body, dict(true))
        if loop.step is not None:
            straight = not _has(body, Continue) and after is not None
            self._value(loop.step, after if straight and after is not None else dict(kept))
        return kept if _has(body, Break) else false

    # Expressions

    def _value(self, node: Expression, facts: Facts) -> Facts:
        """What is known after the expression; C says elsewhere that its order does not matter."""
        match node:
            case Logic() | Choice():
                return self._either(node, facts)
            case Demand(condition=condition) if condition is not None:
                return self._tested(condition, facts)[0]
            case Assign(target=target, value=value, operator=operator):
                for child in (*children(target), value):
                    facts = self._value(child, facts)
                if not isinstance(target, Read):
                    return facts
                if operator == "-" and self._covers(target, value, facts):
                    self.safe.add(id(node))
                step = constant(value) if operator in ("+", "-") else None
                if step is not None:
                    facts = {(target.variable, None): self._low(target, facts), **facts}
                    return _moved(target.variable, step if operator == "+" else -step, facts)
                return self._assigned(target.variable, None if operator else value, facts)
        for child in children(node):
            facts = self._value(child, facts)
        if isinstance(node, Call):
            return {pair: low for pair, low in facts.items() if not _is_shared(pair)}
        safe = (
            isinstance(node, Binary)
            and node.operator == "-"
            and self._covers(node.left, node.right, facts)
        ) or (isinstance(node, Convert) and self._low(node.operand, facts) >= 0)
        if safe:
            self.safe.add(id(node))
        return facts

    def _either(self, node: Logic | Choice, facts: Facts) -> Facts:
        if isinstance(node, Choice):
            true, false = self._tested(node.condition, facts)
            return _met(self._value(node.then, true), self._value(node.other, false))
        true, false = self._tested(node, facts)
        return _met(true, false)

    def _tested(self, node: Expression, facts: Facts) -> tuple[Facts, Facts]:
        """What is known where the condition holds, and where it does not."""
        if isinstance(node, Logic):
            true, false = self._tested(node.left, facts)
            if node.operator == "&&":
                right, wrong = self._tested(node.right, true)
                return right, _met(false, wrong)
            right, wrong = self._tested(node.right, false)
            return _met(true, right), wrong
        if isinstance(node, Unary) and node.operator == "!":
            true, false = self._tested(node.operand, facts)
            return false, true
        facts = self._value(node, facts)
        if any(isinstance(one, Assign | Call) for one in nodes(node)):
            return dict(facts), dict(facts)
        if isinstance(node, Binary) and node.operator in _NEGATED:
            found = node.left, node.operator, node.right
            return (
                self._learnt(*found, facts),
                self._learnt(node.left, _NEGATED[node.operator], node.right, facts),
            )
        true = dict(facts)
        variable = _variable(node)
        if variable is not None and self._low(node, facts) == 0:
            true[variable, None] = 1
        return true, dict(facts)

    def _learnt(self, left: Expression, operator: str, right: Expression, facts: Facts) -> Facts:
        facts = dict(facts)
        if operator in ("<", "<="):
            left, right, operator = right, left, {"<": ">", "<=": ">="}[operator]
        if operator == "!=":
            for one, other in ((left, right), (right, left)):
                variable = _variable(one)
                if variable is not None and constant(other) == self._low(one, facts):
                    facts[variable, None] = self._low(one, facts) + 1
            return facts
        least = 1 if operator == ">" else 0
        self._note(left, right, least, facts)
        if operator == "==":
            self._note(right, left, 0, facts)
        return facts

    def _note(self, left: Expression, right: Expression, least: int, facts: Facts) -> None:
        """``left - right >= least``."""
        first, second = _variable(left), _variable(right)
        if first is None:
            return
        low = self._low(right, facts) + least
        facts[first, None] = max(low, self._low(left, facts))
        if second is not None and second is not first:
            facts[first, second] = max(least, facts.get((first, second), least))

    def _low(self, node: Expression, facts: Facts) -> int:
        known = self._spans.of(node)[0] if isinstance(node.kind, Kind) else 0
        variable = _variable(node)
        return known if variable is None else max(known, facts.get((variable, None), known))

    def _covers(self, left: Expression, right: Expression, facts: Facts) -> bool:
        """Whether ``left >= right``."""
        first, second = _variable(left), _variable(right)
        if first is None or not isinstance(right.kind, Kind):
            return False
        if self._low(left, facts) >= self._spans.of(right)[1]:
            return True
        return second is not None and facts.get((first, second), -1) >= 0

    def _assigned(self, variable: Variable, value: Expression | None, facts: Facts) -> Facts:
        low = self._low(value, facts) if value is not None and _variable(value) else None
        facts = {pair: least for pair, least in facts.items() if variable not in pair}
        if low is not None:
            facts[variable, None] = low
        return facts


def _variable(node: Expression) -> Variable | None:
    """The variable that an expression is, conversions apart: those that change it are refused."""
    while isinstance(node, Convert):
        node = node.operand
    return node.variable if isinstance(node, Read) else None


def _moved(variable: Variable, step: int, facts: Facts) -> Facts:
    """After a constant was added to a variable."""
    moved: Facts = {}
    for (first, second), least in facts.items():
        change = step * ((first is variable) - (second is variable))
        moved[first, second] = least + change
    return moved


def _without(facts: Facts, changed: Iterable[Expression]) -> Facts:
    """What is left of it when these expressions ran, any number of times."""
    listed = list(changed)
    written = {
        one.target.variable
        for one in listed
        if isinstance(one, Assign) and isinstance(one.target, Read)
    }
    calls = any(isinstance(one, Call) for one in listed)
    return {
        pair: least
        for pair, least in facts.items()
        if written.isdisjoint(pair) and not (calls and _is_shared(pair))
    }


def _is_shared(pair: Pair) -> bool:
    return any(one is not None and one.is_global for one in pair)


def _met(first: Facts, second: Facts) -> Facts:
    return {pair: min(low, second[pair]) for pair, low in first.items() if pair in second}


def _joined(first: Facts | None, second: Facts | None) -> Facts | None:
    if first is None or second is None:
        return second if first is None else first
    return _met(first, second)


def _has(body: list[Statement], kind: type) -> bool:
    return any(isinstance(one, kind) for one in statements(body))
