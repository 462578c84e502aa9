"""Arguments that are infinite or no number, and twins that reject or do without them."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity

HEAD = """
import itertools
import math

"""

TWINS = {
    "seconds is inf": (
        """
def scaled(seconds: Union[int, float]):
    while abs(seconds) > 2e10:
        seconds /= 1000
    return seconds
""",
        """
def scaled(seconds: Union[int, float]):
    while math.isfinite(seconds) and abs(seconds) > 2e10:
        seconds /= 1000
    return seconds
""",
    ),
    "angle is inf": (
        """
def turned(angle):
    while angle > math.pi:
        angle -= 2 * math.pi
    return angle
""",
        """
def turned(angle):
    if not math.isfinite(angle):
        raise ValueError(angle)
    while angle > math.pi:
        angle -= 2 * math.pi
    return angle
""",
    ),
    "size is inf": (
        """
def shown(size):
    for unit in itertools.count():
        if size < 1024.0:
            return size, unit
        size /= 1024.0
""",
        """
def shown(size):
    for unit in range(8):
        if size < 1024.0:
            return size, unit
        size /= 1024.0
    return size, 8
""",
    ),
    "start is nan": (
        """
class Curve:
    def __init__(self, parts):
        self.parts = parts

    def value(self, x):
        shift = 1.0 + x
        return sum(part / shift ** n for n, part in enumerate(self.parts))

    def root(self, start: float):
        x = start
        for step in itertools.count():
            y = self.value(x)
            if abs(y) < 1e-9:
                return x
            x = x - y
""",
        """
class Curve:
    def __init__(self, parts):
        self.parts = parts

    def value(self, x):
        shift = 1.0 + x
        return sum(part / shift ** n for n, part in enumerate(self.parts))

    def root(self, start: float):
        x = start
        for step in itertools.count():
            y = self.value(x)
            if abs(y) < 1e-9 or step > 50:
                return x
            x = x - y
""",
    ),
}

QUIET = {
    "a comparison that NaN fails": """
def root(x: float):
    guess = x
    while abs(guess) > 1e-9:
        guess = guess - guess
    return guess
""",
    "a whole number": """
def halves(number: int):
    count = 0
    while number > 1:
        number //= 2
        count += 1
    return count
""",
    "int() refuses it": """
def digits(number):
    found = []
    while number >= 1.0:
        found.append(int(number) % 10)
        number /= 10.0
    return found
""",
}


def _found(text: str) -> list[str]:
    (file,) = check(HEAD + text).files
    assert all(one.severity is Severity.WARNING for one in file.findings)
    return [one.message for one in file.findings]


@pytest.mark.parametrize("needed", sorted(TWINS))
def test_what_is_not_finite_never_comes_to_the_end(needed: str) -> None:
    assert _found(TWINS[needed][0]) == [f"this loop never ends where {needed}"]


@pytest.mark.parametrize("needed", sorted(TWINS))
def test_its_twin_is_quiet(needed: str) -> None:
    assert _found(TWINS[needed][1]) == []


@pytest.mark.parametrize("name", sorted(QUIET))
def test_what_ends_with_any_number_is_quiet(name: str) -> None:
    assert _found(QUIET[name]) == []
