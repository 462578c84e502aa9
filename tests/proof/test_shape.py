"""What is guessed of the values that functions give back."""

from fractions import Fraction

from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import Result, Returned, System
from haltcheck.model.term import Integer, Variable, add, choose, compare, show
from haltcheck.proof.contract import RETURN
from haltcheck.proof.outcome import agrees, outcomes, parameters
from haltcheck.proof.shape import fit, shapes

N = Variable("n")


def ninety_one() -> System:
    """Two calls, one inside of the other."""
    inner = Returned(-10, (("n", add(N, Integer(11))),), "?1")
    outer = Returned(-10, (("n", Variable("?1")),), "?2")
    base = Result(-10, compare(">", N, Integer(100)), add(N, Integer(-10)))
    again = Result(
        -10, compare("<=", N, Integer(100)), Variable("?2"), ("?1", "?2"), (inner, outer)
    )
    return System(LoopSubject("f", 0), (), frozenset(), (), results=(base, again))


def test_calls_are_run_by_the_ways_to_the_end() -> None:
    found = outcomes(ninety_one(), -10, ["n"])
    assert {(one.arguments["n"], one.value) for one in found} >= {(98, 91), (105, 95)}


def test_parameters_are_what_every_call_hands_over() -> None:
    assert parameters(ninety_one(), -10) == ["n"]


def test_pieces_are_linear() -> None:
    system = ninety_one()
    found = outcomes(system, -10, ["n"])
    told = [show(one) for one in shapes(system, -10, ["n"], found)]
    assert "n > 100 or return == 91" in told
    assert "n < 101 or return == n - 10" in told


def test_all_that_is_guessed_holds_of_the_calls() -> None:
    system = ninety_one()
    found = outcomes(system, -10, ["n"])
    assert all(agrees(one, found, "return") for one in shapes(system, -10, ["n"], found))


def test_the_larger_of_two_is_found() -> None:
    larger = choose(compare("<", N, Integer(0)), Integer(0), N)
    base = Result(-10, compare("==", N, N), larger)
    system = System(LoopSubject("f", 0), (), frozenset(), (), results=(base,))
    found = outcomes(system, -10, ["n"])
    guesses = list(shapes(system, -10, ["n"], found))
    assert compare("==", RETURN, choose(compare("<", N, Integer(0)), Integer(0), N)) in guesses


def test_a_fit_is_exact_or_none() -> None:
    assert fit([[0, 1], [1, 1], [2, 1]], [1, 3, 5]) == (Fraction(2), Fraction(1))
    assert fit([[0, 1], [1, 1], [2, 1]], [1, 3, 6]) == ()
