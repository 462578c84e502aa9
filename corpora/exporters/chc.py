"""A system as constrained Horn clauses in SMT-LIB (logic ``HORN``).

Each location is a predicate over all variables: it holds of the states that control may be in
there. Each rule is a clause, named after its transition in the comment before it. The query asks
whether the exit is reachable at all: ``unsat`` says that some run leaves, ``sat`` that none does.
That is no question of termination; provers of termination take the clauses as the transition
relation, where a run from ``start`` is a chain of clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora.exporters.heading import heading
from corpora.exporters.lowered import Lowered, Rule, lower
from haltcheck.model.system import EXIT, System
from haltcheck.model.term import (
    Add,
    And,
    Compare,
    Formula,
    Integer,
    Multiply,
    Or,
    Term,
    Truth,
    Variable,
)

_SIGNS = {"==": "=", "<": "<", "<=": "<="}
_CONVENTION = (
    "Each location is a predicate, each clause a step from the state in its body to its head.",
    "A run from start is a chain of clauses: the program halts if no such chain is endless.",
    "The query asks whether done is reachable: unsat says that some run leaves, sat that none.",
)


def chc(system: System, title: str) -> str:
    """The whole script. Raises RefusedError."""
    lowered = lower(system, splits=False)
    told = (*heading(title, system, lowered.names, lowered.located), *_CONVENTION)
    sorts = " ".join(["Int"] * len(lowered.variables))
    done = lowered.located[EXIT]
    lines = [*(f"; {line}" for line in told), "(set-logic HORN)"]
    lines += [f"(declare-fun {one} ({sorts}) Bool)" for one in lowered.locations]
    lines += ["; start: any values", _assert(lowered.variables, [], _state("start", lowered))]
    for rule in lowered.rules:
        lines += [f"; transition {rule.transition}", _clause(rule, lowered)]
    lines += ["; the query", _assert(lowered.variables, [_state(done, lowered)], "false")]
    return "\n".join([*lines, "(check-sat)"]) + "\n"


def _state(location: str, lowered: Lowered) -> str:
    return _list(location, lowered.variables) if lowered.variables else location


def _clause(rule: Rule, lowered: Lowered) -> str:
    body = [_state(rule.source, lowered), *map(text, rule.guard)]
    head = _list(rule.target, list(map(text, rule.update))) if rule.update else rule.target
    return _assert((*lowered.variables, *rule.free), body, head)


def _assert(variables: Sequence[str], body: Sequence[str], head: str) -> str:
    premise = body[0] if len(body) == 1 else _list("and", body)
    clause = f"(=> {premise} {head})" if body else head
    if variables:
        bound = " ".join(f"({one} Int)" for one in variables)
        clause = f"(forall ({bound}) {clause})"
    return f"(assert {clause})"


def text(term: Term | Formula) -> str:
    """A plain term or formula as SMT-LIB writes it."""
    match term:
        case Integer(value=value):
            return str(value) if value >= 0 else f"(- {-value})"
        case Truth(value=value):
            return "true" if value else "false"
        case Variable(name=name):
            return name
        case Add(terms=parts):
            return _list("+", list(map(text, parts)))
        case Multiply(factors=parts):
            return _list("*", list(map(text, parts)))
        case And(parts=parts):
            return _list("and", list(map(text, parts)))
        case Or(parts=parts):
            return _list("or", list(map(text, parts)))
        case Compare(operator="!=", left=left, right=right):
            return f"(not (= {text(left)} {text(right)}))"
        case Compare(operator=operator, left=left, right=right):
            return _list(_SIGNS[operator], [text(left), text(right)])
    raise AssertionError(term)


def _list(word: str, parts: Sequence[str]) -> str:
    return f"({word} {' '.join(parts)})"
