"""Rows are not negative wherever the formula holds."""

from itertools import product

from haltcheck.model.term import (
    Integer,
    Variable,
    compare,
    conjunction,
    evaluate,
    floor_divide,
    holds,
    multiply,
)
from haltcheck.proof.polynomial import spell
from haltcheck.proof.row import rows_of

N, M = Variable("n"), Variable("m")
GUARD = conjunction(
    compare("<", Integer(0), N), compare("==", M, floor_divide(N, Integer(3))), compare("<=", M, N)
)


def test_rows_hold_where_the_formula_does():
    terms = [floor_divide(N, Integer(2)), multiply(N, M)]
    rows = rows_of(GUARD, terms)
    for n, m in product(range(-9, 10), repeat=2):
        at = {"n": n, "m": m}
        if holds(GUARD, at):
            assert all(evaluate(spell(row), at) >= 0 for row in rows)


def test_a_constant_bound_is_rounded_for_the_quotient():
    quotient = floor_divide(N, Integer(10))
    rows = [spell(row) for row in rows_of(compare("<", Integer(0), N), [quotient])]
    assert quotient in rows
