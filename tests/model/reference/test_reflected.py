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
MISSING = """
import logging

log = logging.getLogger(__name__)
NAMES = ("a", "b")

class Record:
    table = {{}}
    names = NAMES

    def __init__(self):
        self.silent = False
        self.parts = []

    def load(self):
        self.a = self.b = 1

    def __getattr__(self, name):
        {body}

def ask():
    try:
        Record().a
        Record().c
    except (AttributeError, TypeError):
        pass
"""


def missing(*lines: str) -> str:
    return MISSING.format(body="\n        ".join(lines))


IN_CIRCLE |= {
    "a missing name": missing("return getattr(self, name)"),
    "a missing name with a default": missing("return getattr(self, name, None)"),
    "whether it has the missing name": missing("return 1 if hasattr(self, name) else 2"),
    "a missing name after another one is set": missing(
        "if not self.__dict__:", "    self.silent = True", "return getattr(self, name)"
    ),
    "a missing name that parts do not have": missing(
        "if name.startswith('__') or name == 'parts':",
        "    raise AttributeError(name)",
        "for part in self.parts:",
        "    if hasattr(part, name):",
        "        return getattr(part, name)",
        "log.debug('no part has %s', name)",
        "return getattr(self, name)",
    ),
    "a missing name that begins otherwise": missing(
        "if name[:2] == '__':", "    raise AttributeError(name)", "return getattr(self, name)"
    ),
    "the very name": missing(
        "if name == 'a':",
        "    return 1",
        "if name == 'c':",
        "    try:",
        "        return self.c",
        "    except AttributeError:",
        "        return 1",
        "raise AttributeError(name)",
    ),
    "a missing name that no table has": missing(
        "try:", "    return self.table[name]", "except KeyError:", "    return getattr(self, name)"
    ),
}
STRAIGHT |= {
    "another name": missing(
        "if name == 'c':", "    return self.silent", "raise AttributeError(name)"
    ),
    "a name that is loaded": missing(
        "if name not in NAMES:",
        "    raise AttributeError(name)",
        "self.load()",
        "return getattr(self, name)",
    ),
    "a name out of those that are loaded": missing(
        "if name in self.names:",
        "    self.load()",
        "    return getattr(self, name)",
        "raise AttributeError(name)",
    ),
    "a name that is bound first": missing("setattr(self, name, 1)", "return getattr(self, name)"),
    "a name that is put into the object": missing(
        "self.__dict__[name] = 1", "return getattr(self, name)"
    ),
    "a name that a helper binds": missing(
        "object.__setattr__(self, name, 1)", "return getattr(self, name)"
    ),
    "a name whose first characters are known": missing(
        "if name[:2] != 'x_':", "    raise AttributeError(name)", "return getattr(self, name)"
    ),
    "a missing name of the class": missing("return getattr(self.__class__, name)"),
    "a name that is spelled otherwise": missing(
        "if name[0] != '_':", "    return getattr(self, '_' + name)", "raise AttributeError(name)"
    ),
    "a name that is bound to another": missing(
        "name = name.lower()",
        "if name in self.__dict__:",
        "    return getattr(self, name)",
        "raise AttributeError(name)",
    ),
    "a name that a pattern knows": missing(
        "if len(name) > 1:", "    return getattr(self, name[1:])", "raise AttributeError(name)"
    ),
    "a missing name, later": missing("return lambda: getattr(self, name)"),
    "what every object has": missing("return self.__getattribute__(name)"),
    "a name that a call does not refuse": missing(
        "try:",
        "    self.load()",
        "except OSError:",
        "    return getattr(self, name)",
        "raise AttributeError(name)",
    ),
}
HOOKED = """
NAMES = ("x",)

class Guarded:
    x = 1

    def {head}:
        {body}

def ask():
    try:
        one = Guarded()
        one.part = 1
        one.part
        one.x
        del one.part
    except (AttributeError, KeyError):
        pass
"""


def hooked(head: str, *lines: str) -> str:
    return HOOKED.format(head=head, body="\n        ".join(lines))


READS, BINDS = "__getattribute__(self, name)", "__setattr__(self, name, value)"
IN_CIRCLE |= {
    "its own dictionary": hooked(READS, "return self.__dict__[name]"),
    "its own attribute, before the plain way": hooked(
        READS, "if self.x > 2:", "    raise AttributeError", "return super().__getattribute__(name)"
    ),
    "its own method": hooked(
        READS,
        "if name[:2] == '__':",
        "    return object.__getattribute__(self, name)",
        "return self.look_up(name)",
    ).replace("name[:2] == '__'", "name.startswith('__')"),
    "its own attribute, after the plain way": hooked(
        READS,
        "found = super().__getattribute__(name)",
        "return found if self.x else None",
    ),
    "bound by way of itself": hooked(BINDS, "setattr(self, name, value)"),
    "bound by way of itself, after a test": hooked(
        BINDS, "if value is None:", "    raise AttributeError(name)", "setattr(self, name, value)"
    ),
    "deleted by way of itself": hooked("__delattr__(self, name)", "delattr(self, name)"),
}
STRAIGHT |= {
    "its own attributes by the plain way": hooked(
        READS,
        "if name in ('x', 'part'):",
        "    return object.__getattribute__(self, name)",
        "return self.x",
    ),
    "names that a table says": hooked(
        READS,
        "if name in NAMES:",
        "    return object.__getattribute__(self, name)",
        "return self.x",
    ),
    "its dictionary by the plain way": hooked(
        READS,
        "own = object.__getattribute__(self, '__dict__')",
        "return own[name] if name in own else super().__getattribute__(name)",
    ),
    "its own method, for names of a table": hooked(
        READS,
        "try:",
        "    found = {'part': 1}[name]",
        "except KeyError:",
        "    return object.__getattribute__(self, name)",
        "return self.look_up(found)",
    ),
    "its own method, for what the plain way does not know": hooked(
        READS,
        "try:",
        "    return object.__getattribute__(self, name)",
        "except AttributeError:",
        "    pass",
        "return self.__init_subclass__()",
    ),
    "deleted once its class is another": hooked(
        "__delattr__(self, name)",
        "self.__setattr__('__class__', type('Plain', (), {}))",
        "delattr(self, name)",
    ),
    "its own method, later": hooked(
        READS,
        "found = object.__getattribute__(self, name)",
        "if callable(found):",
        "    return lambda: self.x",
        "return found",
    ),
    "its class, for what is a descriptor": hooked(
        READS,
        "found = object.__getattribute__(self, name)",
        "if hasattr(found, '__get__'):",
        "    return found.__get__(self, self.__class__)",
        "return found",
    ),
    "bound by the plain way": hooked(BINDS, "super().__setattr__(name, value)"),
    "bound to what becomes another": hooked(
        BINDS,
        "if not isinstance(value, str):",
        "    setattr(self, name, str(value))",
        "else:",
        "    object.__setattr__(self, name, value)",
    ),
    "bound under another name": hooked(
        BINDS,
        "if not name.startswith('_'):",
        "    setattr(self, '_' + name, value)",
        "else:",
        "    object.__setattr__(self, name, value)",
    ),
    "deleted by the plain way": hooked("__delattr__(self, name)", "super().__delattr__(name)"),
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
