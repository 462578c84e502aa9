"""Reads exports back, independently of what wrote them, and asks which steps they allow."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import z3

from corpora.export import places, read, system_of
from corpora.reader import FOLDER
from haltcheck.model.system import ENTRY, System, Transition
from haltcheck.model.term import (
    Formula,
    Integer,
    Term,
    Variable,
    apply,
    compare,
    conjunction,
    evaluate,
    holds,
    substitute,
    variables,
)
from haltcheck.proof.encode import Found, Prover, Verdict
from haltcheck.proof.path import bounds
from haltcheck.proof.sample import near

TEXTBOOK = FOLDER / "textbook" / "programs"
State = tuple[int, ...]
Taken = tuple[str, State]


@dataclass(frozen=True)
class Clause:
    """One step of an export: where from, where to, what must hold, and the values behind it."""

    source: str
    target: str
    before: Sequence[Any]
    guard: Any
    after: Sequence[Any]


class Export:
    """What an export allows, state by state."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self.clauses = clauses

    def allows(self, source: str, state: State, target: str, after: State) -> bool | None:
        """Whether some clause leads from this state to that one; None where nobody knows."""
        unclear = False
        for clause, solver in self._at(source, state):
            if clause.target != target:
                continue
            solver.add(*(_at(clause, one, state) == to for one, to in _both(clause, after)))
            answer = solver.check()
            if answer == z3.sat:
                return True
            unclear |= answer == z3.unknown
        return None if unclear else False

    def steps(self, source: str, state: State) -> Iterator[Taken]:
        """One step by each clause that allows any from this state."""
        for clause, solver in self._at(source, state):
            if solver.check() == z3.sat:
                values = [_at(clause, one, state) for one in clause.after]
                model = solver.model()
                told = [model.eval(one, model_completion=True).as_long() for one in values]
                yield clause.target, tuple(told)

    def _at(self, source: str, state: State) -> Iterator[tuple[Clause, Any]]:
        for clause in self.clauses:
            if clause.source == source:
                solver = z3.Solver()
                solver.set("timeout", 2000)
                solver.add(_at(clause, clause.guard, state))
                yield clause, solver


def _both(clause: Clause, after: State) -> Iterator[tuple[Any, int]]:
    return zip(clause.after, after, strict=True)


def _at(clause: Clause, one: Any, state: State) -> Any:
    pairs = [(name, z3.IntVal(to)) for name, to in zip(clause.before, state, strict=True)]
    return z3.substitute(one, *pairs)


_HEAD = re.compile(r"(\w+)\(([^()]*)\)")
_TOKEN = re.compile(r"\s*([A-Za-z]\w*|\d+|<=|[-+*()<=])")


def read_koat(text: str) -> tuple[list[str], Export]:
    """The declared variables and the rules of a file in KoAT's format; anything odd is an error."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines[:2] == ["(GOAL COMPLEXITY)", "(STARTTERM (FUNCTIONSYMBOLS start))"]
    declared = re.fullmatch(r"\(VAR ?(.*)\)", lines[2])
    assert declared and lines[3] == "(RULES" and lines[-1] == ")"
    names = declared[1].split()
    assert len(names) == len(set(names))
    return names, Export([_rule(line.strip(), names) for line in lines[4:-1]])


def _rule(line: str, names: list[str]) -> Clause:
    left, arrow, right = line.partition(" -> ")
    right, _, guard = right.partition(" :|: ")
    head = _HEAD.fullmatch(left)
    body = re.fullmatch(r"(\w+)\((.*)\)", right)
    assert arrow and head and body, line
    before = [one for one in head[2].split(",") if one]
    after = [_value(one, names) for one in body[2].split(",") if one]
    assert len(before) == len(after)
    atoms = [_value(one, names) for one in guard.split(" && ") if one]
    return Clause(head[1], body[1], [z3.Int(one) for one in before], z3.And(*atoms), after)


def _value(text: str, names: list[str]) -> Any:
    """A polynomial or a comparison, by way of Python's own reading of it."""
    words, at = [], 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        assert found, text
        words.append("==" if found[1] == "=" else found[1])
        at = found.end()
    return _told(ast.parse(" ".join(words), mode="eval").body, names)


