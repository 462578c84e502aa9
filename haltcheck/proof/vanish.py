"""Finds the polynomial equalities that given states satisfy: a basis of the null space.

One row a state, one column a monomial; what is in the kernel of that matrix vanishes on all the
states (Mueller-Olm and Seidl, IPL 2004; Nguyen et al., ICSE 2012, for fitting it to runs). The
elimination is done modulo a prime, and each result is read back as small fractions and tried on
the states in plain integers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations_with_replacement
from math import lcm, prod

from haltcheck.model.term import Formula, Integer, Variable, add, compare, multiply

_PRIME = 2**61 - 1
_LARGEST = 200
_SPARE = 8
_STEEPEST = 5

Row = list[int]
_Monomial = tuple[str, ...]


def equalities(
    states: Sequence[Mapping[str, int]], names: Sequence[str], degree: int
) -> Iterator[Formula]:
    """Equalities of exactly this degree, none of them a sum of the ones before it.

    Nothing is found where there are too few different states to tell chance from law.
    """
    columns = [one for up in range(degree + 1) for one in combinations_with_replacement(names, up)]
    yield from _among(states, columns, [one for one in columns if len(one) == degree])


def curves(states: Sequence[Mapping[str, int]], names: Sequence[str]) -> Iterator[Formula]:
    """Equalities ``x = p(y)`` for a polynomial p in one variable, of degree 5 at most."""
    for clock in names:
        powers = [(clock,) * up for up in range(_STEEPEST + 1)]
        for name in names:
            if name != clock:
                yield from _among(states, [*powers, (name,)], [(name,)])


def _among(
    states: Sequence[Mapping[str, int]], columns: Sequence[_Monomial], wanted: Sequence[_Monomial]
) -> Iterator[Formula]:
    """Equalities between these monomials, each with one of the wanted as its last."""
    rows = list(dict.fromkeys(tuple(_value(one, state) for one in columns) for state in states))
    if len(rows) < _SPARE:
        return
    pivots = _eliminate([[value % _PRIME for value in row] for row in rows])
    if len(rows) < len(pivots) + _SPARE:
        return
    for free, monomial in enumerate(columns):
        if free not in pivots and monomial in wanted:
            vector = _vector(free, pivots)
            if vector and all(not sum(f * row[at] for at, f in vector.items()) for row in rows):
                yield _equality(vector, columns)


def _value(monomial: tuple[str, ...], state: Mapping[str, int]) -> int:
    return prod(state[name] for name in monomial)


def _eliminate(rows: list[Row]) -> dict[int, Row]:
    """Reduced rows by their leading column."""
    pivots: dict[int, Row] = {}
    for row in rows:
        for lead, other in pivots.items():
            row = _less(row, row[lead], other)
        found = next((index for index, value in enumerate(row) if value), None)
        if found is None:
            continue
        inverse = pow(row[found], -1, _PRIME)
        row = [value * inverse % _PRIME for value in row]
        pivots = {lead: _less(other, other[found], row) for lead, other in pivots.items()}
        pivots[found] = row
    return pivots


def _less(row: Row, factor: int, other: Row) -> Row:
    if not factor:
        return row
    return [(one - factor * two) % _PRIME for one, two in zip(row, other, strict=True)]


def _vector(free: int, pivots: Mapping[int, Row]) -> dict[int, int]:
    """The kernel's vector for a free column in whole numbers; empty where it is not small."""
    parts: dict[int, tuple[int, int]] = {free: (1, 1)}
    for lead, row in pivots.items():
        if row[free]:
            fraction = _fraction(-row[free] % _PRIME)
            if fraction == (0, 0):
                return {}
            parts[lead] = fraction
    common = lcm(*(below for _, below in parts.values()))
    return {column: above * (common // below) for column, (above, below) in parts.items()}


def _fraction(residue: int) -> tuple[int, int]:
    """The small fraction of this residue; (0, 0) where there is none."""
    for below in range(1, _LARGEST):
        above = residue * below % _PRIME
        if above > _PRIME // 2:
            above -= _PRIME
        if abs(above) <= _LARGEST * _LARGEST:
            return above, below
    return 0, 0


def _equality(vector: Mapping[int, int], columns: Sequence[tuple[str, ...]]) -> Formula:
    parts = (
        multiply(Integer(factor), *(Variable(name) for name in columns[index]))
        for index, factor in sorted(vector.items())
    )
    return compare("==", add(*parts), Integer(0))
