"""Says a condition as a person would: fewest and plainest comparisons, the same truth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from haltcheck.basis.budget import BudgetSpentError
from haltcheck.model.system import System
from haltcheck.model.term import (
    TRUE,
    And,
    Compare,
    Formula,
    Integer,
    Or,
    Truth,
    Variable,
    add,
    apply,
    compare,
    conjunction,
    disjunction,
    show,
    variables,
)
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.simplify import canonical, numbers, parts_of

_QUERIES = 200
_MOST_NAMES = 4
_MOST_CONSTANTS = 4


def plainer(prover: Prover, formula: Formula, given: Formula) -> Formula:
    """A shorter formula that is true exactly where this one is, as far as ``given`` holds."""
    asked = prover.afresh(prover.effort, _QUERIES)
    try:
        short = _plain(asked, formula, given)
        same = asked.entails(conjunction(given, formula), short) and asked.entails(
            conjunction(given, short), formula
        )
    except BudgetSpentError:
        return formula
    return short if same and len(show(short)) <= len(show(formula)) else formula


def _plain(prover: Prover, formula: Formula, given: Formula) -> Formula:
    ways = formula.parts if isinstance(formula, Or) else (formula,)
    short = [_way(prover, way, given) for way in ways]
    kept = list(dict.fromkeys(short))
    for way in sorted(kept, key=lambda one: -len(show(one))):
        others = disjunction(*(other for other in kept if other is not way))
        if len(kept) > 1 and prover.entails(conjunction(given, way), others):
            kept.remove(way)
    whole = disjunction(*kept)
    return _way(prover, whole, given) if len(kept) > 1 else whole


def _way(prover: Prover, way: Formula, given: Formula) -> Formula:
    """One way as equations where a value is settled, and as few comparisons as say the rest."""
    premise = conjunction(given, way)
    settled = list(_settled(prover, premise, way))
    values = {name: Integer(value) for name, value in settled}
    equations = [compare("==", Variable(name), value) for name, value in values.items()]
    rest = canonical(apply(way, values)) if values else way
    parts = list(parts_of(rest))
    if _is_plain(rest) and not values:
        return conjunction(*_fewest(prover, parts, given))
    guesses = (*_candidates(rest), *_distances(prover, premise, rest))
    implied = [one for one in guesses if prover.entails(premise, one)]
    assumed = conjunction(given, *equations)
    known = list(dict.fromkeys((*parts, *implied)))
    return conjunction(*equations, *_fewest(prover, known, assumed))


def _is_plain(formula: Formula) -> bool:
    """At most two comparisons of variables and constants."""
    parts = parts_of(formula)
    return len(parts) <= 2 and all(
        isinstance(part, Compare)
        and isinstance(part.left, Variable | Integer)
        and isinstance(part.right, Variable | Integer)
        for part in parts
    )


def _settled(prover: Prover, premise: Formula, way: Formula) -> Iterator[tuple[str, int]]:
    """The variables that have one value only."""
    model = prover.ask(premise)
    if not isinstance(model, Found):
        return
    for name in sorted(variables(way))[:_MOST_NAMES]:
        value = model.values.get(name, 0)
        if prover.entails(premise, compare("==", Variable(name), Integer(value))):
            yield name, value


def _candidates(formula: Formula) -> Iterator[Formula]:
    """Plain comparisons that may say the same."""
    names = sorted(variables(formula))[:_MOST_NAMES]
    near = {0} | {value + step for value in numbers(formula) for step in (-1, 0, 1)}
    constants = sorted(near, key=lambda value: (abs(value), value))[:_MOST_CONSTANTS]
    for name in names:
        for value in constants:
            for operator in ("<", ">", "!="):
                yield canonical(compare(operator, Variable(name), Integer(value)))
    for first, second in combinations(names, 2):
        for operator in ("==", "<", ">", "!="):
            yield canonical(compare(operator, Variable(first), Variable(second)))


def _distances(prover: Prover, premise: Formula, formula: Formula) -> Iterator[Formula]:
    """That two variables are as far apart as in one model."""
    model = prover.ask(premise)
    if isinstance(model, Found):
        for first, second in combinations(sorted(variables(formula))[:_MOST_NAMES], 2):
            apart = model.values.get(second, 0) - model.values.get(first, 0)
            far = add(Variable(first), Integer(apart))
            yield canonical(compare("==", Variable(second), far))


def _fewest(prover: Prover, parts: list[Formula], given: Formula) -> list[Formula]:
    """The parts without those that the others imply, the least readable given up first."""
    kept = list(dict.fromkeys(parts))
    for part in sorted(kept, key=_weight, reverse=True):
        others = [other for other in kept if other is not part]
        if prover.entails(conjunction(given, *others), part):
            kept = others
    return kept


def _weight(part: Formula) -> tuple[int, int, str]:
    text = show(part)
    kind = 0
    if not isinstance(part, Compare):
        kind = 3
    elif not isinstance(part.left, Variable) and not isinstance(part.right, Variable):
        kind = 2
    elif part.operator == "!=":
        kind = 1
    return kind, len(text), text


def told(formula: Formula, system: System) -> str:
    """The condition in Python: a truth value by its name, a length that is 0 as equal to 0."""
    bounds = {variable.name: (variable.low, variable.high) for variable in system.variables}
    match formula:
        case And(parts=parts):
            return " and ".join(_nested(part, system) for part in parts)
        case Or(parts=parts):
            return " or ".join(_nested(part, system) for part in parts)
        case (
            Compare(left=Variable(name=name), right=Integer())
            | Compare(left=Integer(), right=Variable(name=name))
        ) if bounds.get(name) == (0, 1):
            return _truth(formula, name)
        case Compare(operator="<=", left=Variable(name=name), right=Integer(value=0)):
            return f"{name} == 0" if bounds.get(name, (None, None))[0] == 0 else show(formula)
        case Compare(operator="!=", left=Variable(name=name), right=Integer(value=0)):
            return f"{name} > 0" if bounds.get(name, (None, None))[0] == 0 else show(formula)
        case Compare(operator="==" | "!=" as operator, left=Variable(), right=Variable()):
            first, second = sorted((show(formula.left), show(formula.right)))
            return f"{first} {operator} {second}"
        case Compare() | Truth():
            return show(formula)


def _nested(part: Formula, system: System) -> str:
    text = told(part, system)
    return f"({text})" if isinstance(part, And | Or) else text


def _truth(formula: Compare, name: str) -> str:
    """The one value out of 0 and 1 at which the comparison is true."""
    named = name[5:-1] if name.startswith("bool(") else name
    spaced = " " in named and not named.endswith(")")
    values = [_holds_at(formula, name, value) for value in (0, 1)]
    if values == [False, True]:
        return f"({named})" if spaced and " is " not in named else named
    if values == [True, False]:
        return f"not ({named})" if spaced else f"not {named}"
    return show(formula)


def _holds_at(formula: Compare, name: str, value: int) -> bool:
    return apply(formula, {name: Integer(value)}) == TRUE
