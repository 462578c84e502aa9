"""The kernel walks the rounds again and believes no fact, value or event on its own."""

from dataclasses import replace

import pytest

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.abstract import Trust
from haltcheck.model.assumption import ReturnsNormally
from haltcheck.model.certificate import Claim, Stuck, Unvisited
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject, RecursionSubject
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Rejected

TEXT = """
def f(stream, size):
    while size > 0:
        size -= len(stream.read(1))
"""
GOOD = Stuck("end of file", (("0 < size", True),))


def _check(certificate, text=TEXT):
    subject = LoopSubject("f", 0)
    problem = Problem(lower(parse(from_text(text))), subject, Trust.NOTHING, Budget())
    return check(problem, Claim(subject, Answer.NON_HALT, certificate))


def test_a_walk_that_stays_is_granted():
    found = _check(GOOD)
    assert isinstance(found, Proof)
    assert found.witness.events == ("end of file",)


@pytest.mark.parametrize(
    "changed",
    [
        replace(GOOD, supposed=()),
        replace(GOOD, supposed=(("0 < size", False),)),
        replace(GOOD, supposed=(("0 < size", True), ("size < 0", True))),
        replace(GOOD, supposed=(("0 < size", True), ("0 < size", True))),
        replace(GOOD, values=(("size", 3),)),
        replace(GOOD, event="the moon rises"),
        replace(GOOD, event="a length of zero in the data"),
    ],
)
def test_anything_else_is_rejected(changed):
    assert isinstance(_check(changed), Rejected)


def test_a_way_out_is_seen():
    text = TEXT + "        if stream.closed:\n            break\n"
    assert isinstance(_check(GOOD, text), Rejected)


def test_a_for_loop_has_no_such_rounds():
    text = "def f(stream, size):\n    for x in size:\n        stream.read(1)\n"
    assert isinstance(_check(GOOD, text), Rejected)


LINKS = "def f(rules, name):\n    for other in rules[name]:\n        f(rules, other)\n"
FOUND = Unvisited("rules[...]", 2, outside=False)


def _check_links(certificate, text=LINKS):
    subject = RecursionSubject(("f",))
    problem = Problem(lower(parse(from_text(text))), subject, Trust.NOTHING, Budget())
    return check(problem, Claim(subject, Answer.NON_HALT, certificate))


def test_a_reference_that_nothing_remembers_is_granted():
    found = _check_links(FOUND)
    assert isinstance(found, Proof)
    assert found.assumptions == (ReturnsNormally("rules[...]", 2),)


@pytest.mark.parametrize(
    "changed", [replace(FOUND, line=3), replace(FOUND, text="f"), replace(FOUND, outside=True)]
)
def test_another_reference_is_rejected(changed):
    assert isinstance(_check_links(changed), Rejected)


def test_what_remembers_is_seen():
    text = LINKS.replace(
        "    for", "    if name in rules.seen:\n        return\n    rules.seen.add(name)\n    for"
    )
    assert isinstance(_check_links(FOUND, text), Rejected)
