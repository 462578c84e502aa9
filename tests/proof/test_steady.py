"""Sets that cycles are closed on, found from the states of runs; the kernel is not asked here."""

import pytest
from integer import problem, systems
from table import source

from haltcheck.model.term import FALSE, show
from haltcheck.proof.path import Path, bounds, compose
from haltcheck.proof.pattern import facts
from haltcheck.proof.rhythm import rhythms
from haltcheck.proof.steady import steady


def posed(body):
    return problem(systems(source(body))[0])


def sets(body):
    one = posed(body)
    for run in one.journeys:
        for rhythm in rhythms(one.system, run):
            path = compose(one.system, rhythm.cycle)
            assert isinstance(path, Path)
            states = rhythm.states()
            found = steady(one.prover, path, bounds(one.system), states[len(states) // 2 :])
            if found != FALSE:
                yield show(found)


MISSED = "x = 0\nwhile x != 300:\n    x += 7"
FACTORS = "x = 2\nwhile n > 1:\n    if n % x == 0:\n        n = n // x\n    else:\n        x += 2"
ENDS = "while n > 0:\n    n -= 9"


def test_runs_that_were_cut_off_are_carried_on():
    assert {len(run.steps) for run in posed(MISSED).journeys} == {400}


def test_runs_that_end_are_left_alone():
    assert posed(ENDS).journeys == ()


@pytest.mark.parametrize(
    ("body", "expected"), [(MISSED, "x >= 301"), (FACTORS, "n >= 2 and n % x > 0")]
)
def test_a_guard_is_strengthened_by_what_the_run_bears_out(body, expected):
    assert any(found.startswith(expected) for found in sets(body))


def test_a_long_cycle_counts_where_it_explains_more():
    one = posed("x = 1\ny = 9\nwhile x > 0:\n    x += y\n    y -= 1\n    if y < -3:\n        y = 9")
    lengths = [rhythm.period for rhythm in rhythms(one.system, one.journeys[0])]
    assert lengths[0] == 13


def test_facts_are_constants_remainders_and_bounds_that_do_not_move():
    states = [{"x": 2 * one, "y": 5, "z": one * one} for one in range(1, 9)]
    told = {show(fact) for fact in facts(states, ["x", "y", "z"])}
    assert {"y == 5", "x >= 2", "2 * (x // 2) == x", "z > 0"} <= told
    assert "x <= 16" not in told


def test_few_states_tell_nothing():
    assert facts([{"x": 1}], ["x"]) == ()


def test_many_states_tell_linear_equalities():
    states = [{"x": one, "y": 3 * one + one * one, "z": 2 * one + 1} for one in range(9)]
    assert "z == 2 * x + 1" in {show(fact) for fact in facts(states, ["x", "y", "z"])}


def test_runs_are_carried_on_until_they_arrive():
    body = "x = 0\nwhile x < 900:\n    x += 1\nwhile x > 0:\n    x += n"
    inner = systems(source(body))
    lengths = {len(run.steps) for system in inner for run in problem(system).journeys}
    assert max(lengths) > 900
