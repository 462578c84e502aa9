"""Ranking functions guessed from guards."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Measure, Ranking
from haltcheck.model.system import System
from haltcheck.model.term import Formula
from haltcheck.proof.lexicographic import Search
from haltcheck.proof.measure import candidates
from haltcheck.proof.problem import STILL, Problem
from haltcheck.proof.rule import rules_of
from haltcheck.proof.technique import Technique


class GuardRanking(Technique):
    """Terms that guards suggest, combined lexicographically.

    For every comparison ``a < b`` the gap ``b - a`` may fall to 0; so may single variables, their
    sums and differences. Formula: for each transition some component f has f(x') <= f(x) - 1 and
    f(x) >= 0, and no earlier component rises. Invariants come from Houdini where they are needed.
    Papers: Bradley, Manna and Sipma, CAV 2005; Fedyukovich et al., CAV 2018.

    Decides::

        def f(n):
            i = 0
            while i < n:
                i += 1
    """

    cost: ClassVar[int] = 20

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """A ranking function, without invariants first."""
        if not isinstance(problem.system, System):
            return GaveUp(problem.system.reason)
        if problem.unrankable:
            return GaveUp(problem.unrankable)
        search = Search(problem.prover, candidates, lambda rules: ())
        found: tuple[Measure, ...] | GaveUp = GaveUp(STILL)
        held: tuple[tuple[int, Formula], ...] = ()
        if not problem.still:
            found = search.rank(rules_of(problem, problem.system, held))
        if isinstance(found, GaveUp):
            if why := problem.sprawling or problem.hopeless:
                return GaveUp(why)
            held = problem.invariants
            found = search.rank(rules_of(problem, problem.system, held))
        if isinstance(found, GaveUp):
            return found
        return Claim(problem.subject, Answer.HALT, Ranking(found, held))
