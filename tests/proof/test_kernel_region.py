"""Partitions that are right are accepted, and every way to spoil one is rejected."""

from dataclasses import replace

import pytest
from integer import problem, systems

from haltcheck.model.certificate import Bounded, Ranking
from haltcheck.model.system import Faith
from haltcheck.model.term import (
    FALSE,
    TRUE,
    ZERO,
    FloorDivide,
    Integer,
    Variable,
    apply,
    compare,
    conjunction,
    disjunction,
    floor_divide,
    substitute,
)
from haltcheck.proof.kernel_region import check_partition, check_piece, check_rest
from haltcheck.proof.region import Partition, Piece, Rest
from haltcheck.proof.ruling import Granted, Rejected

DOWN = systems("def f(n):\n    while n != 0:\n        n -= 1\n")[0]
TOWARDS = systems("def f(x, c):\n    while x >= 0:\n        x = x + c\n")[0]
EARLY = systems("def f(n):\n    if n > 9:\n        return\n    while n != 0:\n        n -= 1\n")[0]
TWICE = systems("def f(n):\n    while n > 0:\n        n = 3 - n\n")[0]
N, X, C = (Variable(name) for name in "nxc")
BELOW, ABOVE = compare("<", N, ZERO), compare("<=", ZERO, N)


def ends(system, source, target):
    return tuple(
        (index,)
        for index, one in enumerate(system.transitions)
        if (one.source, one.target) == (source, target)
    )


def piece(system, inputs, states, ways=()):
    return Piece(inputs, ((0, states),), (*ends(system, -1, 0), *ways))


def check(system, part):
    given = problem(system).prover
    if isinstance(part, Piece):
        return check_piece(system, given, part)
    if isinstance(part, Rest):
        return check_rest(system, given, part)
    return check_partition(system, given, part)


FALLING = Rest(ABOVE, Ranking((((0, N),),), ((0, ABOVE),)))
RISING = piece(DOWN, BELOW, BELOW)


def test_states_that_nothing_leaves_are_a_piece():
    assert isinstance(check(DOWN, RISING), Granted)


def test_a_cycle_that_is_open_for_all_states_is_a_piece():
    both = conjunction(compare("<=", ZERO, X), compare("<=", ZERO, C))
    assert isinstance(check(TOWARDS, piece(TOWARDS, both, both, ends(TOWARDS, 0, 0))), Granted)


def test_a_way_of_two_rounds_is_a_piece():
    one = compare("==", N, Integer(1))
    around = (ends(TWICE, 0, 0)[0][0],) * 2
    assert isinstance(check(TWICE, piece(TWICE, one, one, (around,))), Granted)


@pytest.mark.parametrize(
    ("inputs", "states"),
    [(TRUE, BELOW), (BELOW, ABOVE), (BELOW, TRUE), (ABOVE, ABOVE), (BELOW, FALSE)],
)
def test_inputs_and_states_that_do_not_fit_are_rejected(inputs, states):
    assert isinstance(check(DOWN, piece(DOWN, inputs, states)), Rejected)


def test_inputs_that_do_not_reach_the_loop_are_rejected():
    above = compare("<", Integer(9), N)
    assert isinstance(check(EARLY, piece(EARLY, above, above)), Rejected)
    assert isinstance(check(EARLY, piece(EARLY, BELOW, BELOW)), Granted)


def test_a_piece_without_a_way_in_is_rejected():
    assert isinstance(check(DOWN, Piece(BELOW, ((0, BELOW),), ())), Rejected)


def test_a_way_that_need_not_be_open_is_rejected():
    falling = conjunction(compare("<=", ZERO, X), compare("<", C, ZERO))
    found = check(TOWARDS, piece(TOWARDS, falling, falling, ends(TOWARDS, 0, 0)))
    assert isinstance(found, Rejected)


def test_coarse_ways_are_rejected():
    coarse = tuple(replace(one, faith=Faith.COARSE) for one in DOWN.transitions)
    assert isinstance(check(replace(DOWN, transitions=coarse), RISING), Rejected)


def test_ways_that_are_cut_off_prove_no_absence():
    assert isinstance(check(replace(DOWN, complete=False), RISING), Rejected)


def test_states_twice_or_at_the_entry_are_rejected():
    assert isinstance(check(DOWN, replace(RISING, states=((0, TRUE), (0, BELOW)))), Rejected)
    assert isinstance(check(DOWN, replace(RISING, states=((-1, TRUE), (0, BELOW)))), Rejected)


def test_ways_that_do_not_follow_each_other_are_rejected():
    (entry,) = ends(DOWN, -1, 0)
    for ways in (((99,),), ((),), ((entry[0], entry[0]),)):
        assert isinstance(check(DOWN, replace(RISING, ways=ways)), Rejected)


def test_a_measure_may_lean_on_the_inputs_of_its_rest():
    assert isinstance(check(DOWN, FALLING), Granted)
    assert isinstance(check(DOWN, replace(FALLING, inputs=TRUE)), Rejected)
    assert isinstance(check(DOWN, Rest(ABOVE, Bounded(3))), Rejected)
    assert isinstance(check(DOWN, Rest(compare("==", N, ZERO), Bounded(1))), Rejected)


def test_a_partition_is_all_of_the_inputs():
    found = check(DOWN, Partition(BELOW, (RISING,), (FALLING,)))
    assert isinstance(found, Granted) and found.condition == "n < 0"


def test_a_condition_may_be_less_than_its_pieces_where_no_rest_is_claimed():
    less = compare("==", N, Integer(-5))
    assert isinstance(check(DOWN, Partition(less, (RISING,))), Granted)
    assert isinstance(check(DOWN, Partition(less, (RISING,), (FALLING,))), Rejected)


@pytest.mark.parametrize(
    "spoilt",
    [
        Partition(TRUE, (RISING,), (FALLING,)),
        Partition(disjunction(BELOW, compare("==", N, Integer(4))), (RISING,)),
        Partition(BELOW, (), (FALLING,)),
        Partition(BELOW, (RISING,), (replace(FALLING, inputs=compare("<", ZERO, N)),)),
        Partition(BELOW, (replace(RISING, states=((0, TRUE),)),), (FALLING,)),
        Partition(compare("<", X, ZERO), (RISING,)),
        Partition(FALSE, (), (Rest(TRUE, FALLING.certificate),)),
    ],
)
def test_spoilt_partitions_are_rejected(spoilt):
    assert isinstance(check(DOWN, spoilt), Rejected)


def test_a_condition_of_comparisons_that_are_variables_is_rejected():
    renamed = Variable("a == b")
    variables = tuple(replace(one, name="a == b") for one in DOWN.variables)
    moved = tuple(
        replace(
            one,
            guard=apply(one.guard, {"n": renamed}),
            update=tuple(("a == b", substitute(term, {"n": renamed})) for _, term in one.update),
        )
        for one in DOWN.transitions
    )
    system = replace(DOWN, variables=variables, transitions=moved)
    below = compare("<", renamed, ZERO)
    spoken = Partition(below, (piece(system, below, below),))
    assert isinstance(check(system, spoken.pieces[0]), Granted)
    assert isinstance(check(system, spoken), Rejected)


def test_a_condition_that_may_divide_by_zero_is_rejected():
    raising = conjunction(BELOW, compare("==", FloorDivide(N, N), Integer(1)))
    assert isinstance(check(DOWN, Partition(raising, (RISING,))), Rejected)
    halved = conjunction(BELOW, compare("==", floor_divide(N, Integer(2)), Integer(-1)))
    assert isinstance(check(DOWN, Partition(halved, (RISING,))), Granted)
