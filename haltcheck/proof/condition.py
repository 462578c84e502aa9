"""Finds the condition on the parameters under which a divergence happens.

The diverging states are pulled back along the ways into the subject: weakest preconditions, by
substitution. No condition is needed where every way in leads into them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import assert_never

from haltcheck.basis.budget import BudgetSpentError
from haltcheck.model.certificate import Entry
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import ENTRY, System
from haltcheck.model.term import (
    FALSE,
    TRUE,
    Add,
    And,
    Choose,
    Compare,
    FloorDivide,
    Formula,
    Integer,
    Modulo,
    Multiply,
    Or,
    Term,
    Truth,
    Variable,
    apply,
    conjunction,
    disjunction,
    variables,
)
from haltcheck.proof.encode import Prover
from haltcheck.proof.path import Path, bounds, compose, constants, entering, single
from haltcheck.proof.plain import plainer, told
from haltcheck.proof.simplify import canonical, slim

_SAYABLE = re.compile(r"[A-Za-z_][\w.]*|(len|bool)\([A-Za-z_][\w.]*\)")
_LONGEST_STEM = 4
_LONGEST_TEXT = 100

States = Mapping[int, Formula]


def needed(system: System, prover: Prover, states: States, entry: Entry) -> str:
    """The condition as a Python expression; empty where every run that gets here diverges."""
    try:
        if _always(system, prover, states):
            return ""
        found = _pulled_back(system, prover, states, entry)
    except BudgetSpentError:
        return _inputs(entry)
    if found == TRUE:
        return ""
    given = conjunction(bounds(system), system.entry_condition)
    text = told(plainer(prover, found, given), system)
    said = found != FALSE and len(text) <= _LONGEST_TEXT and is_total(found)
    return text if said else _inputs(entry)


def _always(system: System, prover: Prover, states: States) -> bool:
    """Every transition that enters the subject enters the states."""
    for index in entering(system):
        path = single(system, index)
        start = system.entry_condition if path.source == ENTRY else TRUE
        premise = conjunction(bounds(system), start, path.guard)
        if not prover.entails(premise, path.after(states.get(path.target, FALSE))):
            return False
    return True


def _pulled_back(system: System, prover: Prover, states: States, entry: Entry) -> Formula:
    """What the parameters must satisfy, FALSE where no plain formula says it."""
    given = conjunction(bounds(system), system.entry_condition)
    paths = _stems(system, entry)
    ways: list[Formula] = []
    for path in paths:
        if not path.exact:
            continue
        wanted = conjunction(path.guard, path.after(states.get(path.target, FALSE)))
        free = _free_of(wanted, frozenset(path.choices))
        if free != wanted and not prover.entails(conjunction(given, path.guard, free), wanted):
            continue
        wanted = canonical(apply(free, _world(entry)))
        if variables(wanted) <= _parameters(system) and not prover.refutes(
            conjunction(given, wanted)
        ):
            ways.append(slim(prover, wanted, given))
    whole = disjunction(*ways)
    return TRUE if prover.entails(given, whole) else whole


def _stems(system: System, entry: Entry) -> list[Path]:
    """The way in that is known, and the ways in of one transition."""
    found: list[Path] = []
    if len(entry.stem) <= _LONGEST_STEM:
        picks = tuple(constants(values) for values in entry.choices)
        path = compose(system, entry.stem, picks)
        if isinstance(path, Path):
            found.append(path)
    for index in entering(system):
        way = system.transitions[index]
        if way.source != ENTRY or (index,) == entry.stem:
            continue
        # Another function of a recursion takes other arguments, whatever their names.
        begun = system.transitions[entry.stem[0]].target
        if isinstance(system.subject, LoopSubject) or way.target == begun:
            found.append(single(system, index))
    return found


def _free_of(formula: Formula, names: frozenset[str]) -> Formula:
    """The conjuncts that do not mention these names."""
    parts = formula.parts if isinstance(formula, And) else (formula,)
    return conjunction(*(part for part in parts if not variables(part) & names))


def is_sayable(name: str) -> bool:
    """The variable may stand anywhere in an expression, unlike one that is a comparison itself."""
    return _SAYABLE.fullmatch(name) is not None


@lru_cache(maxsize=1 << 16)
def is_total(part: Formula | Term) -> bool:
    """It divides by nothing that may be 0."""
    match part:
        case Integer() | Variable() | Truth():
            return True
        case Add(terms=terms) | Multiply(factors=terms):
            return all(is_total(one) for one in terms)
        case And(parts=parts) | Or(parts=parts):
            return all(is_total(one) for one in parts)
        case Compare(left=left, right=right):
            return is_total(left) and is_total(right)
        case FloorDivide(left=left, right=right) | Modulo(left=left, right=right):
            return isinstance(right, Integer) and right.value != 0 and is_total(left)
        case Choose(test=test, then=then, orelse=orelse):
            return is_total(test) and is_total(then) and is_total(orelse)
        case _:
            assert_never(part)


def _parameters(system: System) -> frozenset[str]:
    return frozenset(variable.name for variable in system.variables if variable.parameter)


def _inputs(entry: Entry) -> str:
    """The one input that is known."""
    return " and ".join(
        f"{name} == {value}" for name, value in entry.inputs if not is_outside(name)
    )


def is_outside(name: str) -> bool:
    """Whether the outside world chooses this variable: what remains of a stream."""
    return name.startswith("remaining(")


def _world(entry: Entry) -> dict[str, Term]:
    """What the outside world chose in the entry that is known; it may choose so again."""
    return {name: Integer(value) for name, value in entry.inputs if is_outside(name)}
