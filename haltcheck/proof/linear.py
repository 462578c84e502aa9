"""Finds linear measures by counterexamples (CEGIS).

Coefficients are sought that fit the known steps; the solver checks the term they make on all
states, and what it objects to joins the known steps (Podelski and Rybalchenko, VMCAI 2004, for
the shape; SVMRanker and DynamiTe for learning it from steps).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from haltcheck.model.term import (
    ZERO,
    Formula,
    Integer,
    Term,
    Variable,
    add,
    compare,
    conjunction,
    disjunction,
    evaluate,
    multiply,
    variables,
)
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.rule import Rule

_ROUNDS = 12
_LARGEST = 40
_MOST_NAMES = 5
_PER_RULE = 12

Pair = tuple[int, Mapping[str, int], Mapping[str, int]]
"""The rule, a state before it and the state after."""


def measures(prover: Prover, rules: Sequence[Rule]) -> Iterator[Term]:
    """Linear terms that fall on every rule, as far as the counterexamples tell."""
    if len({rule.path.source for rule in rules}) != 1:
        return
    names = _names(rules)
    pairs = [
        (index, step.before, step.after)
        for index, rule in enumerate(rules)
        for step in rule.steps[:_PER_RULE]
    ]
    for strict in [frozenset(range(len(rules))), *(frozenset((i,)) for i in range(len(rules)))]:
        term = _learn(prover, rules, names, list(pairs), strict)
        if term is not None:
            yield term
        if len(rules) == 1:
            return


def _names(rules: Sequence[Rule]) -> list[str]:
    used: set[str] = set()
    for rule in rules:
        used |= variables(rule.path.guard) - set(rule.path.choices)
        used |= {name for name, term in rule.path.update.items() if term != Variable(name)}
    return sorted(used)[:_MOST_NAMES]


def _learn(
    prover: Prover,
    rules: Sequence[Rule],
    names: list[str],
    pairs: list[Pair],
    strict: frozenset[int],
) -> Term | None:
    for _ in range(_ROUNDS):
        reply = prover.ask(_fits(names, pairs, strict))
        if not isinstance(reply, Found):
            return None
        term = _term(names, reply.values)
        objection = _objection(prover, rules, term, strict)
        if objection is None:
            return term
        pairs.append(objection)
    return None


def _fits(names: list[str], pairs: list[Pair], strict: frozenset[int]) -> Formula:
    """The coefficients make every step fall, or at least not rise."""
    parts: list[Formula] = []
    for name in names:
        weight = Variable(f"weight {name}")
        parts += [
            compare("<=", Integer(-_LARGEST), weight),
            compare("<=", weight, Integer(_LARGEST)),
        ]
    for index, before, after in pairs:
        change = add(*(_weighed(name, after[name] - before[name]) for name in names))
        parts.append(compare("<=", change, Integer(-1 if index in strict else 0)))
        if index in strict:
            value = add(Variable("weight"), *(_weighed(name, before[name]) for name in names))
            parts.append(compare("<=", ZERO, value))
    return conjunction(*parts)


def _weighed(name: str, by: int) -> Term:
    return multiply(Integer(by), Variable(f"weight {name}"))


def _term(names: list[str], values: Mapping[str, int]) -> Term:
    weighed = (multiply(Integer(values.get(f"weight {name}", 0)), Variable(name)) for name in names)
    return add(*weighed, Integer(values.get("weight", 0)))


def _objection(
    prover: Prover, rules: Sequence[Rule], term: Term, strict: frozenset[int]
) -> Pair | None:
    """A step on which the term does not do what it should."""
    for index, rule in enumerate(rules):
        change = spell(difference(rule.path.value(term), term))
        least = ZERO if index in strict else Integer(1)
        wrong = compare("<=", least, change)
        if index in strict:
            wrong = disjunction(wrong, compare("<", term, ZERO))
        reply = prover.ask(conjunction(rule.guard, wrong))
        if isinstance(reply, Found):
            needed = variables(rule.guard) | set(rule.path.update) | rule_names(rule)
            state = dict.fromkeys(needed, 0) | reply.values
            after = {name: evaluate(one, state) for name, one in rule.path.update.items()}
            return index, state, state | after
    return None


def rule_names(rule: Rule) -> set[str]:
    """Every name that the rule's update reads."""
    return {name for term in rule.path.update.values() for name in variables(term)}
