"""Columns say the same as evaluating one state after the other."""

from hypothesis import given
from hypothesis import strategies as st
from terms import formulas

from haltcheck.model.term import Integer, Variable, compare, floor_divide, holds
from haltcheck.proof.column import Columns

X = Variable("x")


@given(formulas(), st.lists(st.tuples(*[st.integers(-9, 9)] * 3), min_size=1, max_size=6))
def test_masks_are_truth_by_state(formula, rows):
    states = [dict(zip("xyz", row, strict=True)) for row in rows]
    mask = Columns(states).mask(formula)
    for position, state in enumerate(states):
        try:
            expected = holds(formula, state)
        except ZeroDivisionError:
            continue
        assert bool(mask >> position & 1) is expected


def test_nothing_holds_where_it_divides_by_zero():
    halved = compare("<=", floor_divide(Integer(6), X), Integer(9))
    assert Columns([{"x": 0}, {"x": 2}]).mask(halved) == 0b10
