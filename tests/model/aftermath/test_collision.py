"""Names that are taken and made again of the same parts, and twins that make another one."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity

HEAD = """
import itertools
import random
import time

RESERVED = ("a1", "b1")

"""

TWINS = {
    "the count is forgotten": (
        """
def unique(names: list[str]):
    table = {}
    for name in names:
        if name not in table:
            table[name] = 1
            continue
        count = 1
        while True:
            other = "%s%i" % (name, count)
            if other not in table:
                table[other] = 1
                break
    return table
""",
        """
def unique(names: list[str]):
    table = {}
    for name in names:
        if name not in table:
            table[name] = 1
            continue
        count = 1
        while True:
            other = "%s%i" % (name, count)
            if other not in table:
                table[other] = 1
                break
            count += 1
    return table
""",
    ),
    "of the first name, not of the last": (
        """
def fresh(known, name, mark: str):
    key = name
    while key in known:
        key = f"{name}-{mark}"
    known.add(key)
    return key
""",
        """
def fresh(known, name, mark: str):
    key = name
    while key in known:
        key = f"{key}-{mark}"
    known.add(key)
    return key
""",
    ),
}

QUIET = {
    "asking takes it out": """
def behind(known, base: str):
    rest = iter(known)
    while True:
        name = "%s%d" % (base, 1)
        if name not in rest:
            return
""",
    "asking an argument takes it out": """
from collections.abc import Iterator
def behind(rest: Iterator[str], base: str):
    while True:
        name = "%s%d" % (base, 1)
        if name not in rest:
            return
""",
    "numbered by an iteration": """
def label(items: list):
    known = {}
    for number, item in enumerate(items):
        while True:
            name = "item%d" % number
            if name not in known:
                break
        known[name] = item
    return known
""",
    "the object counts": """
class Names:
    def __init__(self):
        self.known = {}
        self.number = 0

    def add(self, base: str, value):
        while True:
            name = "%s_%d" % (base, self.number)
            if name not in self.known:
                break
        self.known[name] = value
        self.number += 1
""",
    "counted before": """
def label(items: list):
    known, number = {}, 0
    for item in items:
        number += 1
        while True:
            name = "item%d" % number
            if name not in known:
                break
        known[name] = item
    return known
""",
    "drawn": """
def fresh(known, base: str):
    while True:
        name = "%s%d" % (base, random.randint(0, 10 ** 9))
        if name not in known:
            known[name] = 1
            return name
""",
    "another thread takes it out": """
def claim(known, base: str, number: int):
    while True:
        name = "%s%d" % (base, number)
        if name not in known:
            known[name] = 1
            return name
        time.sleep(1)
""",
    "made room": """
def claim(known, base: str, number: int):
    while True:
        name = "%s%d" % (base, number)
        if name not in known:
            known[name] = 1
            return name
        known.pop(name)
""",
    "made room by a statement": """
def claim(known, base: str, number: int):
    while True:
        name = "%s%d" % (base, number)
        if name not in known:
            known[name] = 1
            return name
        del known[name]
""",
    "a table of the module": """
def other(base: str):
    name = base
    while name in RESERVED:
        name = "%s_%d" % (base, 1)
    return name
""",
    "nothing in it": """
def first(base: str):
    known = {}
    while True:
        name = "%s%d" % (base, 1)
        if name not in known:
            return name
""",
    "the consumer goes on": """
def names(known, base: str):
    while True:
        name = "%s%d" % (base, 1)
        if name not in known:
            known[name] = 1
            return
        yield name
""",
    "its length is the count": """
def add(known: list, base: str):
    while True:
        name = "%s%d" % (base, len(known))
        if name not in known:
            return name
        known.append(None)
""",
    "numbers from elsewhere": """
def fresh(known, base: str):
    numbers = itertools.count()
    while True:
        name = "%s%d" % (base, next(numbers))
        if name not in known:
            known[name] = 1
            return name
""",
    "two that take turns end": """
def fresh(known, base: str, limit: int):
    left = limit
    while left > 0:
        name = "%s%d" % (base, 1)
        if name not in known:
            known[name] = 1
            return name
        left -= 1
""",
    "numbers, no names": """
def digit(n: int, digits: set):
    while n % 10 in digits:
        n //= 10
        if not n:
            return
    digits.add(n)
""",
}


def _found(text: str) -> list[str]:
    (file,) = check(HEAD + text).files
    assert all(one.severity is Severity.WARNING for one in file.findings)
    return [one.code for one in file.findings]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_a_name_may_be_taken(name: str) -> None:
    assert _found(TWINS[name][0]) == ["HC103"]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_its_twin_makes_another(name: str) -> None:
    assert _found(TWINS[name][1]) == []


@pytest.mark.parametrize("name", sorted(QUIET))
def test_what_may_be_free_again_is_not_told(name: str) -> None:
    assert _found(QUIET[name]) == []
