"""Which local variables may be read before anything was assigned to them."""

from __future__ import annotations

from corpora.importers.c.fold import constant
from corpora.importers.c.tree import (
    Assign,
    Break,
    Choice,
    Comma,
    Continue,
    Declare,
    Demand,
    Expression,
    Function,
    If,
    Item,
    Logic,
    Loop,
    Read,
    Return,
    Statement,
    Switch,
    Variable,
    children,
    expressions,
)
from corpora.refusal import RefusedError

Known = frozenset[Variable] | None
"""The variables that surely have a value; None where control never comes."""


def meet(first: Known, second: Known) -> Known:
    """What is known where two ways come together."""
    if first is None or second is None:
        return second if first is None else first
    return first & second


class Assigned:
    """Definite assignment, as of the Java language specification, chapter 16.

    ``fresh`` collects the variables that some way reads too early; ``ends`` tells whether the
    end of the body can be reached.
    """

    def __init__(self, function: Function) -> None:
        self.fresh: set[Variable] = set()
        self._breaks: list[Known] = []
        self._continues: list[Known] = []
        after = self._body(function.body, frozenset(function.parameters))
        self.ends = after is not None

    def _body(self, body: list[Statement], known: Known) -> Known:
        for one in body:
            known = self._statement(one, known)
        return known

    def _statement(self, statement: Statement, known: Known) -> Known:
        match statement:
            case Break() | Continue() if not self._breaks:
                raise RefusedError("a jump out of no loop", statement.line)
            case Continue() if not self._continues:
                raise RefusedError("a jump out of no loop", statement.line)
            case Break():
                self._breaks[-1] = meet(self._breaks[-1], known)
                return None
            case Continue():
                self._continues[-1] = meet(self._continues[-1], known)
                return None
            case If(condition=condition, then=then, other=other):
                true, false = self._condition(condition, known)
                return meet(self._body(then, true), self._body(other, false))
            case Loop():
                return self._loop(statement, known)
            case Switch():
                return self._switch(statement, known)
            case Declare(variable=variable, value=value, items=items):
                for one in expressions(statement):
                    known = self._value(one, known)
                if known is None:
                    return None
                # A variable that is declared again has lost what it had.
                return known | {variable} if value or items is not None else known - {variable}
            case Return():
                for one in expressions(statement):
                    self._value(one, known)
                return None
            case _:
                for one in expressions(statement):
                    known = self._value(one, known)
                return known

    def _loop(self, loop: Loop, known: Known) -> Known:
        self._breaks.append(None)
        self._continues.append(None)
        if loop.late:
            after = meet(self._body(loop.body, known), self._continues[-1])
            _, out = self._asked(loop.condition, after)
        else:
            true, out = self._asked(loop.condition, known)
            after = meet(self._body(loop.body, true), self._continues[-1])
            if loop.step is not None:
                self._value(loop.step, after)
        self._continues.pop()
        return meet(out, self._breaks.pop())

    def _asked(self, condition: Expression | None, known: Known) -> tuple[Known, Known]:
        return (known, None) if condition is None else self._condition(condition, known)

    def _switch(self, switch: Switch, known: Known) -> Known:
        known = self._value(switch.value, known)
        self._breaks.append(None)
        flow: Known = None
        for group in switch.groups:
            flow = self._body(group.body, meet(flow, known))
        if not any(None in group.values for group in switch.groups):
            flow = meet(flow, known)
        return meet(flow, self._breaks.pop())

    def _condition(self, node: Expression, known: Known) -> tuple[Known, Known]:
        """What is known where the condition holds, and where it does not."""
        value = constant(node)
        if value is not None:
            return (known, None) if value else (None, known)
        if isinstance(node, Logic):
            true, false = self._condition(node.left, known)
            if node.operator == "&&":
                right, wrong = self._condition(node.right, true)
                return right, meet(false, wrong)
            right, wrong = self._condition(node.right, false)
            return meet(true, right), wrong
        known = self._value(node, known)
        return known, known

    def _value(self, node: Expression, known: Known) -> Known:
        match node:
            case Read(variable=variable):
                if known is not None and variable not in known and not variable.is_global:
                    self.fresh.add(variable)
                return known
            case Logic():
                true, false = self._condition(node, known)
                return meet(true, false)
            case Choice(condition=condition, then=then, other=other):
                true, false = self._condition(condition, known)
                return meet(self._value(then, true), self._value(other, false))
            case Comma(first=first, second=second):
                return self._value(second, self._value(first, known))
            case Demand(condition=condition):
                return self._condition(condition, known)[0] if condition is not None else None
            case Assign(target=target, value=value, operator=operator):
                return self._assign(target, value, operator, known)
            case _:
                for child in children(node):
                    known = self._value(child, known)
                return known

    def _assign(self, target: Read | Item, value: Expression, operator: str, known: Known) -> Known:
        if isinstance(target, Item):
            root = target.array
            while isinstance(root, Item):
                known = self._value(root.index, known)
                root = root.array
            known = self._value(target.index, known)
            return self._value(value, self._value(target, known) if operator else known)
        if operator:
            known = self._value(target, known)
        known = self._value(value, known)
        return None if known is None else known | {target.variable}
