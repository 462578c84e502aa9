import pickle
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from integer import problem, systems
from table import HALT, LOOP, source

from haltcheck.basis.answer import Answer
from haltcheck.model.assumption import ReturnsNormally
from haltcheck.model.certificate import (
    Bounded,
    Claim,
    Entry,
    NoExit,
    Ranking,
    Recurrent,
    Trapped,
)
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import Faith
from haltcheck.model.term import FALSE, TRUE, Integer, Variable, add, compare, conjunction, subtract
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.prove import Accepted, search
from haltcheck.proof.ruling import Rejected, Witness

COUNT_UP = systems("def f(n):\n    i = 0\n    while i < n:\n        i += 1\n")[0]
ADD = systems("def f(x, c):\n    while x >= 0:\n        x = x + c\n")[0]
COUNT, N, X = (Variable(name) for name in "inx")
GAP = Ranking((((0, subtract(N, COUNT)),),))


def halting(system, certificate):
    return check(problem(system), Claim(system.subject, Answer.HALT, certificate))


def looping(system, certificate):
    return check(problem(system), Claim(system.subject, Answer.NON_HALT, certificate))


def by_ends(system, source, target):
    return next(
        index
        for index, one in enumerate(system.transitions)
        if (one.source, one.target) == (source, target)
    )


def still(states):
    entry = Entry((("x", 0), ("c", 0)), (by_ends(ADD, -1, 0),))
    return Recurrent(0, states, (by_ends(ADD, 0, 0),), entry)


def not_negative(*names):
    return conjunction(*(compare("<=", Integer(0), Variable(name)) for name in names))


def test_a_right_ranking_is_accepted():
    proof = halting(COUNT_UP, GAP)
    assert isinstance(proof, Proof)
    assert (proof.answer, proof.assumptions, proof.condition) == (Answer.HALT, (), "")


@pytest.mark.parametrize("measure", [COUNT, subtract(COUNT, N), Integer(3), add(N, COUNT), N])
def test_wrong_measures_are_rejected(measure):
    assert isinstance(halting(COUNT_UP, Ranking((((0, measure),),))), Rejected)


def test_a_measure_without_a_bound_is_rejected():
    away = systems("def f(n):\n    while n != 0:\n        n -= 1\n")[0]
    assert isinstance(halting(away, Ranking((((0, N),),))), Rejected)


def test_a_wrong_invariant_is_rejected():
    wrong = replace(GAP, invariants=((0, compare("<", COUNT, N)),))
    assert isinstance(halting(COUNT_UP, wrong), Rejected)
    assert isinstance(halting(COUNT_UP, replace(GAP, invariants=((0, FALSE),))), Rejected)


def test_an_incomplete_system_proves_nothing():
    assert isinstance(halting(replace(COUNT_UP, complete=False), GAP), Rejected)
    assert isinstance(halting(replace(COUNT_UP, complete=False), Bounded(3)), Rejected)


def test_another_subject_or_answer_is_rejected():
    claim = Claim(COUNT_UP.subject, Answer.HALT, GAP)
    other = replace(claim, subject=LoopSubject("g", 0))
    assert isinstance(check(problem(COUNT_UP), other), Rejected)
    assert isinstance(check(problem(COUNT_UP), replace(claim, answer=Answer.NON_HALT)), Rejected)


def test_few_rounds():
    few = systems("def f(x):\n    while x >= 0:\n        x = -2 * x + 10\n")[0]
    assert isinstance(halting(few, Bounded(8)), Proof)
    assert isinstance(halting(few, Bounded(2)), Rejected)
    assert isinstance(halting(COUNT_UP, Bounded(8)), Rejected)


def test_a_right_recurrent_set_is_accepted_with_its_condition():
    proof = looping(ADD, still(not_negative("x", "c")))
    assert isinstance(proof, Proof)
    assert proof.condition == "x >= 0 and c >= 0"
    assert proof.witness.inputs == (("x", 0), ("c", 0))
    assert proof.witness.cycle


def test_states_that_are_not_closed_are_rejected():
    assert isinstance(looping(ADD, still(not_negative("x"))), Rejected)
    assert isinstance(looping(ADD, still(TRUE)), Rejected)


def test_an_entry_outside_of_the_states_is_rejected():
    right = still(not_negative("x", "c"))
    for inputs in ((("x", -1), ("c", 0)), (("x", 0),), (("x", 0), ("c", 0), ("d", 0))):
        wrong = replace(right, entry=replace(right.entry, inputs=inputs))
        assert isinstance(looping(ADD, wrong), Rejected)
    assert isinstance(looping(ADD, replace(right, entry=replace(right.entry, stem=()))), Rejected)


