"""Runs what can only run in one way."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, Ended, GaveUp
from haltcheck.model.subject import LoopSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique


class Execution(Technique):
    """The exact run of a function without arguments, on the abstract machine.

    Formula: the run from the only entry state ends after finitely many exact steps, and every
    loop in it with it.

    Decides::

        def f():
            n = 27
            while n != 1:
                n = 3 * n + 1 if n % 2 else n // 2
    """

    cost: ClassVar[int] = 40

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The run's end, where there is only one run."""
        subject = problem.subject
        if not isinstance(subject, LoopSubject):
            return GaveUp("a recursion is entered in many ways")
        certificate = Ended(subject.qualname, problem.budget.steps)
        from haltcheck.model.step.replay import confirms

        if not confirms(problem.program, subject, certificate):
            return GaveUp("it takes arguments, or the run does not end in time")
        return Claim(subject, Answer.HALT, certificate)
