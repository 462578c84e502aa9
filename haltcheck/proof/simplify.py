"""Makes formulas short and plain: comparisons in one canonical form, redundant parts dropped."""

from __future__ import annotations

from functools import lru_cache

from haltcheck.model.term import (
    And,
    Choose,
    Compare,
    Formula,
    Integer,
    Or,
    Term,
    Truth,
    children,
    compare,
    conjunction,
    disjunction,
    invert,
)
from haltcheck.proof.encode import Prover
from haltcheck.proof.polynomial import Monomial, Polynomial, content, difference, spell


@lru_cache(maxsize=1 << 15)
def canonical(formula: Formula) -> Formula:
    """The same truth, every comparison with positive parts on both sides and no common factor."""
    match formula:
        case Truth():
            return formula
        case Compare():
            return _comparison(formula)
        case And(parts=parts):
            return conjunction(*(canonical(part) for part in parts))
        case Or(parts=parts):
            return disjunction(*(canonical(part) for part in parts))


def _comparison(formula: Compare) -> Formula:
    if isinstance(formula.left, Choose) or isinstance(formula.right, Choose):
        return _split(formula)
    polynomial = difference(formula.left, formula.right)
    if polynomial.constant is not None:
        return compare(formula.operator, Integer(polynomial.constant), Integer(0))
    operator, terms = formula.operator, dict(polynomial.terms)
    constant = terms.pop((), 0)
    common = content(polynomial)
    if operator == "<":
        operator, constant = "<=", constant + 1
    if operator == "<=":
        constant = -((-constant) // common)
    elif constant % common:
        return Truth(operator == "!=")
    else:
        constant //= common
    terms = {monomial: factor // common for monomial, factor in terms.items()}
    return _sides(operator, terms, constant, polynomial)


def _sides(operator: str, terms: dict[Monomial, int], constant: int, whole: Polynomial) -> Formula:
    """``terms + constant`` compared with 0, spread over both sides."""
    if operator == "<=" and constant == 1:
        operator, constant = "<", 0
    if operator in ("==", "!=") and max(terms.items(), key=lambda item: item[0])[1] < 0:
        terms, constant = {m: -f for m, f in terms.items()}, -constant
    left = {monomial: factor for monomial, factor in terms.items() if factor > 0}
    right = {monomial: -factor for monomial, factor in terms.items() if factor < 0}
    if left:
        right[()] = -constant
    else:
        left[()] = constant
    return Compare(operator, _spell(left, whole), _spell(right, whole))


def _spell(terms: dict[Monomial, int], whole: Polynomial) -> Term:
    return spell(Polynomial({m: f for m, f in terms.items() if f}, whole.atoms))


def _split(formula: Compare) -> Formula:
    """A comparison with a choice is a choice of comparisons."""
    left, right = formula.left, formula.right
    if isinstance(left, Choose):
        ways = [(left.test, left.then, right), (invert(left.test), left.orelse, right)]
    else:
        assert isinstance(right, Choose)
        ways = [(right.test, left, right.then), (invert(right.test), left, right.orelse)]
    return disjunction(
        *(
            conjunction(canonical(test), canonical(compare(formula.operator, one, other)))
            for test, one, other in ways
        )
    )


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """The conjuncts."""
    if isinstance(formula, And):
        return formula.parts
    return () if formula == Truth(True) else (formula,)


def literals(formula: Formula) -> tuple[Formula, ...]:
    """The conjuncts in canonical form, each once."""
    return parts_of(canonical(formula))


def slim(prover: Prover, formula: Formula, given: Formula) -> Formula:
    """The formula without the conjuncts that the others and what is given imply."""
    parts = list(literals(formula))
    for part in sorted(parts, key=_longest_first) if len(parts) > 1 else parts:
        rest = [other for other in parts if other is not part]
        if prover.entails(conjunction(given, *rest), part):
            parts = rest
    return conjunction(*parts)


def _longest_first(part: Formula) -> tuple[int, str]:
    text = repr(part)
    return -len(text), text


@lru_cache(maxsize=20_000)
def atoms_of(formula: Formula) -> tuple[Compare, ...]:
    """Every comparison in the formula."""
    match formula:
        case Compare():
            return (formula,)
        case And(parts=parts) | Or(parts=parts):
            return tuple(atom for part in parts for atom in atoms_of(part))
        case Truth():
            return ()


@lru_cache(maxsize=20_000)
def numbers(term: Term | Formula) -> frozenset[int]:
    """The constants that occur in it."""
    if isinstance(term, Integer):
        return frozenset((term.value,))
    return frozenset().union(*map(numbers, children(term)))
