"""Integers compare with floats as Python compares them: exactly."""

from __future__ import annotations

import math
import operator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.fraction import beside_float
from haltcheck.model.abstract.scene import Scene, frame_of
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.abstract.value import Known, Number, Value
from haltcheck.model.term import Formula, Variable, holds, variables
from tests.model.abstract.conformance import lowered

_PROGRAM = lowered("def f():\n while True:\n  pass\n")
_ORDER = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
}
_EDGES = [0.0, -0.0, 0.5, -0.5, 3.0, 1e16, 1e300, math.inf, -math.inf, math.nan, 2.0**53]


def scene() -> Scene:
    return Scene(_PROGRAM, frame_of(_PROGRAM, _PROGRAM.functions["f"]), Trust.NOTHING, Budget())


def compared(name: str, left: Value, right: Value, state: State) -> Formula:
    formula = beside_float(scene(), state, name, left, right)
    assert formula is not None
    return formula


@pytest.mark.parametrize("name", _ORDER)
@settings(deadline=None)
@given(number=st.integers() | st.sampled_from([2**53 + 1, 10**16]), value=st.floats())
def test_a_constant_float(name: str, number: int, value: float) -> None:
    for other in (value, *_EDGES):
        whole, known = Number(Variable("n")), Known(other)
        expected = _ORDER[name](number, other), _ORDER[name](other, number)
        assert holds(compared(name, whole, known, State()), {"n": number}) == expected[0]
        assert holds(compared(name, known, whole, State()), {"n": number}) == expected[1]


@pytest.mark.parametrize("name", _ORDER)
@settings(deadline=None)
@given(number=st.integers(-5, 5), value=st.floats(-4, 4))
def test_a_float_of_which_the_whole_part_is_known(name: str, number: int, value: float) -> None:
    place, state = scene(), State()
    thing = place.thing(k.FLOAT)
    state.sizes[thing.id] = Variable("w")
    formula = beside_float(place, state, name, Number(Variable("n")), thing)
    assert formula is not None
    coins = variables(formula) - {"n", "w"}
    answers = {
        holds(formula, {"n": number, "w": int(value), **dict.fromkeys(coins, coin)})
        for coin in (0, 1)
    }
    assert _ORDER[name](number, value) in answers


def test_two_integers_and_two_floats_are_not_its_business() -> None:
    whole, known = Number(Variable("n")), Known(0.5)
    assert beside_float(scene(), State(), "<", known, known) is None
    assert beside_float(scene(), State(), "<", whole, whole) is None
