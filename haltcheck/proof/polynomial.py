"""Exact polynomial arithmetic over the integers: normal forms, identities and linear spans.

A polynomial is a sum of monomials over atoms; an atom is a variable, or a quotient or choice that
arithmetic cannot open. ``t % c`` becomes ``t - c * (t // c)`` for constants ``c > 0``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from math import gcd

from haltcheck.basis.record import record
from haltcheck.model.term import (
    Add,
    And,
    Compare,
    FloorDivide,
    Formula,
    Integer,
    Modulo,
    Multiply,
    Term,
    Variable,
    add,
    floor_divide,
    invert,
    modulo,
    multiply,
)

Monomial = tuple[str, ...]
"""The atoms of a product, sorted, repeated for powers; empty for the constant."""

_MOST_MONOMIALS = 120
_MOST_COLUMNS = 24
_LONGEST_NAME = 200


@record
class Polynomial:
    """Coefficients by monomial, none of them 0, and the terms that the atoms stand for."""

    terms: Mapping[Monomial, int]
    atoms: Mapping[str, Term] = field(default_factory=dict, compare=False)

    @property
    def constant(self) -> int | None:
        """Its value where it is the same everywhere."""
        return self.terms.get((), 0) if not self.terms or set(self.terms) == {()} else None

    @property
    def degree(self) -> int:
        """The length of its longest monomial."""
        return max(map(len, self.terms), default=0)


@lru_cache(maxsize=20_000)
def normal(term: Term) -> Polynomial:
    """The normal form: equal polynomials have equal normal forms."""
    match term:
        case Integer(value=value):
            return Polynomial({(): value} if value else {})
        case Variable(name=name):
            return Polynomial({(name,): 1}, {name: term})
        case Add(terms=terms):
            return _sum(normal(part) for part in terms)
        case Multiply(factors=factors):
            return _product(term, [normal(part) for part in factors])
        case FloorDivide(left=left, right=Integer(value=value)) if value > 0:
            return _quotient(normal(left), value)
        case Modulo(left=left, right=Integer(value=value)) if value > 0:
            inner = normal(left)
            return _sum((inner, scale(_quotient(inner, value), -value)))
        case FloorDivide(left=left, right=right):
            return _atom(floor_divide(tidy(left), tidy(right)))
        case Modulo(left=left, right=right):
            return _atom(modulo(tidy(left), tidy(right)))
        case _:
            return _atom(term)


def _atom(term: Term) -> Polynomial:
    if isinstance(term, Integer):
        return Polynomial({(): term.value} if term.value else {})
    key = term.name if isinstance(term, Variable) else f"§{_name(term)}"
    return Polynomial({(key,): 1}, {key: term})


@lru_cache(maxsize=20_000)
def _name(part: Term | Formula) -> str:
    """A name that tells one term from all others; a long one is that of its digest.

    Terms share their parts, so that written out they can be longer than memory.
    """
    values = (getattr(part, field.name) for field in fields(part))
    told = ",".join(_named(value) for value in values)
    if len(told) > _LONGEST_NAME:
        told = blake2b(told.encode(), digest_size=16).hexdigest()
    return f"{type(part).__name__}({told})"


def _named(value: object) -> str:
    if isinstance(value, tuple):
        return f"({','.join(map(_named, value))})"
    return repr(value) if isinstance(value, int | str) else _name(value)


def _sum(parts: Iterable[Polynomial]) -> Polynomial:
    total: dict[Monomial, int] = {}
    atoms: dict[str, Term] = {}
    for part in parts:
        atoms.update(part.atoms)
        for monomial, factor in part.terms.items():
            total[monomial] = total.get(monomial, 0) + factor
    return Polynomial({monomial: factor for monomial, factor in total.items() if factor}, atoms)


def scale(polynomial: Polynomial, by: int) -> Polynomial:
    """The polynomial times a constant."""
    terms = {monomial: factor * by for monomial, factor in polynomial.terms.items()} if by else {}
    return Polynomial(terms, polynomial.atoms)


def times(left: Polynomial, right: Polynomial) -> Polynomial:
    """Their product."""
    total: dict[Monomial, int] = {}
    for first, one in left.terms.items():
        for second, other in right.terms.items():
            key = tuple(sorted(first + second))
            total[key] = total.get(key, 0) + one * other
    terms = {monomial: factor for monomial, factor in total.items() if factor}
    return Polynomial(terms, {**left.atoms, **right.atoms})


def _product(term: Term, parts: list[Polynomial]) -> Polynomial:
    product = parts[0]
    for part in parts[1:]:
        if len(product.terms) * len(part.terms) > _MOST_MONOMIALS:
            return _atom(term)
        product = times(product, part)
    return product


def _quotient(inner: Polynomial, divisor: int) -> Polynomial:
    """``inner // divisor`` with what is divisible taken out, which floors allow."""
    whole = {m: f // divisor for m, f in inner.terms.items() if f // divisor}
    rest = {m: f % divisor for m, f in inner.terms.items() if f % divisor}
    outside = Polynomial(whole, inner.atoms)
    if not rest or set(rest) == {()}:
        return outside
    return _sum((outside, _atom(FloorDivide(_spell(rest, inner.atoms), Integer(divisor)))))


def _spell(terms: Mapping[Monomial, int], atoms: Mapping[str, Term]) -> Term:
    ordered = sorted(terms.items(), key=lambda item: (-len(item[0]), item[0]))
    return add(
        *(multiply(Integer(factor), *(atoms[key] for key in keys)) for keys, factor in ordered)
    )


def spell(polynomial: Polynomial) -> Term:
    """A term of that value, highest monomials first."""
    return _spell(polynomial.terms, polynomial.atoms)


def tidy(term: Term) -> Term:
    """The same value in normal form."""
    return spell(normal(term))


def difference(left: Term, right: Term) -> Polynomial:
    """``left - right`` in normal form."""
    return _sum((normal(left), scale(normal(right), -1)))


@lru_cache(maxsize=20_000)
def follows(premise: Formula, conclusion: Formula) -> bool:
    """Whether an equality follows from the premise's equalities by polynomial identities alone.

    Exact and incomplete: the conclusion's polynomial is sought in the span of the premises'
    polynomials times monomials of matching degree.
    """
    if not isinstance(conclusion, Compare) or conclusion.operator != "==":
        return False
    target = difference(conclusion.left, conclusion.right)
    if not target.terms:
        return True
    return in_span(target, equalities(premise))


def is_evidently_false(formula: Formula) -> bool:
    """Whether some part of it contradicts another one, or says that a number is another one."""
    parts = formula.parts if isinstance(formula, And) else (formula,)
    known = set(parts)
    return any(_is_contradiction(part) or invert(part) in known for part in parts)


@lru_cache(maxsize=20_000)
def _is_contradiction(part: Formula) -> bool:
    """Whether it says that terms that are a constant apart are equal."""
    if not isinstance(part, Compare) or part.operator != "==":
        return False
    return bool(difference(part.left, part.right).constant)


def equalities(premise: Formula) -> list[Polynomial]:
    """The polynomials that the premise says are 0."""
    parts = premise.parts if isinstance(premise, And) else (premise,)
    found = (
        difference(part.left, part.right)
        for part in parts
        if isinstance(part, Compare) and part.operator == "=="
    )
    return [polynomial for polynomial in found if polynomial.terms]


def in_span(target: Polynomial, known: list[Polynomial]) -> bool:
    """Whether the target is a sum of the known polynomials, each times some factor.

    Factors are single monomials that turn the leading monomial of a known polynomial into one of
    the target's, and 1.
    """
    columns: list[Polynomial] = []
    for polynomial in known:
        lead = max(polynomial.terms, key=_order)
        factors = {_divide(monomial, lead) for monomial in target.terms} | {()}
        for factor in sorted(one for one in factors if one is not None):
            columns.append(times(polynomial, Polynomial({factor: 1})))
    return len(columns) <= _MOST_COLUMNS and _combines(target, columns)


def _order(monomial: Monomial) -> tuple[int, Monomial]:
    return len(monomial), monomial


def _divide(monomial: Monomial, by: Monomial) -> Monomial | None:
    """The monomial that times ``by`` makes this one; None where there is none."""
    rest = list(monomial)
    for name in by:
        if name not in rest:
            return None
        rest.remove(name)
    return tuple(rest)


def _combines(target: Polynomial, columns: list[Polynomial]) -> bool:
    """Gaussian elimination over the rationals."""
    basis: list[tuple[Monomial, dict[Monomial, Fraction]]] = []
    for column in columns:
        row = _reduce({m: Fraction(f) for m, f in column.terms.items()}, basis)
        if row:
            pivot = max(row, key=_order)
            head = row[pivot]
            basis.append((pivot, {m: f / head for m, f in row.items()}))
    return not _reduce({m: Fraction(f) for m, f in target.terms.items()}, basis)


def _reduce(
    row: dict[Monomial, Fraction], basis: list[tuple[Monomial, dict[Monomial, Fraction]]]
) -> dict[Monomial, Fraction]:
    for pivot, other in basis:
        factor = row.get(pivot)
        if factor:
            for monomial, value in other.items():
                rest = row.get(monomial, Fraction(0)) - factor * value
                if rest:
                    row[monomial] = rest
                else:
                    row.pop(monomial, None)
    return row


def content(polynomial: Polynomial) -> int:
    """The greatest common divisor of the coefficients that are not the constant's."""
    return gcd(*(factor for monomial, factor in polynomial.terms.items() if monomial))
