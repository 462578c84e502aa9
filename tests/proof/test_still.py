"""A round that may change nothing spares the search for measures, and loses none."""

from integer import problem, systems
from table import source

from haltcheck.proof.problem import STILL


def still(loop: str) -> str:
    return problem(systems(source(loop))[0]).still


def test_what_moves_in_every_round_is_not_still():
    assert not still("while n > 0: n -= 1")


def test_a_round_that_may_keep_its_state_has_no_measure():
    found = problem(systems(source("while n > 0: n = n * 1"))[0])
    assert found.still == STILL
    assert found.hopeless
