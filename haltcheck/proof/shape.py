"""Guesses how results depend on arguments, from calls whose values are known.

Exact linear fits, everywhere or on one side of what the function compares (piecewise), the larger
and the smaller of two, and the tightest bounds by constants and arguments that all calls keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from math import lcm

from haltcheck.model.system import System
from haltcheck.model.term import (
    TRUE,
    Formula,
    Integer,
    Term,
    Variable,
    add,
    choose,
    compare,
    conjunction,
    disjunction,
    invert,
    modulo,
    multiply,
    negate,
    subtract,
    variables,
)
from haltcheck.proof.closure import evaluator
from haltcheck.proof.contract import RETURN
from haltcheck.proof.outcome import Outcome, agrees
from haltcheck.proof.simplify import atoms_of, canonical, numbers, parts_of

_REGIONS = 10
_EXTREME = 1_000
_SPARE = 6
_FEW = 3
_GREATEST = 100
_DIVISORS = 6
_ABOVE = 2

Outcomes = tuple[Outcome, ...]


def shapes(system: System, location: int, names: list[str], found: Outcomes) -> Iterator[Formula]:
    """Formulas over parameters and result that all of the calls satisfy, strong ones first."""
    plain: list[Term] = [Variable(name) for name in names]
    everywhere = list(_linear(plain, found, TRUE))
    yield from everywhere
    if everywhere:
        return
    divisors = _divisors(system, location)
    above = [compare("<=", Integer(one), term) for term in plain for one in divisors[-_ABOVE:]]
    regions = list(dict.fromkeys(_regions(system, location, names)))[:_REGIONS]
    regions = list(dict.fromkeys((*regions, *map(canonical, above))))
    for region in regions:
        exact = list(_linear(plain, found, region))
        exact = exact or list(_turning(plain, divisors, found, region))
        yield from exact or _squared(plain, found, region)
    yield from _congruences(plain, divisors, found)
    yield from _extremes(system, location, names, found)
    for region in (TRUE, *regions):
        yield from _bounds(names, found, region)


def _regions(system: System, location: int, names: list[str]) -> Iterator[Formula]:
    """Where a comparison of the function holds, where it does not, and where a way is taken."""
    known = set(names)
    for result in system.results:
        if result.source == location:
            for atom in atoms_of(result.guard):
                if variables(atom) <= known:
                    yield from (canonical(atom), canonical(invert(atom)))
    for result in system.results:
        if result.source == location:
            parts = (part for part in parts_of(result.guard) if variables(part) <= known)
            yield canonical(conjunction(*parts))


def _within(found: Outcomes, region: Formula) -> Outcomes:
    return tuple(one for one in found if agrees(region, (one,), RETURN.name))


def _linear(terms: list[Term], found: Outcomes, region: Formula) -> Iterator[Formula]:
    """The result as a linear sum of these terms in the region, if it is one there."""
    mine = _within(found, region)
    if len(mine) < len(terms) + 2:
        return
    of = [evaluator(term) for term in terms]
    weights = fit(
        [[*(value(one.arguments) for value in of), 1] for one in mine], [one.value for one in mine]
    )
    if not weights:
        return
    scale = lcm(*(weight.denominator for weight in weights))
    parts: list[Term] = [
        multiply(Integer(int(weight * scale)), term)
        for weight, term in zip(weights, terms, strict=False)
        if weight
    ]
    whole = add(*parts, Integer(int(weights[-1] * scale)))
    equation = compare("==", multiply(Integer(scale), RETURN), whole)
    yield disjunction(invert(region), equation)


def _turning(
    plain: list[Term], divisors: list[int], found: Outcomes, region: Formula
) -> Iterator[Formula]:
    """The result as a linear sum that also counts the remainder of one parameter."""
    for term in plain:
        for divisor in divisors:
            turned = list(_linear([*plain, modulo(term, Integer(divisor))], found, region))
            if turned:
                yield from turned
                return


def _squared(plain: list[Term], found: Outcomes, region: Formula) -> Iterator[Formula]:
    """The result as a polynomial of degree 2."""
    products = [multiply(*pair) for pair in combinations_with_replacement(plain, 2)]
    if len(plain) <= _FEW:
        yield from _linear([*plain, *products], found, region)


def _congruences(plain: list[Term], divisors: list[int], found: Outcomes) -> Iterator[Formula]:
    """What the result and a parameter leave alike when they are divided."""
    for term in plain if len(found) > _SPARE else ():
        gap = subtract(RETURN, term)
        for divisor in divisors:
            rest = modulo(gap, Integer(divisor))
            value = evaluator(rest)
            seen = {value({**one.arguments, RETURN.name: one.value}) for one in found}
            if len(seen) == 1:
                yield compare("==", rest, Integer(seen.pop()))


def _divisors(system: System, location: int) -> list[int]:
    """Numbers that the function may count in: its constants and their neighbours."""
    mine = [one for one in system.results if one.source == location]
    calls = [term for one in mine for call in one.returned for _, term in call.arguments]
    near = {number for term in (*calls, *(one.value for one in mine)) for number in numbers(term)}
    wanted = {2} | {abs(number) + by for number in near for by in (0, -1, 1)}
    return sorted(one for one in wanted if 1 < one <= _GREATEST)[:_DIVISORS]


def fit(rows: Sequence[Sequence[int]], values: Sequence[int]) -> tuple[Fraction, ...]:
    """Weights that give every row its value; nothing where there are none."""
    width = len(rows[0])
    pivots: list[tuple[int, list[Fraction]]] = []
    for row, value in zip(rows, values, strict=True):
        line = [Fraction(one) for one in (*row, value)]
        for column, other in pivots:
            if line[column]:
                line = [a - line[column] * b for a, b in zip(line, other, strict=True)]
        lead = next((index for index, one in enumerate(line) if one), -1)
        if lead == width:
            return ()
        if lead >= 0:
            line = [one / line[lead] for one in line]
            pivots = [
                (column, [a - other[lead] * b for a, b in zip(other, line, strict=True)])
                for column, other in pivots
            ]
            pivots.append((lead, line))
    solved = {column: line[width] for column, line in pivots}
    return tuple(solved.get(column, Fraction(0)) for column in range(width))


def _extremes(
    system: System, location: int, names: list[str], found: Outcomes
) -> Iterator[Formula]:
    """The larger or the smaller of two parameters or constants."""
    mine = [one for one in system.results if one.source == location]
    constants = {0, 1} | {number for one in mine for number in numbers(one.value)}
    sides: list[Term] = [Variable(name) for name in names]
    sides += [Integer(one) for one in sorted(constants, key=lambda one: (abs(one), one))[:4]]
    for position, one in enumerate(sides):
        for other in sides[position + 1 :]:
            if isinstance(one, Integer):
                continue
            larger = compare("<", one, other)
            for term in (choose(larger, other, one), choose(larger, one, other)):
                guess = compare("==", RETURN, term)
                if found and agrees(guess, found, RETURN.name):
                    yield guess


def _bounds(names: list[str], found: Outcomes, region: Formula) -> Iterator[Formula]:
    """The least and the greatest of the result, alone and against the parameters."""
    mine = _within(found, region)
    if len(mine) < 3:
        return
    forms: list[Term] = [RETURN, *(subtract(RETURN, Variable(name)) for name in names)]
    if region == TRUE:
        forms += [add(RETURN, Variable(name)) for name in names]
        forms += [
            subtract(RETURN, add(Variable(one), Variable(other)))
            for position, one in enumerate(names)
            for other in names[position + 1 :]
        ]
    for form in forms:
        value = evaluator(form)
        seen = [value({**one.arguments, RETURN.name: one.value}) for one in mine]
        for bound, sign in ((min(seen), 1), (max(seen), -1)):
            if abs(bound) <= _EXTREME:
                signed = form if sign > 0 else negate(form)
                guess = compare("<=", Integer(sign * bound), signed)
                yield disjunction(invert(region), guess)
