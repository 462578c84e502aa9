"""Conditions keep their truth while they become short, and read as Python."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import System
from haltcheck.model.system import Variable as Whole
from haltcheck.model.term import (
    TRUE,
    Integer,
    Variable,
    add,
    compare,
    conjunction,
    disjunction,
    floor_divide,
    holds,
    multiply,
    show,
)
from haltcheck.proof.encode import Prover
from haltcheck.proof.plain import plainer, told

A, B, N = Variable("a"), Variable("b"), Variable("n")
HALF = floor_divide(N, Integer(2))


def _equal(left, right):
    return compare("==", left, right)


def _short(formula):
    return show(plainer(Prover(200_000, 400), formula, TRUE))


def test_a_value_that_is_settled_is_named():
    assert _short(conjunction(_equal(multiply(Integer(2), HALF), N), _equal(HALF, N))) == "n == 0"


def test_both_sides_of_a_bound_are_an_equation():
    zero = Integer(0)
    assert _short(conjunction(compare("<=", N, zero), compare(">=", N, zero))) == "n == 0"


def test_what_a_settled_value_says_of_the_rest_is_used():
    parts = (compare("!=", B, A), compare("<=", A, B), _equal(A, Integer(0)))
    assert _short(conjunction(*parts)) == "a == 0 and b > 0"


def test_ways_are_joined():
    first = conjunction(compare("!=", N, Integer(0)), compare("<=", N, Integer(1)))
    assert _short(disjunction(first, compare("<", N, Integer(0)))) == "n != 0 and n <= 1"


_TERMS = st.sampled_from([A, B, N, HALF, add(A, Integer(2)), Integer(0), Integer(3)])
_ATOMS = st.builds(compare, st.sampled_from(["<", "<=", "==", "!="]), _TERMS, _TERMS)
_WAYS = st.lists(_ATOMS, min_size=1, max_size=3).map(lambda parts: conjunction(*parts))


@settings(max_examples=25, deadline=None)
@given(st.lists(_WAYS, min_size=1, max_size=2).map(lambda ways: disjunction(*ways)))
def test_the_truth_is_kept(formula):
    short = plainer(Prover(200_000, 400), formula, TRUE)
    for a in (-3, 0, 1, 2):
        for b in (-2, 0, 3):
            for n in (-4, -1, 0, 1, 5):
                state = {"a": a, "b": b, "n": n}
                assert holds(short, state) == holds(formula, state)


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (compare("!=", Variable("bool(flag)"), Integer(0)), "flag"),
        (_equal(Variable("bool(flag)"), Integer(0)), "not flag"),
        (_equal(Variable("x is None"), Integer(1)), "x is None"),
        (_equal(Variable("x is None"), Integer(0)), "not (x is None)"),
        (compare("<=", Variable("len(xs)"), Integer(0)), "len(xs) == 0"),
        (compare("!=", Variable("len(xs)"), Integer(0)), "len(xs) > 0"),
        (compare("!=", B, A), "a != b"),
    ],
)
def test_a_condition_is_python(formula, text):
    variables = (
        Whole("bool(flag)", 0, 1, True),
        Whole("x is None", 0, 1, True),
        Whole("len(xs)", 0, None, True),
    )
    system = System(LoopSubject("f", 0), variables, frozenset((0,)), ())
    assert told(formula, system) == text
