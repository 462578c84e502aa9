"""Numbers that are made of the data's numbers are only what these can make of them."""

import operator as o

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haltcheck.model.aftermath.layout import UNSIGNED, Cell
from haltcheck.model.aftermath.preimage import attainable

SIZE = "said(data[0])"
BYTE = {SIZE: Cell(0, 255)}


@pytest.mark.parametrize(
    ("made", "number", "facts"),
    [
        (f"{SIZE} | 1", 0, {}),
        (f"{SIZE} * 2", 3, {}),
        (f"{SIZE} & 3", 4, {}),
        (f"{SIZE} + 7 & -8", 0, {f"{SIZE} == 0": False}),
        (f"({SIZE} + 1) // 2", 0, {SIZE: True}),
        (f"said({SIZE} << 16) | said(data[1])", 0, {SIZE: True}),
        (f"{SIZE} >> 0", 0, {f"said({SIZE} & 1) == 0": False}),
        (f"{SIZE} // 4", 64, {}),
    ],
)
def test_some_cannot_be_made(made: str, number: int, facts: dict[str, bool]) -> None:
    assert not attainable([(f"said({made})", number)], facts, BYTE)


@pytest.mark.parametrize(
    ("made", "number", "facts"),
    [
        (f"{SIZE} | 1", 1, {}),
        (f"{SIZE} * 2", 4, {f"{SIZE} == 2": True}),
        (f"{SIZE} + 7 & -8", 8, {f"{SIZE} == 0": False}),
        (f"({SIZE} + 1) // 2", 0, {}),
        (f"said({SIZE} << 8) | said(data[1])", 0, {}),
        (f"{SIZE} // 4", 63, {}),
    ],
)
def test_others_can(made: str, number: int, facts: dict[str, bool]) -> None:
    assert attainable([(f"said({made})", number)], facts, BYTE)


def test_what_the_data_says_as_it_is_is_free() -> None:
    assert attainable([(SIZE, 300), ("said(int(said(text)))", 0)], {}, {})


OPERATORS = {
    "+": o.add,
    "-": o.sub,
    "*": o.mul,
    "&": o.and_,
    "|": o.or_,
    "^": o.xor,
    ">>": o.rshift,
}


@given(st.integers(0, 255), st.sampled_from(sorted(OPERATORS)), st.integers(0, 60))
def test_what_some_number_makes_is_found(number: int, sign: str, other: int) -> None:
    value = OPERATORS[sign](number, other)
    assert attainable([(f"said({SIZE} {sign} {other})", value)], {}, BYTE)


@given(st.integers(0, 40), st.integers(1, 40))
def test_a_number_and_what_is_made_of_it_are_found_together(number: int, factor: int) -> None:
    made = f"said({SIZE} * {factor})"
    wished = [(SIZE, number), (made, number * factor)]
    assert attainable(wished, {}, {SIZE: UNSIGNED})
    assert not attainable([(SIZE, number), (made, number * factor + 1)], {}, {SIZE: UNSIGNED})
