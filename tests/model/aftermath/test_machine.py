"""States that an object keeps itself are among those that its methods ask for."""

import pytest

from haltcheck.api import check
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.aftermath.machine import passes_by
from haltcheck.model.aftermath.start import Site, site_of
from haltcheck.model.subject import LoopSubject
from tests.model.abstract.conformance import lowered

_LEXER = """
class Lexer:
    def __init__(self, stream):
        self.stream = stream
        self.state = " "

    def token(self):
        found = ""
        while True:
            char = self.stream.read(1)
            if self.state is None:
                return ""
            elif self.state == " ":
                if not char:
                    self.state = None
                    return found
                self.state = "a"
            elif self.state == "a":
                if not char:
                    return found
                if char == " ":
                    self.state = "b"
                found += char
            elif self.state == "b":
                if not char:
                    return found
                found += char
"""


_HANDED = """
def token(stream, mode):
    found = ""
    while True:
        char = stream.read(1)
        if mode is None:
            return ""
        elif mode == "a":
            if not char:
                return found
        elif mode == "b":
            if not char:
                return found
        found += char
"""


@pytest.mark.parametrize(("text", "codes"), [(_LEXER, []), (_HANDED, ["HC103"])])
def test_an_automaton_is_in_one_of_its_states(text: str, codes: list[str]) -> None:
    (report,) = check(text).files
    assert [one.code for one in report.findings] == codes


@pytest.mark.parametrize(
    ("supposed", "place"),
    [
        ({"self.state is None": False, "self.state == ' '": False, "self.state == 'a'": False}, 1),
        ({"self.state is None": False, "self.state == ' '": False, "self.state == 'a'": True}, 0),
        ({"self.state is None": False, "self.state == ' '": False}, 0),
        ({"self.other is None": False, "self.other == ' '": False, "self.other == 'a'": False}, 0),
    ],
)
def test_a_state_that_its_class_binds_is_one_of_those_asked_for(supposed, place) -> None:  # type: ignore[no-untyped-def]
    program = lowered(_LEXER)
    site = site_of(program, tables_of(program).resolver, LoopSubject("Lexer.token", 0))
    assert isinstance(site, Site)
    assert passes_by(site, supposed) == ("self.state" if place else "")


def test_nothing_is_none_and_is_not() -> None:
    text = """
class Lexer:
    def __init__(self, stream, source):
        self.stream, self.source = stream, source

    def raw(self):
        return self.stream.read(1) or None

    def token(self):
        found = self.raw()
        if self.source is not None:
            while found == self.source:
                found = self.raw()
        return found
"""
    assert check(text).files[0].findings == ()
