"""Reads small integer functions into transition systems, for tests of the provers alone."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from haltcheck.basis.budget import Budget
from haltcheck.frontend.syntax import Contents
from haltcheck.model.abstract import Trust
from haltcheck.model.program import Program
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import ENTRY, EXIT, Faith, System, Transition, Variable
from haltcheck.model.term import (
    FALSE,
    TRUE,
    ZERO,
    Formula,
    Integer,
    Term,
    add,
    choose,
    compare,
    conjunction,
    disjunction,
    floor_divide,
    invert,
    modulo,
    multiply,
    negate,
    subtract,
)
from haltcheck.model.term import Variable as Name
from haltcheck.proof.problem import Problem

_SIGNS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}


@dataclass
class State:
    """Values and the path condition at one point of a path."""

    values: dict[str, Term]
    guard: Formula
    choices: tuple[str, ...] = ()

    def where(self, formula: Formula) -> State:
        return State(dict(self.values), conjunction(self.guard, formula), self.choices)


End = tuple[int, State]
Rest = Callable[[State], Iterator[End]]


@dataclass
class Reader:
    """Follows every path of a function from one loop head to the next."""

    bodies: dict[int, Rest] = field(default_factory=dict)
    inside: dict[int, set[int]] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)
    nodes: list[ast.While] = field(default_factory=list)
    fresh: int = 0

    def block(self, body: list[ast.stmt], rest: Rest, leave: Rest, again: Rest) -> Rest:
        for statement in reversed(body):
            rest = self.statement(statement, rest, leave, again)
        return rest

    def statement(self, node: ast.stmt, rest: Rest, leave: Rest, again: Rest) -> Rest:
        match node:
            case ast.Pass() | ast.Expr():
                return rest
            case ast.Break():
                return leave
            case ast.Continue():
                return again
            case ast.Return():
                return lambda state: iter([(EXIT, state)])
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                return lambda state: rest(self.bind(state, name, value))
            case ast.AugAssign(target=ast.Name(id=name), op=op, value=value):
                whole = ast.BinOp(ast.Name(name, ast.Load()), op, value)
                return lambda state: rest(self.bind(state, name, whole))
            case ast.If(test=test, body=body, orelse=orelse):
                then = self.block(body, rest, leave, again)
                other = self.block(orelse, rest, leave, again)
                return lambda state: self.fork(state, test, then, other)
            case ast.While():
                return self.loop(node, rest, leave, again)
        raise NotImplementedError(ast.unparse(node))

    def fork(self, state: State, test: ast.expr, then: Rest, other: Rest) -> Iterator[End]:
        formula = self.test(test, state)
        for way, follow in ((formula, then), (invert(formula), other)):
            if way != FALSE:
                yield from follow(state.where(way))

    def loop(self, node: ast.While, rest: Rest, leave: Rest, again: Rest) -> Rest:
        place = self.nodes.index(node)

        def arrive(state: State) -> Iterator[End]:
            yield place, state

        for around in [*self.open, place]:
            self.inside.setdefault(around, set()).add(place)
        self.open.append(place)
        body = self.block(node.body, arrive, rest, arrive)
        self.open.pop()
        after = self.block(node.orelse, rest, leave, again)
        self.bodies[place] = lambda state: self.fork(state, node.test, body, after)
        return arrive

    def bind(self, state: State, name: str, value: ast.expr) -> State:
        after = State(dict(state.values), state.guard, state.choices)
        after.values[name] = self.term(value, after)
        return after

    def test(self, node: ast.expr, state: State) -> Formula:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return conjunction(*(self.test(value, state) for value in values))
            case ast.BoolOp(values=values):
                return disjunction(*(self.test(value, state) for value in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return invert(self.test(operand, state))
            case ast.Constant(value=bool() as value):
                return TRUE if value else FALSE
            case ast.Compare(left=left, ops=ops, comparators=others):
                terms = [self.term(part, state) for part in (left, *others)]
                pairs = zip(ops, terms, terms[1:], strict=False)
                return conjunction(*(compare(_SIGNS[type(op)], a, b) for op, a, b in pairs))
        return compare("!=", self.term(node, state), ZERO)

    def term(self, node: ast.expr, state: State) -> Term:
        match node:
            case ast.Constant(value=int() as value):
                return Integer(value)
            case ast.Name(id=name):
                return state.values.get(name, Name(name))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return negate(self.term(operand, state))
            case ast.UnaryOp(op=ast.Invert(), operand=operand):
                return add(negate(self.term(operand, state)), Integer(-1))
            case ast.IfExp(test=test, body=body, orelse=orelse):
                ways = self.term(body, state), self.term(orelse, state)
                return choose(self.test(test, state), *ways)
            case ast.Call(func=ast.Name(id="abs"), args=[argument]):
                value = self.term(argument, state)
                return choose(compare("<", value, ZERO), negate(value), value)
            case ast.BinOp(left=left, op=op, right=right):
                found = _operate(op, self.term(left, state), self.term(right, state))
                if found is not None:
                    return found
        self.fresh += 1
        state.choices = (*state.choices, f"any{self.fresh}")
        return Name(f"any{self.fresh}")


def _operate(op: ast.operator, left: Term, right: Term) -> Term | None:
    match op:
        case ast.Add():
            return add(left, right)
        case ast.Sub():
            return subtract(left, right)
        case ast.Mult():
            return multiply(left, right)
        case ast.FloorDiv():
            return floor_divide(left, right)
        case ast.Mod():
            return modulo(left, right)
        case ast.Pow() if isinstance(right, Integer) and right.value > 0:
            return multiply(*([left] * right.value))
    return None


def systems(source: str) -> list[System]:
    """One system for each loop of the one function in the source."""
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    reader = Reader(nodes=[node for node in ast.walk(function) if isinstance(node, ast.While)])
    parameters = [argument.arg for argument in function.args.args]
    over: Rest = lambda state: iter([(EXIT, state)])  # noqa: E731
    begin = reader.block(function.body, over, over, over)
    pieces = [(ENTRY, begin), *sorted(reader.bodies.items())]
    transitions = []
    for source_place, piece in pieces:
        for target, state in piece(State({}, TRUE)):
            transitions.append(
                Transition(
                    source_place,
                    target,
                    state.guard,
                    tuple(state.values.items()),
                    state.choices,
                    faith=Faith.COARSE if state.choices else Faith.EXACT,
                    line=function.lineno
                    if source_place == ENTRY
                    else reader.nodes[source_place].lineno,
                )
            )
    written = {name for one in transitions for name, _ in one.update}
    names = [*parameters, *sorted(written - set(parameters))]
    variables = tuple(Variable(name, parameter=name in parameters) for name in names)
    return [
        System(LoopSubject("f", place), variables, frozenset(inside), tuple(transitions))
        for place, inside in sorted(reader.inside.items())
    ]


def problem(system: System, budget: Budget | None = None) -> Problem:
    """The problem of this system, with no program behind it."""
    made = Problem(Program(Contents()), system.subject, Trust.NOTHING, budget or Budget())
    vars(made)["system"] = system
    return made
