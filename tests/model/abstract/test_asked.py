"""Answers of callable arguments are the outside world's choice, of nobody else."""

import pytest

from haltcheck import check
from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust, build
from haltcheck.model.abstract.promise import callables
from haltcheck.model.answer import answer_of, asked_in
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import Faith, System
from tests.model.abstract.conformance import lowered

ASKS = """
def f(x: int, ask: Callable[[], int]):
    while x > 0:
        x -= ask()
"""


def system(code, name="f"):
    found = build(lowered(code), LoopSubject(name, 0), Trust.NOTHING, Budget())
    assert isinstance(found, System)
    return found


@pytest.mark.parametrize(
    ("annotation", "count"),
    [
        ("Callable[[], int]", 1),
        ("typing.Callable[[int, str], bool]", 1),
        ("'collections.abc.Callable[[], int]'", 1),
        ("Callable[[], float]", 0),
        ("Callable[[], int | None]", 0),
        ("Callable", 0),
        ("int", 0),
    ],
)
def test_a_promise_is_an_annotation(annotation, count):
    code = f"def f(ask: {annotation}):\n    while ask():\n        pass\n"
    function = lowered(code).functions["f"]
    assert len(callables(function)) == count


@pytest.mark.parametrize("body", ["ask = print", "for ask in []: pass", "del ask"])
def test_a_name_that_is_bound_anew_promises_nothing(body):
    code = f"def f(ask: Callable[[], int]):\n    while ask():\n        pass\n    {body}\n"
    assert not callables(lowered(code).functions["f"])


def test_an_answer_is_an_exact_choice_of_the_world():
    around = [one for one in system(ASKS).transitions if one.source == one.target]
    assert [one.faith for one in around] == [Faith.EXACT]
    assert [asked_in(one.world) for one in around] == [("ask",)]


def test_nobody_chooses_for_a_private_function():
    code = ASKS.replace("def f", "def _f")
    assert not any(one.world for one in system(code, "_f").transitions)


def test_what_is_caught_may_be_raised():
    code = """
def f(ask: Callable[[], int]):
    x = 1
    while x > 0:
        try:
            x = ask()
        except ValueError:
            pass
"""
    assert any(one.faith is Faith.COARSE for one in system(code).transitions)


def test_answers_that_keep_a_loop_going_are_its_condition_and_no_finding():
    report = check("from collections.abc import Callable\n" + ASKS).files[0]
    assert report.verdict.answer is Answer.NON_HALT
    assert report.verdict.basis is Basis.PROOF
    assert "ask() answers so" in report.verdict.condition
    assert not report.findings


def test_a_call_with_known_answers_is_not_judged_by_unknown_ones():
    code = "from collections.abc import Callable\n" + ASKS + "f(5, lambda: 1)\n"
    functions = {one.name: one.verdict for one in check(code).files[0].functions}
    assert functions["f"].answer is Answer.NON_HALT
    assert functions["<module>"].answer is not Answer.NON_HALT


def test_a_choice_tells_whose_answer_it_is():
    assert asked_in(["?1.0.1" + answer_of("ask"), "?2.0.1", "left(xs)"]) == ("ask",)
