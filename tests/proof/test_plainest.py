"""Of several ways to say a condition the plainest that means the same is chosen."""

from haltcheck.model.term import TRUE, Integer, Variable, compare, modulo, multiply
from haltcheck.proof.encode import Prover
from haltcheck.proof.plainest import plainest

X, Y = Variable("x"), Variable("y")
ZERO = Integer(0)
SQUARE = compare("<", ZERO, multiply(X, X))
ODD = compare("!=", modulo(X, Integer(2)), ZERO)


def said(formula, *others):
    return plainest(Prover(400_000, 100), TRUE, formula, others)


def test_the_plainer_of_two_that_mean_the_same_is_said():
    assert said(SQUARE, compare("!=", X, ZERO)) == compare("!=", X, ZERO)


def test_what_means_something_else_is_not_said():
    assert said(SQUARE, compare("<", ZERO, X)) != compare("<", ZERO, X)


def test_remainders_stay_remainders():
    assert said(ODD) == ODD
