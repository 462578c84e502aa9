"""Statements of C as Python."""

from __future__ import annotations

import ast
from collections.abc import Callable

from corpora.importers.c import python as py
from corpora.importers.c.effect import answer, effect
from corpora.importers.c.fold import constant
from corpora.importers.c.kind import BOOL, INT, LONG, Kind
from corpora.importers.c.switch import branches
from corpora.importers.c.tree import (
    Array,
    Ask,
    Break,
    Continue,
    Declare,
    Evaluate,
    Expression,
    If,
    Logic,
    Loop,
    Return,
    Statement,
    Switch,
    blocks,
)
from corpora.importers.c.value import Values

_LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)


class Flow:
    """Writes the statements of one function; ``again`` is what ``continue`` does where it is."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self._again: list[Callable[[], list[ast.stmt]]] = []

    def body(self, body: list[Statement]) -> list[ast.stmt]:
        """The statements; what stands behind one that leaves is left out."""
        before, self.values.done = self.values.done, []
        for one in body:
            self._statement(one)
            if self.values.done and isinstance(self.values.done[-1], _LEAVES):
                break
        done, self.values.done = self.values.done, before
        return done

    def _statement(self, statement: Statement) -> None:
        done = self.values.done
        match statement:
            case Evaluate(value=value):
                effect(self.values, value)
            case Declare():
                self._declare(statement)
            case If(condition=condition, then=then, other=other):
                self._if(condition, then, other)
            case Loop(late=True):
                self._late(statement)
            case Loop():
                self._loop(statement)
            case Switch():
                self._switch(statement)
            case Break():
                done.append(ast.Break())
            case Continue():
                done += self._again[-1]()
            case Return(value=None):
                done.append(ast.Return(self.values.nothing))
            case Return(value=value) if value is not None:
                result = self.values.value(value)
                done.append(ast.Return(result))

    def _if(self, condition: Expression, then: list[Statement], other: list[Statement]) -> None:
        if not other and isinstance(condition, Logic) and condition.operator == "&&":
            inner = If(condition.line, condition.right, then, [])
            then, condition = [inner], condition.left
        before, asked = self._asked(condition)
        if isinstance(asked, ast.Constant):
            self.values.done += [*before, *self.body(then if asked.value else other)]
            return
        first, second = self.body(then), self.body(other)
        if first or second:
            self.values.done += [*before, *py.when(asked, first, second)]
        else:
            effect(self.values, condition)

    def _loop(self, loop: Loop) -> None:
        before, asked = self._asked(loop.condition)
        if isinstance(asked, ast.Constant) and not asked.value:
            self.values.done += before
            return
        step = self._step(loop.step)
        body = self._round(loop.body, lambda: [*step, ast.Continue()])
        if not body or not isinstance(body[-1], _LEAVES):
            body += step
        if before:
            asked, body = ast.Constant(True), [*self._unless(loop.condition), *body]
        self.values.done.append(py.loop(asked, body))

    def _late(self, loop: Loop) -> None:
        leave = self._unless(loop.condition)
        never = bool(leave) and isinstance(leave[-1], ast.Break)
        if never and not _jumps(loop.body):
            self.values.done += [*self.body(loop.body), *leave[:-1]]
            return
        again: list[ast.stmt] = [] if never else [ast.Continue()]
        body = self._round(loop.body, lambda: [*leave, *again])
        if not body or not isinstance(body[-1], _LEAVES):
            body += leave
        self.values.done.append(py.loop(ast.Constant(True), body))

    def _asked(self, condition: Expression | None) -> tuple[list[ast.stmt], ast.expr]:
        if condition is None:
            return [], ast.Constant(True)
        return self.values.aside(lambda: self.values.condition(condition))

    def _unless(self, condition: Expression | None) -> list[ast.stmt]:
        """Out of the loop unless the condition holds, with what each part of it does."""
        if isinstance(condition, Logic) and self._asked(condition.right)[0]:
            if condition.operator == "&&":
                return [*self._unless(condition.left), *self._unless(condition.right)]
            before, first = self._asked(condition.left)
            return [*before, *py.when(py.opposite(first), self._unless(condition.right))]
        before, asked = self._asked(condition)
        if isinstance(asked, ast.Constant):
            return [*before, ast.Break()] if not asked.value else before
        return [*before, *py.when(py.opposite(asked), [ast.Break()])]

    def _step(self, step: Expression | None) -> list[ast.stmt]:
        if step is None:
            return []
        done, _ = self.values.aside(lambda: effect(self.values, step))
        return done

    def _round(self, body: list[Statement], again: Callable[[], list[ast.stmt]]) -> list[ast.stmt]:
        self._again.append(again)
        written = self.body(body)
        self._again.pop()
        return written

    def _switch(self, switch: Switch) -> None:
        value = self.values.value(switch.value)
        if not isinstance(value, ast.Name | ast.Constant):
            kept = py.name(self.values.names.give("selected"))
            self.values.done.append(py.assign(kept, value))
            value = kept
        cases, default = branches(switch)
        written = self.body(default)
        for numbers, body in reversed(cases):
            asked = py.comparison("==", value, py.number(numbers[0]))
            if len(numbers) > 1:
                asked = ast.BoolOp(
                    ast.Or(), [py.comparison("==", value, py.number(one)) for one in numbers]
                )
            written = py.when(asked, self.body(body), written)
        self.values.done += written

    def _declare(self, node: Declare) -> None:
        variable = node.variable
        if isinstance(variable.kind, Array):
            self._array(node, variable.kind)
            return
        if isinstance(node.value, Ask) and node.value.input and node.value.input.variable:
            return
        target = py.name(variable.python)
        if node.value is not None:
            value = self.values.value(node.value)
            self.values.done.append(py.assign(target, value))
        elif variable.fresh and node.input is None:
            self.values.done.append(py.assign(target, answer(variable.kind)))

    def _array(self, node: Declare, array: Array) -> None:
        target = py.name(node.variable.python)
        assert array.length is not None
        if node.input is not None:
            wrong = py.comparison("!=", py.call("len", target), self.values.value(array.length))
            if array.element not in (INT, LONG, BOOL):
                wrong = py.both(wrong, py.opposite(_all_fit(target, array)), either=True)
            self.values.done += py.when(wrong, [self.values.halt])
            return
        if node.items:
            self.values.done.append(py.assign(target, _listed(self, node.items, array)))
        elif node.variable.fresh:
            assert isinstance(array.element, Kind)
            told = answer(array.element)
            self.values.done.append(py.assign(target, self._filled(array, told)))
        else:
            self.values.done.append(py.assign(target, self._filled(array, py.number(0))))

    def _filled(self, array: Array, item: ast.expr) -> ast.expr:
        """A new list of the array's length, and of its rows."""
        assert array.length is not None
        length = self.values.value(array.length)
        if isinstance(array.element, Array):
            item = self._filled(array.element, item)
        elif isinstance(item, ast.Constant):
            return ast.BinOp(ast.List([item], ast.Load()), ast.Mult(), length)
        place = ast.Name("_", ast.Store())
        rounds = ast.comprehension(place, py.call("range", length), [], 0)
        return ast.ListComp(item, [rounds])


