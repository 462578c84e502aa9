"""What C's integer types and constants are, without any parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.importers.c import kind as c
from corpora.importers.c.fold import constant, truncated
from corpora.importers.c.kind import Kind, common, kind_of, literal, promoted, within
from corpora.importers.c.span import arithmetic
from corpora.importers.c.tree import Binary, Logic, Number

KINDS = [c.CHAR, c.UCHAR, c.SHORT, c.USHORT, c.INT, c.UINT, c.LONG, c.ULONG]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("7", 7, c.INT),
        ("2147483648", 2**31, c.LONG),
        ("0x80000000", 2**31, c.UINT),
        ("017", 15, c.INT),
        ("3u", 3, c.UINT),
        ("3UL", 3, c.ULONG),
        ("3ll", 3, c.LONG),
        ("18446744073709551615u", 2**64 - 1, c.ULONG),
    ],
)
def test_a_constant_has_the_first_type_that_holds_it(text: str, value: int, kind: Kind) -> None:
    assert literal(text) == (value, kind)


def test_what_is_no_integer_constant() -> None:
    assert literal("1.5") is None
    assert literal("99999999999999999999999") is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("unsigned long int", c.ULONG),
        ("long long", c.LONG),
        ("signed char", c.CHAR),
        ("short int", c.SHORT),
        ("unsigned", c.UINT),
        ("signed", c.INT),
        ("double", None),
        ("long double", None),
    ],
)
def test_words_name_types(words: str, kind: Kind | None) -> None:
    assert kind_of(words.split()) == kind


def test_narrow_types_meet_as_int_and_equal_widths_as_unsigned() -> None:
    assert common(c.UCHAR, c.SHORT) == c.INT
    assert common(c.INT, c.UINT) == c.UINT
    assert common(c.UINT, c.LONG) == c.LONG
    assert common(c.LONG, c.ULONG) == c.ULONG


@given(st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_where_two_types_meet_is_the_same_from_both_sides(one: Kind, other: Kind) -> None:
    assert common(one, other) == common(other, one) == promoted(common(one, other))


@given(st.integers(), st.integers().filter(bool))
def test_the_quotient_is_cut_towards_zero(left: int, right: int) -> None:
    quotient = truncated(left, right)
    rest = left - right * quotient
    assert abs(rest) < abs(right)
    assert rest == 0 or (rest < 0) == (left < 0)


@st.composite
def spans_and_values(draw: st.DrawFn) -> tuple[tuple[int, int], int]:
    low, value, high = sorted(draw(st.tuples(*[st.integers(-300, 300)] * 3)))
    return (low, high), value


@given(
    st.sampled_from(["+", "-", "*", "/", "%", "&", "|", "^", ">>"]),
    spans_and_values(),
    spans_and_values(),
)
def test_bounds_of_a_result_hold(operator: str, left: tuple, right: tuple) -> None:  # type: ignore[type-arg]
    (one, a), (other, b) = left, right
    if operator in "/%" and b == 0:
        return
    if operator == ">>":
        other, b = (0, 8), abs(b) % 9
    value = constant(Binary(0, c.INT, operator, Number(0, c.INT, a), Number(0, c.INT, b)))
    low, high = arithmetic(operator, one, other, c.INT)
    assert value is not None
    assert low <= value <= high


def test_a_constant_outside_of_its_type_is_none() -> None:
    most = Number(0, c.INT, 2**31 - 1)
    assert constant(Binary(0, c.INT, "+", most, Number(0, c.INT, 1))) is None
    assert constant(Binary(0, c.INT, "/", most, Number(0, c.INT, 0))) is None


def test_logic_asks_for_the_right_side_only_if_it_matters() -> None:
    bad = Binary(0, c.INT, "/", Number(0, c.INT, 1), Number(0, c.INT, 0))
    assert constant(Logic(0, c.INT, "&&", Number(0, c.INT, 0), bad)) == 0
    assert constant(Logic(0, c.INT, "||", Number(0, c.INT, 0), bad)) is None


def test_within() -> None:
    assert within((0, 255), c.UCHAR)
    assert not within((-1, 0), c.UINT)
