"""Expressions of C as Python: what they do first, as statements, and then what they are."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeVar

from corpora.importers.c import python as py
from corpora.importers.c.effect import ask, assigned, effect, invoke
from corpora.importers.c.fold import constant
from corpora.importers.c.kind import BOOL, Kind
from corpora.importers.c.names import ENTRY, QUOTIENT, REMAINDER, Names
from corpora.importers.c.span import Spans
from corpora.importers.c.tree import (
    Ask,
    Assign,
    Binary,
    Call,
    Choice,
    Comma,
    Convert,
    Expression,
    Function,
    Item,
    Logic,
    Read,
    Unary,
)

_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
_ALIKE = ("+", "-", "*", "&", "|", "^", "<<", ">>")
"""Operators that mean the same in both languages as long as nothing overflows."""


T = TypeVar("T")


class Values:
    """Writes the expressions of one function.

    What an expression does beside its value goes to ``done`` in the order of C; ``order`` has
    refused everything for which the place among its neighbours would matter. ``nothing`` is what
    a ``return`` without a value gives, ``halt`` ends the program where an assumption fails, and
    ``asked`` collects the helpers that are needed.
    """

    def __init__(self, spans: Spans, names: Names, function: Function, asked: set[str]) -> None:
        self.spans = spans
        self.names = names
        self.nothing = py.number(0) if function.kind is not None else None
        first = function.name == ENTRY and function.once
        self.halt: ast.stmt = ast.Return(self.nothing) if first else py.leave()
        self.asked = asked
        self.done: list[ast.stmt] = []

    def aside(self, make: Callable[[], T]) -> tuple[list[ast.stmt], T]:
        """What ``make`` does and gives, without doing it yet."""
        before, self.done = self.done, []
        value = make()
        done, self.done = self.done, before
        return done, value

    def condition(self, node: Expression) -> ast.expr:
        """The expression as a truth value."""
        value = constant(node)
        if value is not None:
            return ast.Constant(bool(value))
        match node:
            case Binary(operator=operator, left=left, right=right) if operator in _COMPARISONS:
                return self._comparison(operator, left, right)
            case Logic(operator=operator, left=left, right=right):
                return self._logic(operator, left, right)
            case Unary(operator="!", operand=operand):
                return py.opposite(self.condition(operand))
            case Convert(operand=operand):
                return self.condition(operand)
            case Binary(operator="%", left=left, right=right):
                # A remainder is zero in both languages or in neither.
                rest = py.binary("%", self.value(left), self.value(right))
                return py.comparison("!=", rest, py.number(0))
            case Comma(first=first, second=second):
                effect(self, first)
                return self.condition(second)
            case Choice(condition=condition, then=then, other=other):
                return self._either(self.condition, condition, then, other, "held")
        if node.kind == BOOL:
            return self.value(node)
        return py.comparison("!=", self.value(node), py.number(0))

    def value(self, node: Expression) -> ast.expr:
        """The expression as an integer, or as a list."""
        value = constant(node)
        if value is not None and isinstance(node.kind, Kind):
            return ast.Constant(bool(value)) if node.kind == BOOL else py.number(value)
        match node:
            case Read(variable=variable):
                return py.name(variable.python)
            case Item(array=array, index=index):
                return py.item(self.value(array), self.value(index))
            case Unary(operator="!") | Logic():
                return py.call("int", self.condition(node))
            case Binary(operator=operator) if operator in _COMPARISONS:
                return py.call("int", self.condition(node))
            case Unary(operator=operator, operand=operand):
                return self._unary(operator, self.value(operand))
            case Binary(operator=operator, left=left, right=right):
                return self.combined(operator, self.value(left), self.value(right), left, right)
            case Convert(kind=kind, operand=operand):
                return self.condition(operand) if kind == BOOL else self.value(operand)
            case Comma(first=first, second=second):
                effect(self, first)
                return self.value(second)
            case Choice(condition=condition, then=then, other=other):
                return self._either(self.value, condition, then, other, "chosen")
            case Assign():
                return assigned(self, node)
            case Call():
                return invoke(self, node)
            case Ask():
                return ask(node)
            case _:
                raise AssertionError(f"no value: {node}")

    def _comparison(self, operator: str, left: Expression, right: Expression) -> ast.expr:
        if operator in ("==", "!="):
            for one, other in ((left, right), (right, left)):
                if constant(other) == 0 and isinstance(one, Binary) and one.operator == "%":
                    condition = self.condition(one)
                    return condition if operator == "!=" else py.opposite(condition)
        return py.comparison(operator, self.value(left), self.value(right))

    def _logic(self, operator: str, left: Expression, right: Expression) -> ast.expr:
        first = self.condition(left)
        done, second = self.aside(lambda: self.condition(right))
        if not done:
            return py.both(first, second, either=operator == "||")
        held = py.name(self.names.give("held"))
        self.done.append(py.assign(held, first))
        done.append(py.assign(held, second))
        self.done += py.when(held if operator == "&&" else py.opposite(held), done)
        return held

    def _either(
        self,
        write: Callable[[Expression], ast.expr],
        question: Expression,
        then: Expression,
        other: Expression,
        name: str,
    ) -> ast.expr:
        condition = self.condition(question)
        done, first = self.aside(lambda: write(then))
        done_else, second = self.aside(lambda: write(other))
        if not done and not done_else:
            return py.either(condition, first, second)
        kept = py.name(self.names.give(name))
        done.append(py.assign(kept, first))
        done_else.append(py.assign(kept, second))
        self.done += py.when(condition, done, done_else)
        return kept

    def _unary(self, operator: str, value: ast.expr) -> ast.expr:
        if operator == "abs":
            return py.call("abs", value)
        return ast.UnaryOp(ast.Invert() if operator == "~" else ast.USub(), value)

    def combined(
        self, operator: str, first: ast.expr, second: ast.expr, left: Expression, right: Expression
    ) -> ast.expr:
        """The result of an operator on two values, which are written already."""
        if operator in _ALIKE:
            return py.binary(operator, first, second)
        plain = "//" if operator == "/" else "%"
        if self.spans.of(left)[0] >= 0 and self.spans.of(right)[0] >= 0:
            return py.binary(plain, first, second)
        if isinstance(first, ast.Name) and (constant(right) or 0) > 0:
            mirrored = py.negative(py.binary(plain, py.negative(first), second))
            positive = py.comparison(">=", first, py.number(0))
            return py.either(positive, py.binary(plain, first, second), mirrored)
        self.asked |= {QUOTIENT} if operator == "/" else {QUOTIENT, REMAINDER}
        return py.call(QUOTIENT if operator == "/" else REMAINDER, first, second)
