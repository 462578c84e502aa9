"""What is said of bit operations is what Python does."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust, build, show
from haltcheck.model.abstract.arithmetic import bit_facts
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import System
from haltcheck.model.term import Variable, holds, negate
from tests.model.abstract.conformance import lowered

_OPERATORS = {"&": operator.and_, "|": operator.or_, "^": operator.xor}


@pytest.mark.parametrize("name", _OPERATORS)
@given(left=st.integers(-40, 40), right=st.integers(-40, 40))
def test_facts_of_bits_hold(name: str, left: int, right: int) -> None:
    facts = bit_facts(name, Variable("a"), Variable("b"), Variable("r"))
    at = {"a": left, "b": right, "r": _OPERATORS[name](left, right)}
    assert all(holds(fact, at) for fact in facts)


@given(st.integers(-300, 300))
def test_the_lowest_bit_of_a_number_is_set(value: int) -> None:
    facts = bit_facts("&", Variable("a"), negate(Variable("a")), Variable("r"))
    assert all(holds(fact, {"a": value, "r": value & -value}) for fact in facts)


def shown(text: str) -> str:
    program = lowered(text)
    system = build(program, LoopSubject("f", 0), Trust.NOTHING, Budget())
    assert isinstance(system, System)
    return show(system)


def test_half_of_a_number_is_nearer_to_zero() -> None:
    text = "def f(n: int):\n while n:\n  n = int(n / 2)\n"
    assert " < n" in shown(text)
    assert " < n" not in shown(text.replace("/ 2", "/ 1"))
