"""Methods that hand back what they are asked, checked against what Python does with them."""

from __future__ import annotations

import pytest

import haltcheck
from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Claim, HandedBack
from haltcheck.model.lower import lower
from haltcheck.model.subject import RecursionSubject
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Rejected

COMPARED = """
class Length:
    def __init__(self, metres):
        self.metres = metres

    def {name}(self, other):
        {body}

def ask():
    return Length(1) {operator} object()
"""
PROPERTY = """
class Style:
    def __init__(self):
        self.own = {{}}

    def look_up(self, {parameters}):
        {looks}

    @property
    def colour(self):
        return {asks}

class Bold(Style):
    weight = 3

def ask():
    return Bold().colour
"""


def compared(body: str, name: str = "__eq__", operator: str = "==") -> str:
    return COMPARED.format(name=name, body=body, operator=operator)


def named(looks: str, asks: str = "self.look_up('colour')", parameters: str = "name") -> str:
    return PROPERTY.format(looks=looks, asks=asks, parameters=parameters)


IN_CIRCLE = {
    "the other operand": compared("return other == self"),
    "after a type": compared(
        "if isinstance(other, Length): return self.metres == other.metres\n"
        "        return other == self"
    ),
    "after a type that is named": compared(
        "if type(other) is not type(self): return other == self\n        return True"
    ),
    "where it has no such attribute": compared(
        "try:\n            return self.metres == other.metres\n"
        "        except AttributeError:\n            return other == self"
    ),
    "less by greater": compared("return other > self", "__lt__", "<"),
    "greater or equal by less or equal": compared("return other <= self", "__ge__", ">="),
    "unequal by unequal": compared("return not other != self and False", "__ne__", "!="),
    "a property by its name": named("return getattr(self, name)"),
    "with a default": named("return getattr(self, name, None)"),
    "asked first": named("return hasattr(self, name)"),
    "after what is its own": named(
        "if name in self.own: return self.own[name]\n        return getattr(self, name)"
    ),
    "the second argument": named(
        "return getattr(self, name)", "self.look_up(1, 'colour')", "how, name"
    ),
    "behind a name that is another": named(
        "if name == 'weight':\n            return 1\n        return getattr(self, name)"
    ),
}
STRAIGHT = {
    "not implemented": compared("return NotImplemented"),
    "another value": compared("return other == self.metres"),
    "only its own kind": compared(
        "if not isinstance(other, Length): return False\n        return other == self.metres"
    ),
    "only where it has the attribute": compared(
        "if hasattr(other, 'metres'): return other == self\n        return False"
    ),
    "another operator": compared("return other < self", "__lt__", "<"),
    "a type of its own first": compared(
        "if not isinstance(other, Length): return NotImplemented\n        return other == self"
    ),
    "another name": named("return getattr(self, 'own_' + name, None)"),
    "the class": named("return getattr(type(self), name)"),
    "another property": named("return getattr(self, name)", "self.look_up('weight')"),
    "a name that is known": named(
        "if name in ('colour', 'width'):\n            return 1\n        return getattr(self, name)"
    ),
    "a name that begins otherwise": named(
        "if not name.startswith('_'):\n            return 1\n        return getattr(self, name)"
    ),
    "not where the class has it": named(
        "if name in dir(type(self)):\n            return 1\n        return getattr(self, name)"
    ),
}


def _never_ends(text: str) -> bool:
    scope: dict[str, object] = {}
    exec(compile(text, "<test>", "exec"), scope)
    try:
        scope["ask"]()  # type: ignore[operator]
    except RecursionError:
        return True
    except TypeError:
        pass
    return False


@pytest.mark.parametrize("text", IN_CIRCLE.values(), ids=IN_CIRCLE.keys())
def test_what_is_handed_back_is_reported_where_python_gives_up(text: str) -> None:
    assert _never_ends(text)
    findings = haltcheck.check(text).files[0].findings
    assert [one.code for one in findings] == ["HC202"]


@pytest.mark.parametrize("text", STRAIGHT.values(), ids=STRAIGHT.keys())
def test_what_is_answered_is_not_reported(text: str) -> None:
    assert not _never_ends(text)
    assert not haltcheck.check(text).files[0].findings


def _ruling(text: str, subject: RecursionSubject, certificate: HandedBack) -> Proof | Rejected:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    problem = Problem(lower(syntax), subject, Trust.NOTHING, Budget())
    return check(problem, Claim(subject, Answer.NON_HALT, certificate))


def test_the_kernel_looks_again() -> None:
    subject = RecursionSubject(("Length.__eq__",))
    needed = "other is an object of another type that leaves the answer to this"
    text = compared("return other == self")
    proof = _ruling(text, subject, HandedBack(7, needed))
    assert isinstance(proof, Proof) and proof.condition == needed
    assert isinstance(_ruling(text, subject, HandedBack(6, needed)), Rejected)
    other = compared("return NotImplemented")
    assert isinstance(_ruling(other, subject, HandedBack(7, needed)), Rejected)
