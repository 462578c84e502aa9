"""The degree of a formula is never less than that of its products."""

import pytest

from haltcheck.model.term import TRUE as ALWAYS
from haltcheck.model.term import (
    FloorDivide,
    Integer,
    Modulo,
    Variable,
    choose,
    compare,
    conjunction,
    disjunction,
    multiply,
)
from haltcheck.proof.degree import degree
from haltcheck.proof.encode import Prover, Verdict

X, Y = Variable("x"), Variable("y")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Integer(7), 0),
        (X, 1),
        (multiply(Integer(3), X, X, Y), 3),
        (FloorDivide(multiply(X, X), Integer(7)), 2),
        (Modulo(X, Y), 2),
        (choose(compare("<", multiply(X, Y), Y), X, Y), 2),
        (ALWAYS, 0),
        (conjunction(compare("<", X, Y), compare("==", multiply(X, X, X), Y)), 3),
        (disjunction(compare("<", X, Y), compare("!=", multiply(X, X), Y)), 2),
    ],
)
def test_the_degree_is_that_of_the_longest_product(term, expected):
    assert degree(term) == expected


def test_what_the_solver_cannot_be_stopped_on_is_not_asked():
    steep = compare("==", multiply(*[X] * 9), Y)
    assert Prover(1000, 10).ask(steep) is Verdict.UNCLEAR
