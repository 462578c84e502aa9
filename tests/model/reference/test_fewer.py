"""Recursions on fewer items each time, which are made anew position by position."""

import pytest

from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

CURVE = """
def split(points, table):
    n = len(points) - 1
    if n == 0:
        return
    split({argument}, table)
"""
FEWER = [
    "tuple(points[i] * 0.5 + points[i + 1] * 0.5 for i in range(n))",
    "[table[points[i]] for i in range(n)]",
    "list(table[points[i]] for i in range(len(points) - 1) if points[i])",
]
AS_MANY = [
    "tuple(table[points[i]] for i in range(len(points)))",
    "[table[points[i]] for i in range(n + 1)]",
    "[table[key] for i in range(n) for key in points[i]]",
    "tuple(table[key] for i in range(n) for key in points[i])",
    "[table[points[0]] for i in range(len(table) - 1)]",
]


@pytest.mark.parametrize("argument", FEWER)
def test_one_item_less_each_time_comes_to_an_end(argument):
    assert all(isinstance(one, Ends) for one in found(CURVE.format(argument=argument)))


@pytest.mark.parametrize("argument", AS_MANY)
def test_as_many_items_or_more_lead_back(argument):
    assert any(isinstance(one, LinkBack) for one in found(CURVE.format(argument=argument)))
