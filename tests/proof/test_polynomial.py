from hypothesis import given
from hypothesis import strategies as st
from terms import states, terms

from haltcheck.model.term import (
    TRUE,
    Integer,
    Variable,
    add,
    compare,
    conjunction,
    evaluate,
    multiply,
    subtract,
)
from haltcheck.proof.polynomial import follows, normal, tidy

X, Y, Z = Variable("x"), Variable("y"), Variable("z")


@given(terms(), states())
def test_tidy_keeps_the_value(term, state):
    assert evaluate(tidy(term), state) == evaluate(term, state)


@given(terms(), terms())
def test_equal_polynomials_have_equal_normal_forms(one, other):
    square = multiply(add(one, other), add(one, other))
    spread = add(multiply(one, one), multiply(Integer(2), one, other), multiply(other, other))
    assert normal(subtract(square, spread)).constant == 0


def test_follows_from_a_multiple_of_an_equation():
    equation = add(
        Integer(1), multiply(X, Z), multiply(Integer(-1), X), multiply(Integer(-1), Z, Y)
    )
    after = compare("==", multiply(equation, Z), Integer(0))
    assert follows(compare("==", equation, Integer(0)), after)


def test_follows_needs_the_premise():
    assert not follows(TRUE, compare("==", X, Y))
    assert not follows(compare("==", X, Y), compare("==", X, Z))


@given(terms(), terms(), states(), st.integers(-3, 3), st.integers(-3, 3))
def test_what_follows_is_true_where_the_premise_is(one, other, state, left, right):
    premise = conjunction(compare("==", one, Integer(left)), compare("==", other, Integer(right)))
    target = compare(
        "==", add(one, multiply(X, other)), add(Integer(left), multiply(X, Integer(right)))
    )
    if follows(premise, target):
        holds = evaluate(one, state) == left and evaluate(other, state) == right
        assert not holds or evaluate(one, state) + state["x"] * evaluate(other, state) == (
            left + state["x"] * right
        )
