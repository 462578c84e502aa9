"""What is derived from an object is derived once, and never taken from an equal one."""

from haltcheck.basis.once import once


def test_an_object_is_asked_once_and_an_equal_one_again() -> None:
    asked: list[list[int]] = []

    @once
    def length(values: list[int]) -> int:
        asked.append(values)
        return len(values)

    first, second = [1, 2], [1, 2]
    assert [length(first), length(first), length(second)] == [2, 2, 2]
    assert len(asked) == 2


def test_old_objects_are_forgotten_and_stay_right() -> None:
    @once
    def first(values: list[int]) -> int:
        return values[0]

    many = [[number] for number in range(1_000)]
    assert [first(one) for one in many] == list(range(1_000))
    assert [first(one) for one in many] == list(range(1_000))


def test_no_more_are_kept_than_asked_for() -> None:
    asked: list[list[int]] = []

    def length(values: list[int]) -> int:
        asked.append(values)
        return len(values)

    remembered = once(length, most=1)
    first, second = [1], [1, 2]
    assert [remembered(one) for one in (first, first, second, first)] == [1, 1, 2, 1]
    assert asked == [first, second, first]
