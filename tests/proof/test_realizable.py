"""Inputs that no objects agree with found no entry."""

import pytest

from haltcheck.api import check
from haltcheck.proof.realizable import realizable

UNIQUE = """
def unique(name, names: list, counter: int = 0):
    new = name
    if counter > 0:
        new = "%s%d" % (name, counter)
    if new in names:
        return unique(name, names, {argument})
    return new
"""


@pytest.mark.parametrize(
    "inputs",
    [
        (("len(names)", 0), ("name in names", 1)),
        (("bool(names)", 0), ("name in names", 1)),
        (("len(name)", 0), ("name in names", 0), ("names == ''", 1)),
        (("300 in names", 1), ("len(names)", 0)),
    ],
)
def test_nothing_is_in_what_is_empty(inputs):
    assert not realizable(inputs)


@pytest.mark.parametrize(
    "inputs",
    [
        (("len(names)", 1), ("name in names", 1)),
        (("len(names)", 0), ("name in names", 0)),
        (("bool(names)", 1), ("300 in names", 1)),
        (("len(name)", 0), ("name in names", 1)),
    ],
)
def test_what_may_be_is_found(inputs):
    assert realizable(inputs)


def test_a_name_with_a_number_is_free_at_some_time():
    report = check(UNIQUE.format(argument="counter + 1"))
    assert not report.files[0].findings


def test_a_name_that_is_not_counted_on_is_never_free():
    report = check(UNIQUE.format(argument="counter"))
    assert [one.code for one in report.files[0].findings] == ["HC202"]
