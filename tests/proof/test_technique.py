"""The contract of the open set of techniques."""

import pytest
from integer import problem, systems
from table import HALT, LOOP, source

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget
from haltcheck.basis.discover import load_all
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import Source
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Claim, GaveUp
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject, RecursionSubject
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.prove import RAISE, Accepted, search
from haltcheck.proof.technique import PACKAGE, Technique

TECHNIQUES = load_all(PACKAGE, Technique)


@pytest.fixture(autouse=True)
def _crashes_are_seen(monkeypatch):
    monkeypatch.setenv(RAISE, "1")


def example(technique):
    program = lower(parse(Source("example.py", technique.example(), "")))
    subject = LoopSubject("f", 0) if program.functions["f"].loops else RecursionSubject(("f",))
    return Problem(program, subject, Trust.NOTHING, Budget())


@pytest.mark.parametrize("name", TECHNIQUES)
def test_a_technique_is_documented_and_costed(name):
    technique = TECHNIQUES[name]
    assert technique.__doc__ and "Decides::" in technique.__doc__
    assert technique.cost >= 0


@pytest.mark.parametrize("name", TECHNIQUES)
def test_a_technique_decides_its_own_example(name):
    technique = TECHNIQUES[name]
    posed = example(technique)
    claim = technique().attempt(posed)
    assert isinstance(claim, Claim)
    assert isinstance(check(posed, claim), Proof)


@pytest.mark.parametrize("name", TECHNIQUES)
def test_a_technique_is_deterministic(name):
    technique = TECHNIQUES[name]
    assert technique().attempt(example(technique)) == technique().attempt(example(technique))


def test_what_is_left_to_be_tried_exists():
    text = "def f(xs, t):\n todo = list(xs)\n for x in todo:\n  todo += t[x]\n"
    program = lower(parse(Source("f.py", text, "")))
    found = TECHNIQUES["structure"]().attempt(
        Problem(program, LoopSubject("f", 0), Trust.CALLEES, Budget())
    )
    assert isinstance(found, GaveUp)
    assert found.left and found.left <= TECHNIQUES.keys()


def answer(body):
    found = []
    for system in systems(source(body)):
        attempts = [one for one in search(problem(system)) if isinstance(one, Accepted)]
        found.append(attempts[0].proof.answer if attempts else Answer.UNKNOWN)
    if Answer.NON_HALT in found:
        return Answer.NON_HALT
    return Answer.UNKNOWN if Answer.UNKNOWN in found else Answer.HALT


@pytest.mark.parametrize("body", HALT)
def test_loops_that_halt(body):
    assert answer(body) is Answer.HALT


@pytest.mark.parametrize("body", LOOP)
def test_loops_that_need_not_halt(body):
    assert answer(body) is Answer.NON_HALT
