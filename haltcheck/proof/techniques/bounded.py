"""Subjects that make only a few rounds."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Bounded, Claim, GaveUp
from haltcheck.model.system import System
from haltcheck.proof.kernel_halting import run_of
from haltcheck.proof.path import inner
from haltcheck.proof.problem import Problem
from haltcheck.proof.sample import Step
from haltcheck.proof.technique import Technique

_MOST = 8
_MOST_ALONE = 24
_QUERIES = 60


class FewRounds(Technique):
    """No run makes more than eight transitions inside the subject, or 24 of its only one.

    Formula: every sequence of k transitions has an unsatisfiable composed guard (unwinding with
    an unwinding assertion, Biere et al., TACAS 1999).

    Decides::

        def f(x):
            while x >= 0:
                x = -2 * x + 10
    """

    cost: ClassVar[int] = 50

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The least number of rounds that no run reaches."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if problem.sprawling:
            return GaveUp(problem.sprawling)
        most = _MOST_ALONE if len(inner(system)) == 1 else _MOST
        if any(_rounds(system, run.steps) >= most for run in problem.samples.runs):
            return GaveUp("a run makes more rounds than that")
        if problem.hopeless:
            return GaveUp(problem.hopeless)
        prover = problem.prover.afresh(problem.prover.effort, _QUERIES)
        certificate = Bounded(most, problem.invariants)
        if run_of(system, prover, certificate):
            return GaveUp("longer runs are open")
        return Claim(problem.subject, Answer.HALT, certificate)


def _rounds(system: System, steps: tuple[Step, ...]) -> int:
    """The most transitions inside that the run makes without leaving."""
    most = count = 0
    for step in steps:
        transition = system.transitions[step.transition]
        inside = {transition.source, transition.target} <= system.inside
        count = count + 1 if inside else 0
        most = max(most, count)
    return most
