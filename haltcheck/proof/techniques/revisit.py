"""States that come back in runs of the system."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp
from haltcheck.model.system import System
from haltcheck.proof.comeback import comebacks, cone, settled
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique

_MOST = 6


class Revisit(Technique):
    """A run on plain numbers that comes back to what its guards depend on.

    The variables that guards depend on, directly or through updates, have the same values at two
    visits of a location; the rest may grow. Formula: S is the one state x = v of these variables,
    and the steps between the visits map S to S whatever nobody may choose. Papers: Looper, ASE
    2009; EndWatch, ASE 2023.

    Decides::

        def f(i):
            up = 0
            while 0 <= i <= 10:
                if i == 10:
                    up = 0
                if i == 0:
                    up = 1
                if up == 1:
                    i += 1
                else:
                    i -= 1
    """

    cost: ClassVar[int] = 25

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first revisit that can be shown to repeat for ever."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        names = cone(system)
        tried = 0
        for run in problem.samples.runs:
            for found in comebacks(system, run, names):
                tried += 1
                proved = settled(problem, system, found, run)
                if proved is not None:
                    return Claim(problem.subject, Answer.NON_HALT, proved)
            if tried > _MOST:
                break
        return GaveUp("no run came back to where it was")
