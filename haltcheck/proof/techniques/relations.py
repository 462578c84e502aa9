"""Ranking functions that need relations between variables."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Ranking
from haltcheck.model.system import System
from haltcheck.proof.lexicographic import Search
from haltcheck.proof.measure import candidates
from haltcheck.proof.phase import predicates
from haltcheck.proof.problem import Problem
from haltcheck.proof.rule import rules_of
from haltcheck.proof.standstill import may_stand_still
from haltcheck.proof.technique import Technique


class Relations(Technique):
    """Supporting invariants from dearer seeds, then the usual search for a ranking function.

    Seeds are polynomial equalities of degree 2 and 3 that all sampled states satisfy, octagons
    (x - y <= c, x + y <= c), and bounds that hold where a guard does (g implies x >= c); Houdini
    keeps what is inductive. Papers: Mueller-Olm and Seidl, IPL 2004; Mine, HOSC 2006;
    Flanagan and Leino, FME 2001.

    Decides::

        def f(a, b, n):
            x = a * b
            while n > 0:
                n = n - 1 - x + a * b
    """

    cost: ClassVar[int] = 62

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """A ranking function under the strongest relations that are found."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if problem.unrelated:
            return GaveUp(problem.unrelated)
        held = problem.relations
        prover = problem.prover.afresh(problem.prover.effort, 3 * problem.budget.queries // 4)
        if may_stand_still(system, prover, held):
            return GaveUp("a round may change nothing that is known")
        rules = rules_of(problem, system, held)
        found = Search(prover, candidates, lambda rules: ()).rank(rules)
        if isinstance(found, GaveUp):
            found = Search(prover, candidates, predicates, 1).rank(rules)
        if isinstance(found, GaveUp):
            return found
        return Claim(problem.subject, Answer.HALT, Ranking(found, held))
