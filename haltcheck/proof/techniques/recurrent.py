"""Recurrent sets from the guards of short cycles."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Recurrent
from haltcheck.model.system import System
from haltcheck.model.term import Term
from haltcheck.proof.cycle import cycles, world_picks
from haltcheck.proof.entry import find
from haltcheck.proof.path import Path, bounds, compose
from haltcheck.proof.problem import Problem
from haltcheck.proof.recurrence import recurrent_sets
from haltcheck.proof.technique import Technique


class RecurrentGuard(Technique):
    """States from which a cycle of at most three transitions leads back into them.

    The literals of the cycle's guard are strengthened until they are inductive. Formula: for all
    x in S some choice of the world has guard(x) and update(x) in S, and S is reached.
    Papers: Gupta et al., POPL 2008; Frohn and Giesl, CADE 2023.

    Decides::

        def f(x, c):
            while x >= 0:
                x = x + c
    """

    cost: ClassVar[int] = 30

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first recurrent set with a known entry."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        for path in cycles(system):
            for picks in world_picks(problem.prover, system, path):
                found = self._try(problem, system, path, picks)
                if found is not None:
                    return Claim(problem.subject, Answer.NON_HALT, found)
        return GaveUp("no short cycle leads back into its own guard")

    def _try(
        self, problem: Problem, system: System, path: Path, picks: tuple[dict[str, Term], ...]
    ) -> Recurrent | None:
        fixed = compose(system, path.steps, picks)
        if not isinstance(fixed, Path):
            return None
        for states in recurrent_sets(problem.prover, fixed, bounds(system)):
            entry = find(problem, system, fixed.source, states)
            if not isinstance(entry, GaveUp):
                spelled = tuple(tuple(chosen.items()) for chosen in picks)
                return Recurrent(fixed.source, states, fixed.steps, entry, spelled)
        return None