def _all_fit(target: ast.expr, array: Array) -> ast.expr:
    assert isinstance(array.element, Kind)
    item = ast.Name("item", ast.Store())
    fits = py.between(array.element.span[0], py.name("item"), array.element.span[1])
    return py.call("all", ast.GeneratorExp(fits, [ast.comprehension(item, target, [], 0)]))


def _listed(flow: Flow, items: list[Expression], array: Array) -> ast.expr:
    """First values as a list of lists."""
    if not isinstance(array.element, Array):
        return ast.List([flow.values.value(one) for one in items], ast.Load())
    assert array.length is not None
    rows = constant(array.length) or 1
    size = len(items) // rows
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    return ast.List([_listed(flow, part, array.element) for part in parts], ast.Load())


def _jumps(body: list[Statement]) -> bool:
    """Whether the body leaves or begins again the loop around it."""
    for one in body:
        if isinstance(one, Break | Continue):
            return True
        if isinstance(one, Loop):
            continue
        inner = list(blocks(one))
        if isinstance(one, Switch):
            if any(_continues(block) for block in inner):
                return True
        elif any(_jumps(block) for block in inner):
            return True
    return False


def _continues(body: list[Statement]) -> bool:
    return any(
        isinstance(one, Continue)
        or (not isinstance(one, Loop) and any(_continues(block) for block in blocks(one)))
        for one in body
    )
