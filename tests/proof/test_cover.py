"""Covers hold at what is wanted and at nothing else, as plainly as they can."""

from haltcheck.model.term import Integer, Variable, compare, modulo, multiply
from haltcheck.proof.cover import cover, survey, weight

X, Y = Variable("x"), Variable("y")
STATES = [{"x": x, "y": y} for x in range(-3, 4) for y in range(-3, 4)]
SEEDS = [
    compare(sign, one, other)
    for sign in ("<", "<=", "==", "!=")
    for one, other in ((X, Y), (Y, X), (X, Integer(0)), (Integer(0), Y))
]


def found(true):
    wanted = sum(true(**state) << position for position, state in enumerate(STATES))
    return cover(survey(SEEDS, STATES), wanted, ~wanted & ((1 << len(STATES)) - 1))


def test_one_comparison_is_enough():
    assert found(lambda x, y: x < y) == ((compare("<", X, Y),),)


def test_two_comparisons_hold_together():
    (way,) = found(lambda x, y: x < y and x < 0)
    assert set(way) == {compare("<", X, Y), compare("<", X, Integer(0))}


def test_ways_add_up():
    ways = found(lambda x, y: x < 0 or y == x)
    assert {len(way) for way in ways} == {1} and len(ways) == 2


def test_what_no_comparison_tells_is_left_out():
    assert found(lambda x, y: x == 2 and y == 3) == ()


def test_the_plainer_of_two_seeds_stays():
    squared = compare("<", Integer(0), multiply(X, X))
    plain = compare("!=", X, Integer(0))
    assert list(survey([squared, plain], STATES).held) == [plain]
    assert weight(plain) < weight(squared) < weight(compare("==", modulo(multiply(X, X), Y), X))
