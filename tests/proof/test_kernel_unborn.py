"""The kernel follows ``__getattr__`` again and believes no other names."""

import pytest

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Claim, Uninitialised
from haltcheck.model.lower import lower
from haltcheck.model.subject import RecursionSubject
from haltcheck.pipeline import check_source
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Rejected

TEXT = """
class C:
    def __init__(self, held):
        self.held = held

    def __getattr__(self, name):
        return getattr(self.held, name)

    def other(self, name):
        return getattr(self.held, name)
"""
SUBJECT = RecursionSubject(("C.__getattr__",))
GOOD = Uninitialised(("held",))


def _check(certificate, text=TEXT, subject=SUBJECT):
    problem = Problem(lower(parse(from_text(text))), subject, Trust.NOTHING, Budget())
    return check(problem, Claim(subject, Answer.NON_HALT, certificate))


def test_names_that_are_read_in_turn_are_granted():
    found = _check(GOOD)
    assert isinstance(found, Proof)
    assert found.condition == "copy or pickle makes the object without __init__, which binds held"


@pytest.mark.parametrize("names", [(), ("held", "held"), ("other",), ("held", "other")])
def test_other_names_are_rejected(names):
    assert isinstance(_check(Uninitialised(names)), Rejected)


def test_a_class_that_has_one_is_seen():
    assert isinstance(_check(GOOD, TEXT.replace("class C:", "class C:\n    held = None")), Rejected)


def test_other_methods_ask_nobody():
    subject = RecursionSubject(("C.other",))
    text = TEXT.replace("self.held, name)\n\n", "self.held, name)\n\n", 1)
    assert isinstance(_check(GOOD, text, subject), Rejected)


def test_it_is_a_warning_of_one_sentence():
    found = check_source(from_text(TEXT))
    assert [(one.code, one.severity.value, one.span.line) for one in found.findings] == [
        ("HC203", "warning", 6)
    ]
    assert "without __init__, which binds held" in found.findings[0].message


def test_a_name_that_is_kept_out_leaves_it_silent():
    guard = "        if name.startswith('__'):\n            raise AttributeError(name)\n"
    assert not check_source(
        from_text(TEXT.replace("        return", f"{guard}        return"))
    ).findings
