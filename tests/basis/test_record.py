"""Records behave as frozen dataclasses with slots do."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haltcheck.basis.record import record


@record
class Point:
    """A point with a note."""

    x: int
    y: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Model:
    """What ``Point`` is measured against."""

    x: int
    y: int = 0
    notes: list[str] = field(default_factory=list)


@given(st.integers(), st.integers())
def test_equality_and_repr_are_those_of_a_dataclass(x: int, y: int) -> None:
    ours, other = Point(x, y), Point(y, x)
    assert (ours == other) == (Model(x, y) == Model(y, x))
    assert repr(ours) == repr(Model(x, y)).replace("Model", "Point")


def test_a_field_cannot_be_assigned_and_no_other_can_be_added() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.z = 2  # type: ignore[attr-defined]


def test_defaults_are_made_anew() -> None:
    assert Point(1).notes is not Point(1).notes


def test_copies_pickles_and_replacements_are_equal() -> None:
    point = Point(1, 2, ["a"])
    assert copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
    assert replace(point, y=3) == Point(1, 3, ["a"])
    assert [part.name for part in fields(point)] == ["x", "y", "notes"]


def test_equal_records_hash_alike_and_others_compare_unequal() -> None:
    @record
    class Pair:
        """Two values."""

        left: int
        right: str

    assert hash(Pair(1, "a")) == hash(Pair(1, "a"))
    assert Pair(1, "a") != (1, "a")
    match Pair(1, "a"):
        case Pair(left, right=right):
            assert (left, right) == (1, "a")
