"""Keys and names that are looked up where they are missing."""

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.calls import Resolver
from haltcheck.model.lower import lower
from haltcheck.model.reference.asked_again import HandsBack
from haltcheck.model.reference.lacking import lacking


def endless(text: str) -> bool:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    program = lower(syntax)
    resolver = Resolver(program)
    return any(isinstance(lacking(resolver, name), HandsBack) for name in program.functions)


ENDLESS = [
    """
class Words(dict):
    def __missing__(self, word):
        return self[word]
""",
    """
import sys
moved = {"old": "new"}
def __getattr__(name):
    if name in moved:
        return moved[name]
    return getattr(sys.modules[__name__], name)
""",
    """
import importlib
def __getattr__(name):
    module = importlib.import_module(__name__)
    return getattr(module, name)
""",
]
HALTING = [
    """
class Words(dict):
    def __missing__(self, word):
        self[word] = 0
        return self[word]
""",
    """
class Words(dict):
    def __getitem__(self, word):
        return 1
    def __missing__(self, word):
        return self[word]
""",
    """
class Words(dict):
    def __missing__(self, word):
        return self[word.lower()]
""",
    """
import importlib
def __getattr__(name):
    module = importlib.import_module("other")
    return getattr(module, name)
""",
    """
import sys
def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    sys.modules[__name__].__dict__[name] = 1
    return getattr(sys.modules[__name__], name)
""",
]


@pytest.mark.parametrize("text", ENDLESS)
def test_what_is_missing_is_missing_again(text: str) -> None:
    assert endless(text)


@pytest.mark.parametrize("text", HALTING)
def test_what_was_put_there_is_found(text: str) -> None:
    assert not endless(text)
