"""Pools that may hold fewer distinct things than are wanted, and twins that look first."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity

HEAD = """
import random
from random import choice, randint

COLOURS = ["red", "green", "blue"]

"""

TWINS = {
    "a list may hold one thing twice": (
        """
def teams(people, size):
    if size > len(people):
        raise ValueError("too few people")
    team = set()
    while len(team) < size:
        person = random.choice(people)
        if person not in team:
            team.add(person)
    return team
""",
        """
def teams(people, size):
    if size > len(set(people)):
        raise ValueError("too few people")
    team = set()
    while len(team) < size:
        person = random.choice(people)
        if person not in team:
            team.add(person)
    return team
""",
    ),
    "a list of distinct ones": (
        """
def teams(people, size):
    pool = sorted(people)
    if len(pool) < size:
        raise ValueError("too few people")
    team = []
    while len(team) != size:
        person = choice(pool)
        if person in team:
            continue
        team.append(person)
    return team
""",
        """
def teams(people, size):
    pool = sorted(set(people))
    if len(pool) < size:
        raise ValueError("too few people")
    team = []
    while len(team) != size:
        person = choice(pool)
        if person in team:
            continue
        team.append(person)
    return team
""",
    ),
    "so many numbers are not in the range": (
        """
def lots(most, count):
    found = set()
    while len(found) < count:
        found.add(randint(1, most))
    return sorted(found)
""",
        """
def lots(most, count):
    if count > most:
        raise ValueError(count)
    found = set()
    while len(found) < count:
        found.add(randint(1, most))
    return sorted(found)
""",
    ),
    "cells of a small board": (
        """
def mines(rows, columns, count):
    cells = set()
    while len(cells) < count:
        cells.add((randint(0, rows - 1), randint(0, columns - 1)))
    return cells
""",
        """
def mines(rows, columns, count):
    if count > rows * columns:
        raise ValueError(count)
    cells = set()
    while len(cells) < count:
        cells.add((randint(0, rows - 1), randint(0, columns - 1)))
    return cells
""",
    ),
    "an attribute of the constructor's": (
        """
class Deck:
    def __init__(self, cards, source):
        self.cards = list(cards)
        self.source = source

    def hand(self, count):
        if len(self.cards) < count:
            raise ValueError(count)
        held = set()
        while len(held) < count:
            held.add(self.source.choice(self.cards))
        return held
""",
        """
class Deck:
    def __init__(self, cards, source):
        self.cards = list(dict.fromkeys(cards))
        self.source = source

    def hand(self, count):
        if len(self.cards) < count:
            raise ValueError(count)
        held = set()
        while len(held) < count:
            held.add(self.source.choice(self.cards))
        return held
""",
    ),
    "a list of the module": (
        """
def painted(count):
    used = []
    while len(used) < count:
        colour = choice(COLOURS)
        if colour not in used:
            used.append(colour)
    return used
""",
        """
def painted():
    used = []
    while len(used) < 2:
        colour = choice(COLOURS)
        if colour not in used:
            used.append(colour)
    return used
""",
    ),
    "a method draws from what it is handed": (
        """
class Provider:
    def one(self, pool=("a", "b")):
        return self.random.choice(list(pool))

    def some(self, pool, size=None):
        if size is None:
            size = self.random.randint(1, len(pool))
        if size > len(pool):
            raise ValueError(size)
        found = set()
        while len(found) < size:
            found.add(self.one(pool))
        return found
""",
        """
class Provider:
    def one(self, pool=("a", "b")):
        return self.random.choice(list(pool))

    def some(self, pool, size=None):
        pool = set(pool)
        if size is None:
            size = self.random.randint(1, len(pool))
        if size > len(pool):
            raise ValueError(size)
        found = set()
        while len(found) < size:
            found.add(self.one(pool))
        return found
""",
    ),
    "another than the last": (
        """
def other(songs, last):
    song = choice(songs)
    while song == last:
        song = choice(songs)
    return song
""",
        """
def other(songs, last):
    rest = [song for song in songs if song != last]
    return choice(rest)
""",
    ),
}

QUIET = {
    "a cap on the draws": """
def teams(people, size):
    team, left = set(), 1000
    while len(team) < size and left:
        team.add(choice(people))
        left -= 1
    return team
""",
    "what is drawn is taken out": """
def teams(people, size):
    people = list(people)
    team = []
    while len(team) < size:
        person = choice(people)
        people.remove(person)
        if person not in team:
            team.append(person)
    return team
""",
    "a function draws from what it keeps itself": """
NAMES = iter(open("names"))


def fresh(size):
    return choice(next(NAMES) * size)


def names(size):
    found = set()
    while len(found) < size:
        found.add(fresh(size))
    return found
""",
    "a walk": """
def steps(distance):
    place = count = 0
    while abs(place) < distance:
        place += choice((-1, 1))
        count += 1
    return count
""",
}


def _found(text: str) -> list[str]:
    (file,) = check(HEAD + text).files
    assert all(one.severity is Severity.WARNING for one in file.findings)
    return [one.code for one in file.findings]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_a_pool_may_hold_too_little(name: str) -> None:
    assert _found(TWINS[name][0]) == ["HC103"]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_its_twin_looks_first(name: str) -> None:
    assert _found(TWINS[name][1]) == []


@pytest.mark.parametrize("name", sorted(QUIET))
def test_what_ends_anyway_is_not_told(name: str) -> None:
    assert _found(QUIET[name]) == []
