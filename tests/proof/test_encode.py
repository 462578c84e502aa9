import pytest
from hypothesis import given, settings
from terms import formulas, states

from haltcheck.basis.budget import Budget, BudgetSpentError
from haltcheck.frontend.syntax import Contents
from haltcheck.model.oracle import Oracle
from haltcheck.model.program import Program
from haltcheck.model.term import (
    Integer,
    Variable,
    add,
    compare,
    conjunction,
    evaluate,
    floor_divide,
    holds,
    invert,
    modulo,
    multiply,
    variables,
)
from haltcheck.proof.encode import Engine, Found, Prover, Verdict
from haltcheck.proof.inputs import SolverOracle

EMPTY = Program(Contents())
X, Y, Z = Variable("x"), Variable("y"), Variable("z")


def fixed(state):
    return conjunction(*(compare("==", Variable(n), Integer(v)) for n, v in state.items()))


@settings(max_examples=60, deadline=None)
@given(formulas(), states())
def test_z3_and_python_mean_the_same(formula, state):
    prover = Prover(100_000, 10)
    wrong = invert(formula) if holds(formula, state) else formula
    assert prover.refutes(conjunction(fixed(state), wrong))


@settings(max_examples=60, deadline=None)
@given(states())
def test_division_is_pythons_for_every_sign(state):
    if state["y"] == 0:
        return
    prover = Prover(100_000, 10)
    for term in (floor_divide(X, Y), modulo(X, Y)):
        claim = compare("==", term, Integer(evaluate(term, state)))
        assert prover.refutes(conjunction(fixed(state), invert(claim)))


@settings(max_examples=60, deadline=None)
@given(formulas())
def test_what_is_found_is_true(formula):
    reply = Prover(20_000, 10).ask(formula)
    if isinstance(reply, Found):
        assert holds(formula, dict.fromkeys(variables(formula), 0) | reply.values)


def test_the_budget_is_counted():
    prover = Prover(1000, 1)
    prover.ask(compare("<", X, Y))
    with pytest.raises(BudgetSpentError):
        prover.ask(compare("<", Y, X))


def test_an_unanswered_question_proves_nothing():
    cubes = compare("==", X, Y)
    assert Prover(1, 10).ask(conjunction(cubes, compare("<", X, Y))) is not Found
    assert Verdict.UNCLEAR is not Verdict.REFUTED


def test_the_oracle_gives_models_and_knows_when_there_are_none():
    oracle: Oracle = SolverOracle(EMPTY)
    model = oracle.model(conjunction(compare("<", Integer(3), X), compare("<", X, Integer(5))))
    assert model == {"x": 4}
    assert oracle.model(conjunction(compare("<", X, Y), compare("<", Y, X))) is None
    assert SolverOracle(EMPTY, Budget(queries=0)).model(compare("<", X, Y)) is None


def test_a_question_that_hangs_is_given_up_and_the_next_one_answered():
    cubes = add(multiply(X, X, X), multiply(Y, Y, Y), multiply(Z, Z, Z))
    engine = Engine()
    assert engine.solve(compare("==", cubes, Integer(33)), 10**9, 100) is Verdict.UNCLEAR
    assert isinstance(engine.solve(compare("<", X, Y), 10_000), Found)


def test_models_are_not_tried_on_what_explodes():
    prover = Prover(10_000, 10)
    assert isinstance(prover.ask(compare("<", Integer(10**50), X)), Found)
    tower = X
    for _ in range(12):
        tower = multiply(tower, tower)
    assert prover.ask(compare("<", Integer(0), tower)) is Verdict.UNCLEAR
