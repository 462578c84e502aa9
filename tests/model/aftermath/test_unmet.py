"""Searches for what no collection holds, whatever else a round does where one does."""

import pytest

from haltcheck.api import check

HEAD = """
import calendar

"""

TWINS = {
    "a month, and then its days": (
        """
class Feast:
    def __init__(self, months, days):
        self.months = months
        self.days = days

    def after(self, year, month):
        while True:
            if month in self.months:
                for day in self.fitting(year, month):
                    return year, month, day
            month += 1
            if month > 12:
                year, month = year + 1, 1

    def fitting(self, year, month):
        return [day for day in self.days if day <= calendar.monthrange(year, month)[1]]
""",
        """
class Feast:
    def __init__(self, months, days):
        self.months = months
        self.days = days

    def after(self, year, month):
        last = year + 41
        while year <= last:
            if month in self.months:
                for day in self.fitting(year, month):
                    return year, month, day
            month += 1
            if month > 12:
                year, month = year + 1, 1
        raise LookupError("no such day")

    def fitting(self, year, month):
        return [day for day in self.days if day <= calendar.monthrange(year, month)[1]]
""",
    ),
    "the days of each month": (
        """
def next_day(days, year, month, day):
    while day not in days:
        day += 1
        if day > calendar.monthrange(year, month)[1]:
            day = 1
            month = month % 12 + 1
    return month, day
""",
        """
def next_day(days, year, month, day):
    if not days:
        raise ValueError("no day")
    for month in range(1, 13):
        for day in range(1, calendar.monthrange(year, month)[1] + 1):
            if day in days:
                return month, day
    raise LookupError("no such day")
""",
    ),
}


def _found(text: str) -> list[str]:
    return [one.code for one in check(HEAD + text).files[0].findings]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_what_is_looked_for_may_never_come(name: str) -> None:
    assert _found(TWINS[name][0]) == ["HC103"]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_its_twin_gives_up(name: str) -> None:
    assert _found(TWINS[name][1]) == []
