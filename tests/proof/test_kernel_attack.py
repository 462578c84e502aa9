"""Certificates that lean on what nobody may know: choices before they are made, stale values."""

from dataclasses import replace

import pytest
from integer import problem

from haltcheck.basis.answer import Answer
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
from haltcheck.model.system import ENTRY, EXIT, System, Transition, Variable
from haltcheck.model.term import (
    TRUE,
    ZERO,
    Integer,
    add,
    compare,
    conjunction,
    disjunction,
)
from haltcheck.model.term import Variable as Name
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.kernel_region import check_piece
from haltcheck.proof.region import Piece
from haltcheck.proof.ruling import Granted, Rejected

X, C, FRESH, STALE = Name("x"), Name("c"), Name("c@0"), Name("stale")
SUBJECT = LoopSubject("f", 0)
HEAD = 1
ENTER = Transition(ENTRY, HEAD, TRUE, ())


FREE = (Variable("x", parameter=True),)


def system(*transitions, variables=FREE):
    return System(SUBJECT, variables, frozenset((HEAD,)), (ENTER, *transitions))


def ruled(given, answer, certificate):
    return check(problem(given), Claim(SUBJECT, answer, certificate))


ANY = compare("<=", ZERO, add(X, C))
DRAWN = system(
    Transition(HEAD, HEAD, ANY, (("x", add(X, Integer(-1))),), choices=("c",)),
    Transition(HEAD, EXIT, compare("<", add(X, C), ZERO), (), choices=("c",)),
)
"""``while x + draw() >= 0: x -= 1``: it goes on for as long as the draws grow."""

NAMED = disjunction(compare("==", X, ZERO), compare("==", X, FRESH))
LUCKY = system(
    Transition(
        HEAD,
        HEAD,
        disjunction(compare("==", X, ZERO), compare("==", X, C)),
        (("x", C),),
        choices=("c",),
    ),
    Transition(
        HEAD,
        EXIT,
        conjunction(compare("!=", X, ZERO), compare("!=", X, C)),
        (),
        choices=("c",),
    ),
)
"""It stays only while each draw is the last one again."""

AT_ZERO = Entry((("x", 0),), (0,))


def test_a_measure_knows_no_draw_in_advance():
    for fresh in (FRESH, C):
        measure = Ranking((((HEAD, add(X, fresh)),),))
        assert isinstance(ruled(DRAWN, Answer.HALT, measure), Rejected)


def test_an_invariant_knows_no_draw_in_advance():
    wrong = Ranking((((HEAD, X),),), ((HEAD, disjunction(NAMED, compare("<", ZERO, X))),))
    assert isinstance(ruled(LUCKY, Answer.HALT, wrong), Rejected)
    few = Bounded(3, ((HEAD, compare("<", add(X, FRESH), ZERO)),))
    assert isinstance(ruled(DRAWN, Answer.HALT, few), Rejected)


def test_states_know_no_draw_in_advance():
    assert isinstance(
        ruled(LUCKY, Answer.NON_HALT, Recurrent(HEAD, NAMED, (1,), AT_ZERO)), Rejected
    )
    assert isinstance(ruled(LUCKY, Answer.NON_HALT, Trapped(((HEAD, NAMED),), AT_ZERO)), Rejected)
    piece = Piece(TRUE, ((ENTRY, TRUE), (HEAD, NAMED)), ((0,), (1,)))
    assert not isinstance(check_piece(LUCKY, problem(LUCKY).prover, piece), Granted)
    piece = Piece(compare("==", X, FRESH), ((HEAD, compare("==", X, FRESH)),), ((0,), (1,)))
    assert not isinstance(check_piece(LUCKY, problem(LUCKY).prover, piece), Granted)


def test_picks_know_no_later_draw():
    guess = Transition(
        HEAD, HEAD, compare("==", C, Name("w")), (), choices=("w", "c"), world=frozenset("w")
    )
    leave = Transition(
        HEAD, EXIT, compare("!=", C, Name("w")), (), choices=("w", "c"), world=frozenset("w")
    )
    guessing = system(guess, leave)
    picks = ((("w", FRESH),),)
    claim = Recurrent(HEAD, TRUE, (1,), AT_ZERO, picks)
    assert isinstance(ruled(guessing, Answer.NON_HALT, claim), Rejected)


def test_nobody_picks_what_the_outside_world_does_not():
    picks = ((("c", X),),)
    claim = Recurrent(HEAD, NAMED, (1,), AT_ZERO, picks)
    assert isinstance(ruled(LUCKY, Answer.NON_HALT, claim), Rejected)


def test_a_way_in_does_not_choose_what_is_not_handed_in():
    variables = (Variable("stale"), Variable("x", parameter=True))
    barred = replace(
        system(Transition(HEAD, HEAD, TRUE, ()), variables=variables),
        transitions=(
            replace(ENTER, guard=compare("==", STALE, Integer(7))),
            Transition(HEAD, HEAD, TRUE, ()),
        ),
    )
    assert isinstance(ruled(barred, Answer.NON_HALT, NoExit()), Rejected)
    plain = replace(barred, transitions=(ENTER, Transition(HEAD, HEAD, TRUE, ())))
    assert isinstance(ruled(plain, Answer.NON_HALT, NoExit()), Proof)


@pytest.mark.parametrize("rounds", [0, -1, 10**9])
def test_a_bound_is_a_number_that_can_be_unwound(rounds):
    forever = system(Transition(HEAD, HEAD, TRUE, ()))
    assert isinstance(ruled(forever, Answer.HALT, Bounded(rounds)), Rejected)


def test_steps_outside_of_the_system_are_no_steps():
    turning = system(Transition(HEAD, HEAD, TRUE, ()))
    for cycle in ((), (-1,), (2,), (0,), (1, 0)):
        claim = Recurrent(HEAD, TRUE, cycle, AT_ZERO)
        assert isinstance(ruled(turning, Answer.NON_HALT, claim), Rejected)
    for stem in ((), (-1,), (-2,), (5,), (1,), (1, 0)):
        entry = Entry((("x", 0),), stem)
        for claim in (Recurrent(HEAD, TRUE, (1,), entry), Trapped(((HEAD, TRUE),), entry)):
            assert isinstance(ruled(turning, Answer.NON_HALT, claim), Rejected)
