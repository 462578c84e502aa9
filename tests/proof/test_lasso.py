"""Answers that lead back to a state are found by search."""

from haltcheck.api import check
from haltcheck.basis.answer import Answer
from haltcheck.model.abstract import Trust
from haltcheck.model.subject import LoopSubject
from haltcheck.proof.comeback import cone
from haltcheck.proof.lasso import lassos
from haltcheck.proof.problem import Problem
from tests.model.abstract.conformance import lowered

HEAD = "from collections.abc import Callable\ndef f(a: int, b: int, ask: Callable[[], int]):\n"
SWAP = (
    HEAD + "    while a > 0 and b > 0:\n        if ask() > 5:\n            a -= 1\n"
    "            b = ask()\n        else:\n            b -= 1\n            a = ask()\n"
)
DOWN = HEAD + "    while a > 0:\n        a -= 1 if ask() > 5 else 2\n"


def runs(text: str):
    problem = Problem(lowered(text), LoopSubject("f", 0), Trust.NOTHING)
    names = cone(problem.system)
    return problem.system, names, list(lassos(problem.system, names))


def test_each_run_ends_where_it_was_before() -> None:
    system, names, found = runs(SWAP)
    assert found
    for run in found:
        last = run.steps[-1]
        target = system.transitions[last.transition].target
        before = [
            step.after
            for step in run.steps[:-1]
            if system.transitions[step.transition].target == target
        ]
        assert any(all(state[name] == last.after[name] for name in names) for state in before)
        for step, after in zip(run.steps, run.steps[1:], strict=False):
            assert step.after == after.before


def test_what_always_falls_has_none() -> None:
    assert runs(DOWN)[2] == []


def test_the_search_is_the_same_each_time() -> None:
    assert runs(SWAP)[2] == runs(SWAP)[2]


def test_the_answers_are_part_of_the_condition() -> None:
    (file,) = check(SWAP).files
    assert file.verdict is not None and file.verdict.answer is Answer.NON_HALT
    assert "ask() answers so" in file.verdict.condition
    assert not file.findings
