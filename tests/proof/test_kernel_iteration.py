"""The kernel looks for itself whether what is iterated never ends."""

import pytest

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.abstract import Trust
from haltcheck.model.assumption import NotOverridden, ReturnsNormally
from haltcheck.model.certificate import Claim, EndlessIteration, NoExit
from haltcheck.model.lower import lower
from haltcheck.model.subject import IterationSubject, LoopSubject, RecursionSubject
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Rejected

TEXT = """
class C:
    def __getitem__(self, key):
        return self.rows.get(key, 0)

def f(path):
    with open(path, "rb") as stream:
        for part in iter(stream.read, ""):
            print(part)

def g(path):
    stream = open(path, "rb")
    return list(iter(stream.read, ""))

def h(stream):
    return list(iter(stream.read, b""))
"""
WAITS = EndlessIteration("stream.read gives bytes, never the '' that would end it", slip=True)
CLASS = EndlessIteration("__getitem__ raises for no number, and there is no __iter__", slip=True)
OF_CLASS = IterationSubject("C.__getitem__")
LOOP = LoopSubject("f", 0)


def _check(subject, certificate, text=TEXT, trust=Trust.NOTHING):
    problem = Problem(lower(parse(from_text(text))), subject, trust, Budget())
    return check(problem, Claim(subject, Answer.NON_HALT, certificate))


def _taking(text=TEXT, name="g"):
    """Where the function calls ``list``."""
    return next(
        IterationSubject(name, block.id, index)
        for block in lower(parse(from_text(text))).functions[name].blocks
        for index, one in enumerate(block.instructions)
        if getattr(one, "text", "") == "list"
    )


def test_a_loop_that_waits_in_vain_is_granted():
    found = _check(LOOP, WAITS, trust=Trust.CALLEES)
    assert isinstance(found, Proof) and not found.condition
    assert ReturnsNormally("open", 7) in found.assumptions


def test_straight_code_is_granted():
    found = _check(_taking(), WAITS)
    assert isinstance(found, Proof) and not found.condition


def test_a_class_is_granted_under_a_condition():
    found = _check(OF_CLASS, CLASS)
    assert isinstance(found, Proof)
    assert found.condition == "code asks for all items of a C"
    assert found.assumptions == (ReturnsNormally("self.rows.get", 4),)


def test_an_instance_that_may_be_of_a_subclass_supposes_that_none_overrides_it():
    text = f"{TEXT}\ndef k(rows: C):\n    return list(rows)\n"
    why = "C.__getitem__ (line 3) raises for no number, and there is no __iter__"
    found = _check(_taking(text, "k"), EndlessIteration(why, slip=True), text)
    assert isinstance(found, Proof)
    assert NotOverridden("C.__getitem__") in found.assumptions


@pytest.mark.parametrize(
    "certificate",
    [
        EndlessIteration("", slip=True),
        EndlessIteration(WAITS.why),
        EndlessIteration(WAITS.why, grows=True, slip=True),
        CLASS,
        NoExit(),
    ],
)
@pytest.mark.parametrize("subject", [LOOP, _taking()])
def test_other_reasons_are_rejected(subject, certificate):
    assert isinstance(_check(subject, certificate), Rejected)


@pytest.mark.parametrize(
    "subject",
    [
        IterationSubject("f"),
        IterationSubject("unknown"),
        IterationSubject("g", 0, 99),
        IterationSubject("g", 99, 0),
        IterationSubject("g", 0, -1),
        IterationSubject("g", 0, 0),
        _taking(name="h"),
        RecursionSubject(("C.__getitem__",)),
    ],
)
@pytest.mark.parametrize("certificate", [WAITS, CLASS])
def test_other_places_are_rejected(subject, certificate):
    assert isinstance(_check(subject, certificate), Rejected)


@pytest.mark.parametrize(
    "change",
    [
        ('"rb"', '"r"'),
        ('"rb"', "path"),
        ('""):', 'b""):'),
        ("print(part)", "break"),
        ("print(part)", "stream.close()"),
        ("print(part)", "raise KeyError"),
    ],
)
def test_what_may_end_the_loop_is_seen(change):
    assert isinstance(_check(LOOP, WAITS, TEXT.replace(*change)), Rejected)


@pytest.mark.parametrize(
    "change",
    [
        ("return self", "raise IndexError\n        return self"),
        (".get(key, 0)", "[key]"),
        ("class C:", "class C:\n    __iter__ = None"),
        ("class C:", "class C(dict):"),
        ("class C:", "class _C:"),
        ("key):", "key: str):"),
    ],
)
def test_what_may_end_an_iteration_of_the_class_is_seen(change):
    assert isinstance(_check(OF_CLASS, CLASS, TEXT.replace(*change)), Rejected)


PASSED = """
class C:
    def __getitem__(self, key):
        return key

class D:
    flag = True

    def f(self):
        if {test}:
            return 1
        for one in C():
            self.count = one
"""


@pytest.mark.parametrize(("test", "granted"), [("self.flag", False), ("self.ready()", True)])
def test_a_test_before_the_loop_may_let_nothing_pass(test, granted):
    why = "C.__getitem__ (line 3) raises for no number, and there is no __iter__"
    certificate = EndlessIteration(why, slip=True)
    text = PASSED.format(test=test)
    found = _check(LoopSubject("D.f", 0), certificate, text, Trust.CALLEES)
    assert isinstance(found, Proof) is granted
    assert not granted or ReturnsNormally("self.ready", 10) in found.assumptions
