"""Chooses how to say a condition: the easiest to read of the formulas that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haltcheck.basis.budget import BudgetSpentError
from haltcheck.model.term import FALSE, Formula, conjunction
from haltcheck.proof.cover import weight
from haltcheck.proof.encode import Prover
from haltcheck.proof.plain import plainer
from haltcheck.proof.simplify import canonical


def plainest(
    prover: Prover, given: Formula, formula: Formula, others: Iterable[Formula]
) -> Formula:
    """The formula, or one of the others that is true exactly where it is, as plain as can be."""
    found = list(_forms(prover, given, formula))
    for other in others:
        if other not in (FALSE, formula) and _same(prover, given, formula, other):
            found += _forms(prover, given, other)
    return min(dict.fromkeys(found), key=weight)


def _forms(prover: Prover, given: Formula, formula: Formula) -> Iterator[Formula]:
    yield formula
    yield canonical(formula)
    yield plainer(prover, formula, given)


def _same(prover: Prover, given: Formula, one: Formula, other: Formula) -> bool:
    try:
        return prover.entails(conjunction(given, one), other) and prover.entails(
            conjunction(given, other), one
        )
    except BudgetSpentError:
        return False
