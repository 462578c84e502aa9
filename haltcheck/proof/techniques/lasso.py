"""Cycles among the states that small inputs and answers lead to."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp
from haltcheck.model.system import System
from haltcheck.proof.comeback import comebacks, cone, settled
from haltcheck.proof.lasso import lassos
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique

_MOST = 4
_WIDEST = 8


class Lasso(Technique):
    """Answers of the outside world, found by search, that lead back to a state.

    The graph of the states that small inputs lead to is searched depth first, with every small
    answer as a choice. Formula: S is one state of what guards depend on, and the steps between
    its two visits map S to S with those answers. Papers: Courcoubetis et al., FMSD 1992, for the
    search; Looper, ASE 2009, for the states.

    Decides::

        from collections.abc import Callable

        def f(a: int, b: int, ask: Callable[[], int]):
            while a > 0 and b > 0:
                if ask() > 5:
                    a -= 1
                    b = ask()
                else:
                    b -= 1
                    a = ask()
    """

    cost: ClassVar[int] = 34

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first cycle that the kernel would accept."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if problem.budget.crowded or len(system.variables) > _WIDEST:
            return GaveUp("too many states to look through")
        names = cone(system)
        for tried, run in enumerate(lassos(system, names)):
            for found in comebacks(system, run, names):
                proved = settled(problem, system, found, run)
                if proved is not None:
                    return Claim(problem.subject, Answer.NON_HALT, proved)
            if tried >= _MOST:
                break
        return GaveUp("no small state leads back to itself")