def _told(node: ast.expr, names: list[str]) -> Any:
    match node:
        case ast.Constant(value=int() as value):
            return z3.IntVal(value)
        case ast.Name(id=name):
            assert name in names, name
            return z3.Int(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_told(operand, names)
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _told(left, names), _told(right, names)
            ways = {ast.Add: one + other, ast.Sub: one - other, ast.Mult: one * other}
            return ways[type(op)]
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            one, other = _told(left, names), _told(right, names)
            return {ast.Lt: one < other, ast.LtE: one <= other, ast.Eq: one == other}[type(op)]
    raise AssertionError(ast.dump(node))


def read_chc(text: str) -> Export:
    """The clauses of a script but for the first, which is of start, and the last, the query."""
    assert text.count("(set-logic HORN)") == text.count("(check-sat)") == 1
    first, *clauses, query = z3.parse_smt2_string(text)
    begin, (condition, end) = _open(first), _open(query).children()
    assert begin.decl().name() == "start", first
    assert condition.decl().name() == "done" and z3.is_false(end), query
    return Export([_clause(_open(one)) for one in clauses])


def _open(clause: Any) -> Any:
    if not z3.is_quantifier(clause):
        return clause
    count = clause.num_vars()
    fresh = [z3.Int(clause.var_name(at)) for at in range(count)]
    return z3.substitute_vars(clause.body(), *reversed(fresh))


def _clause(one: Any) -> Clause:
    assert one.decl().kind() == z3.Z3_OP_IMPLIES
    premise, head = one.children()
    source, *guard = premise.children() if z3.is_and(premise) else [premise]
    ends = source.decl().name(), head.decl().name()
    return Clause(*ends, source.children(), z3.And(*guard), head.children())


class Direct:
    """What a system allows, by its own transitions and by plain evaluation wherever it can be."""

    def __init__(self, system: System, located: Mapping[int, str]) -> None:
        self.system = system
        self.located = located
        self.places = {name: place for place, name in located.items()}
        self.names = [one.name for one in system.variables]
        self.prover = Prover(400_000, 1_000_000)

    def _at(self, source: str) -> list[Transition]:
        return [one for one in self.system.transitions if self.located[one.source] == source]

    def allows(self, source: str, state: State, target: str, after: State) -> bool | None:
        """Whether some transition leads from this state to that one; None where nobody knows."""
        found = [
            self._may(one, state, after)
            for one in self._at(source)
            if self.located[one.target] == target
        ]
        return True if True in found else None if None in found else False

    def _may(self, one: Transition, state: State, after: State) -> bool | None:
        now: dict[str, Term] = dict(zip(self.names, map(Integer, state), strict=True))
        then: dict[str, Term] = dict(zip(self.names, map(Integer, after), strict=True))
        update = dict(one.update)
        whole: list[Formula] = [apply(bounds(self.system), now), apply(bounds(self.system), then)]
        if one.source == ENTRY:
            whole.append(apply(self.system.entry_condition, now))
        whole.append(apply(one.guard, now))
        for name, value in then.items():
            whole.append(compare("==", substitute(update.get(name, Variable(name)), now), value))
        return self._is_so(conjunction(*whole))

    def _is_so(self, formula: Formula) -> bool | None:
        if not variables(formula):
            try:
                return holds(formula, {})
            except ZeroDivisionError:
                return False
        reply = self.prover.ask(formula)
        if isinstance(reply, Found):
            return True
        return False if reply is Verdict.REFUTED else None

    def steps(self, source: str, state: State, random: Random) -> Iterator[Taken]:
        """Where the transitions lead for some values of what they choose, allowed or not."""
        for one in self._at(source):
            at = dict(zip(self.names, state, strict=True))
            at |= {name: random.randint(-4, 9) for name in one.choices}
            update = dict(one.update)
            try:
                values = [evaluate(update.get(name, Variable(name)), at) for name in self.names]
            except ZeroDivisionError:
                continue
            yield self.located[one.target], tuple(values)


def differences(direct: Direct, export: Export, random: Random, states: int) -> list[str]:
    """Where the two disagree, over so many random states of each location."""
    found = []
    for source in {clause.source for clause in export.clauses} | {*direct.located.values()}:
        for _ in range(states):
            state = _state(direct.system, random)
            steps = [*direct.steps(source, state, random), *export.steps(source, state)]
            steps += [_nudged(one, random) for one in steps if one[1]]
            for target, after in dict.fromkeys(steps):
                one = direct.allows(source, state, target, after)
                other = export.allows(source, state, target, after)
                if None not in (one, other) and one != other:
                    found.append(f"{source}{state} to {target}{after}: {one}, exported {other}")
    return found


def _nudged(step: Taken, random: Random) -> Taken:
    target, after = step
    at = random.randrange(len(after))
    return target, (*after[:at], after[at] + random.choice((-1, 1)), *after[at + 1 :])


def _state(system: System, random: Random) -> State:
    """Small numbers and those that the system speaks of, mostly within the bounds."""
    pool = [*range(-6, 13), *near(system)]
    drawn = []
    for one in system.variables:
        value = random.choice(pool)
        if random.random() < 0.9:
            value = value if one.low is None else max(one.low, value)
            value = value if one.high is None else min(one.high, value)
        drawn.append(value)
    return tuple(drawn)


def subjects(path: Path) -> Iterator[tuple[str, System]]:
    """Every loop and recursion of a program's file, inner ones included, with its system."""
    program = read(path)
    for function in sorted(program.functions):
        for place in places(program, function):
            yield f"{function}:{place.line}", system_of(program, place.subject)
