"""Objects that no constructor makes show no divergence."""

import pytest

from haltcheck.api import check
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject
from haltcheck.verdict.instance import unmade

RANGE = """
class Base:
    def __init__(self, start, *rest):
        self._start = start
        self._growing = start < 0

class Range(Base):
    def length(self):
        n = 0
        while n != self._start:
            n += 1
        return n

@dataclass
class Pair:
    left: int
    def length(self):
        while self.left:
            pass
"""


@pytest.mark.parametrize(
    ("qualname", "condition", "expected"),
    [
        ("Range.length", "self._start < 0", ""),
        ("Range.length", "self._start < 0 and self._growing == 0", "self._growing"),
        ("Range.length", "self._last is None and n > 0", "self._last"),
        ("Range.length", "remaining(self._file) == 0 and len(self._parts) > 2", ""),
        ("Range.length", "bool(self._growing) != 0", ""),
        ("Range.length", "n < 0", ""),
        ("Pair.length", "self.left != 0", ""),
    ],
)
def test_only_what_a_constructor_takes_may_be_anything(
    qualname: str, condition: str, expected: str
) -> None:
    syntax = parse(from_text(RANGE))
    assert isinstance(syntax, Syntax)
    assert unmade(lower(syntax), LoopSubject(qualname, 0), condition) == expected


BUILD = """
class Adapter:
    def __init__(self, method: {annotation}{default}):
        {bound}
        self.method = method

    def ask(self, url, method: "str | None" = None):
        if method is None:
            found = self.ask(url, self.method)
            if found:
                return found
        return url + method
"""
PLAIN = {"annotation": "str", "default": "", "bound": "pass"}


def codes(**parts: str) -> list[str]:
    return [one.code for _, one in check(BUILD.format(**{**PLAIN, **parts})).findings]


def test_what_a_constructor_takes_as_a_text_is_something() -> None:
    assert codes() == []
    assert codes(default="='GET'") == []


@pytest.mark.parametrize(
    "parts",
    [
        {"annotation": "'str | None'"},
        {"annotation": "Optional[str]"},
        {"annotation": "Method"},
        {"default": "=None"},
        {"bound": "method = None"},
    ],
)
def test_what_it_may_be_without_is_nothing_at_times(parts: dict[str, str]) -> None:
    assert codes(**parts) == ["HC202"]
