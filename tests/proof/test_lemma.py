"""Lemmas hold for all numbers."""

from itertools import product

import pytest

from haltcheck.model.term import TRUE, Integer, Variable, add, compare, conjunction, holds, modulo
from haltcheck.proof.encode import Prover
from haltcheck.proof.lemma import lemmas

N, K = Variable("n"), Variable("k")


@pytest.mark.parametrize("apart", [-3, -1, 1, 2, 5])
def test_lemmas_hold_everywhere(apart):
    formula = compare("<", modulo(add(N, Integer(apart)), K), modulo(N, K))
    fact = lemmas(formula)
    assert fact != TRUE
    for n, k in product(range(-12, 13), range(-7, 8)):
        if k:
            assert holds(fact, {"n": n, "k": k})


def test_nothing_is_said_where_nothing_is_divided():
    assert lemmas(compare("<", N, K)) == TRUE
    assert (
        lemmas(compare("<", modulo(N, Integer(3)), modulo(add(N, Integer(1)), Integer(3)))) == TRUE
    )


def test_a_remainder_goes_around_once_it_comes_to_its_divisor():
    last = compare("==", modulo(N, K), add(K, Integer(1)))
    down = modulo(add(N, Integer(-1)), K)
    guard = conjunction(compare("<", K, Integer(-1)), last)
    assert Prover(400_000, 40).entails(guard, compare("==", down, Integer(0)))