def test_a_coarse_transition_shows_no_recurrence():
    coarse = tuple(replace(one, faith=Faith.COARSE) for one in ADD.transitions)
    assert isinstance(
        looping(replace(ADD, transitions=coarse), still(not_negative("x", "c"))), Rejected
    )


def test_a_choice_that_nobody_may_make_is_not_made():
    cycle = by_ends(ADD, 0, 0)
    chosen = replace(ADD.transitions[cycle], update=(("x", Variable("any")),), choices=("any",))
    free = tuple(chosen if i == cycle else one for i, one in enumerate(ADD.transitions))
    assert isinstance(looping(replace(ADD, transitions=free), still(not_negative("x"))), Rejected)
    world = tuple(replace(one, world=frozenset(one.choices)) for one in free)
    picked = replace(still(not_negative("x")), picks=((("any", Integer(4)),),))
    assert isinstance(looping(replace(ADD, transitions=free), picked), Rejected)
    assert isinstance(looping(replace(ADD, transitions=world), picked), Proof)


def test_traps():
    entry = Entry((("x", 0), ("c", 0)), (by_ends(ADD, -1, 0),))
    right = Trapped(((0, not_negative("x", "c")),), entry)
    assert isinstance(looping(ADD, right), Proof)
    assert isinstance(looping(ADD, replace(right, states=((0, not_negative("x")),))), Rejected)
    assert isinstance(looping(ADD, replace(right, states=())), Rejected)
    assert isinstance(looping(replace(ADD, complete=False), right), Rejected)


def test_no_exit():
    endless = systems("def f(n):\n    while True:\n        n += 1\n")[0]
    assert isinstance(looping(endless, NoExit()), Proof)
    assert isinstance(looping(ADD, NoExit()), Rejected)


def test_assumptions_are_the_kernels_own():
    supposed = ReturnsNormally("g", 3)
    lean = tuple(replace(one, assumptions=(supposed,)) for one in COUNT_UP.transitions)
    system = replace(COUNT_UP, transitions=lean)
    claim = Claim(system.subject, Answer.HALT, GAP, assumptions=())
    proof = check(problem(system), claim)
    assert isinstance(proof, Proof)
    assert proof.assumptions == (supposed,)
    invented = replace(claim, assumptions=(ReturnsNormally("h", 1),))
    unassuming = check(problem(COUNT_UP), replace(invented, subject=COUNT_UP.subject))
    assert isinstance(unassuming, Proof)
    assert unassuming.assumptions == ()


def test_only_the_kernel_makes_proofs():
    with pytest.raises(TypeError):
        Proof(COUNT_UP.subject, Answer.HALT, GAP, "", (), Witness(), "checked")  # type: ignore[arg-type]
    proof = halting(COUNT_UP, GAP)
    assert pickle.loads(pickle.dumps(proof)) == proof


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(HALT[:8] + LOOP[:12]), st.data())
def test_mutants_of_accepted_certificates_never_show_the_opposite(body, data):
    """A mutated certificate may still hold, but only for a subject of the same answer."""
    system = systems(source(body))[0]
    mutant = data.draw(mutants(system))
    proof = check(problem(system), mutant)
    if isinstance(proof, Proof) and len(systems(source(body))) == 1:
        assert (proof.answer is Answer.HALT) == (body in HALT)


@st.composite
def mutants(draw, system):
    """Claims of any kind, put together from the system's own guards and variables."""
    names = [Variable(variable.name) for variable in system.variables]
    guards = [one.guard for one in system.transitions if one.guard != TRUE] or [TRUE]
    states = draw(st.sampled_from(guards))
    stem = tuple(
        draw(st.lists(st.integers(0, len(system.transitions) - 1), min_size=1, max_size=2))
    )
    cycle = tuple(
        draw(st.lists(st.integers(0, len(system.transitions) - 1), min_size=1, max_size=2))
    )
    inputs = tuple(
        (one.name, draw(st.integers(-3, 3))) for one in system.variables if one.parameter
    )
    measure = draw(st.sampled_from(names))
    place = draw(st.sampled_from(sorted(system.inside)))
    entry = Entry(inputs, stem)
    certificate = draw(
        st.sampled_from(
            [
                Recurrent(place, states, cycle, entry),
                Trapped(((place, states),), entry),
                Ranking((((place, measure),),), ((place, states),)),
                Bounded(1, ((place, states),)),
            ]
        )
    )
    answer = Answer.HALT if isinstance(certificate, Ranking | Bounded) else Answer.NON_HALT
    return Claim(system.subject, answer, certificate)


def test_search_yields_at_most_one_proof_and_says_why_not():
    attempts = list(search(problem(ADD)))
    assert any(isinstance(attempt, Accepted) for attempt in attempts)
