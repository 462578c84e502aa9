"""Iterations over what never ends have the rounds of ``while True``; their own caps end them."""

import pytest

from haltcheck.api import check

HEAD = """
import itertools
import urllib.request

"""

TWINS = {
    "lines are counted up to a last one": (
        """
def f(stream):
    lines = []
    for number in itertools.count(1):
        line = stream.readline()
        if line == "end\\n":
            return lines
        lines.append((number, line))
""",
        """
def f(stream):
    lines = []
    for number in itertools.count(1):
        line = stream.readline()
        if line in ("", "end\\n"):
            return lines
        lines.append((number, line))
""",
    ),
    "attempts are counted but not limited": (
        """
def f(url):
    for attempt in itertools.count(1):
        try:
            return urllib.request.urlopen(url)
        except OSError as error:
            print(attempt, error)
""",
        """
def f(url, most):
    for attempt in itertools.count(1):
        try:
            return urllib.request.urlopen(url)
        except OSError as error:
            if attempt >= most:
                raise
            print(attempt, error)
""",
    ),
    "a helper is refused": (
        """
class Client:
    def __init__(self, url):
        self.url = url
        self.failures = 0

    def ask(self, word):
        return urllib.request.urlopen(self.url + word)

    def answer(self, word):
        for attempt in itertools.count(1):
            try:
                found = self.ask(word)
                break
            except OSError as error:
                print(attempt, word, error)
        return found.read()
""",
        """
class Client:
    def __init__(self, url):
        self.url = url
        self.failures = 0

    def ask(self, word):
        self.failures += 1
        return urllib.request.urlopen(self.url + word)

    def answer(self, word):
        for attempt in itertools.count(1):
            try:
                found = self.ask(word)
                break
            except OSError as error:
                if self.failures > 5:
                    raise
                print(attempt, word, error)
        return found.read()
""",
    ),
    "boxes without an end": (
        """
def f(file):
    place = 0
    for _ in iter(int, 1):
        file.seek(place)
        size = int.from_bytes(file.read(4), "big")
        if size == 1:
            return place
        place += size
""",
        """
def f(file):
    place = 0
    for _ in iter(int, 1):
        file.seek(place)
        size = int.from_bytes(file.read(4), "big")
        if size < 4:
            return place
        place += size
""",
    ),
    "a generator expression reads": (
        """
def f(stream):
    for line in (stream.readline() for _ in itertools.repeat(None)):
        if line.startswith("end"):
            return line
""",
        """
def f(stream):
    for line in (stream.readline() for _ in itertools.repeat(None)):
        if not line or line.startswith("end"):
            return line
""",
    ),
    "a cap of the counter's own": (
        """
def f(stream):
    for number in itertools.count():
        if stream.read(1) == b"!":
            return number
""",
        """
def f(stream):
    for number in itertools.count():
        if stream.read(1) == b"!" or number > 1000:
            return number
""",
    ),
}


@pytest.mark.parametrize("name", sorted(TWINS))
def test_the_loop_is_reported(name: str) -> None:
    findings = [one.code for one in check(HEAD + TWINS[name][0]).files[0].findings]
    assert findings == ["HC102"]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_its_twin_is_not(name: str) -> None:
    assert not check(HEAD + TWINS[name][1]).files[0].findings
