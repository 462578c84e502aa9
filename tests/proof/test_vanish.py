"""Polynomial equalities that states satisfy."""

from haltcheck.model.term import holds
from haltcheck.proof.vanish import equalities


def test_a_square_is_found_and_holds_of_all_squares():
    states = [{"i": i, "s": i * i} for i in range(20)]
    (found,) = equalities(states, ["i", "s"], 2)
    assert all(holds(found, {"i": i, "s": i * i}) for i in (-7, 100))
    assert not holds(found, {"i": 3, "s": 8})


def test_parameters_count_as_variables():
    states = [{"a": a, "b": b, "x": a * b} for a in range(-3, 4) for b in range(5)]
    found = list(equalities(states, ["a", "b", "x"], 2))
    assert any(not holds(one, {"a": 2, "b": 3, "x": 7}) for one in found)
    assert all(holds(one, {"a": 9, "b": 11, "x": 99}) for one in found)


def test_few_states_say_nothing():
    assert not list(equalities([{"i": i, "s": i} for i in range(6)], ["i", "s"], 2))


def test_nothing_holds_of_states_without_a_law():
    states = [{"i": i, "s": 2**i} for i in range(30)]
    assert not list(equalities(states, ["i", "s"], 2))
