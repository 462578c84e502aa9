"""Searches for a date that there is in no year, and twins that give up or come to one."""

import pytest

from haltcheck.api import check

HEAD = """
import calendar
from datetime import date, datetime

"""

GOES_ON = {
    "the next year": """
def next_date(day, month, year):
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            year += 1
""",
    "a helper asks": """
def is_date(year, month, day):
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def next_year(day, month, year):
    while not is_date(year, month, day):
        year += 1
    return year
""",
    "a late day of the caller's months": """
def next_date(months, year):
    at = 0
    while True:
        try:
            return date(year, months[at], 31)
        except ValueError:
            at += 1
            if at == len(months):
                at = 0
                year += 1
""",
    "days and months around": """
class Plan:
    def __init__(self, days, months):
        self.days = days
        self.months = months

    def after(self, last):
        days, months = sorted(self.days), sorted(self.months)
        place = Place(year=last.year)

        def is_no_date(year, month, day):
            try:
                datetime(year=year, month=month, day=day)
            except ValueError:
                return True
            return False

        def roll_over():
            while 1:
                if (
                    place.day == len(days)
                    or is_no_date(place.year, months[place.month], days[place.day])
                    or datetime(place.year, months[place.month], days[place.day]) < last
                ):
                    place.day = 0
                    place.month += 1
                    if place.month == len(months):
                        place.month = 0
                        place.year += 1
                else:
                    break

        roll_over()
        return datetime(place.year, months[place.month], days[place.day])
""",
}

ENDS = {
    "the next month": """
def next_date(day, month, year):
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            month += 1
            if month > 12:
                month, year = 1, year + 1
""",
    "a day before": """
def last_date(day, month, year):
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
""",
    "so many years": """
def next_date(day, month, year):
    last = year + 8
    while year < last:
        try:
            return date(year, month, day)
        except ValueError:
            year += 1
    raise LookupError("no such date")
""",
    "no date is handled": """
def next_date(day, month, year, first):
    while date(year, month, day) < first:
        year += 1
    return year
""",
    "a leap day": """
def next_leap_day(year):
    while True:
        try:
            return date(year, 2, 29)
        except ValueError:
            year += 1
""",
    "a day that all months have": """
def next_date(month, year):
    while True:
        try:
            return date(year, month, 28)
        except ValueError:
            year += 1
""",
    "a list that is gone through once": """
def next_date(months, day, year):
    at = 0
    while True:
        try:
            return date(year, months[at], day)
        except ValueError:
            at += 1
""",
    "a test refuses": """
def next_date(day, month, year):
    if day > calendar.monthrange(2000, month)[1]:
        raise ValueError(day)
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            year += 1
""",
    "a date is made before": """
def next_date(day, month, year):
    date(2000, month, day)
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            year += 1
""",
    "other code may refuse": """
def next_date(rules, day, month, year):
    rules.check(day, month)
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            year += 1
""",
    "the constructor refuses": """
class Feast:
    def __init__(self, day, month):
        date(2000, month, day)
        self.day = day
        self.month = month

    def after(self, year):
        while True:
            try:
                return date(year, self.month, self.day)
            except ValueError:
                year += 1
""",
    "the months are those of the year": """
class Feast:
    def __init__(self, day):
        self.day = day
        self.months = range(1, 13)

    def after(self, year):
        at = 0
        while True:
            try:
                return date(year, self.months[at], self.day)
            except ValueError:
                at += 1
                if at == len(self.months):
                    at, year = 0, year + 1
""",
}


def _found(text: str) -> list[str]:
    (report,) = check(HEAD + text).files
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", sorted(GOES_ON))
def test_no_year_has_such_a_date(name: str) -> None:
    assert _found(GOES_ON[name]) == ["HC103"]


@pytest.mark.parametrize("name", sorted(ENDS))
def test_its_twin_comes_to_an_end(name: str) -> None:
    assert _found(ENDS[name]) == []
