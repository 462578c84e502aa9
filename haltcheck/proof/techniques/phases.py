"""Ranking functions in phases, with linear measures learnt from counterexamples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Ranking
from haltcheck.model.system import System
from haltcheck.model.term import Term
from haltcheck.proof.encode import Prover
from haltcheck.proof.lexicographic import Search
from haltcheck.proof.linear import measures
from haltcheck.proof.measure import candidates
from haltcheck.proof.phase import predicates
from haltcheck.proof.problem import Problem
from haltcheck.proof.rule import Rule, rules_of
from haltcheck.proof.technique import Technique


class PhaseRanking(Technique):
    """States split into phases that never come back, each with its own ranking.

    Where nothing falls everywhere, a predicate P with not P inductive splits the states: first
    P's rank falls, then P turns false for good, then the rest falls. Formula: the components are
    [P], [P] * f for the ranks f while P holds, then the ranks after it. Papers: Leike and
    Heizmann, TACAS 2014 (multiphase); Podelski and Rybalchenko, VMCAI 2004 (linear measures).

    Decides::

        def f(x, y):
            while x > 0:
                x += y
                y -= 1
    """

    cost: ClassVar[int] = 60

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """A ranking function with invariants, phases and learnt measures."""
        if not isinstance(problem.system, System):
            return GaveUp(problem.system.reason)
        if problem.sprawling or problem.hopeless:
            return GaveUp(problem.sprawling or problem.hopeless)
        prover = problem.prover
        rules = rules_of(problem, problem.system, problem.invariants)
        learning = partial(_learning, prover)
        gave_up = GaveUp("no phase was tried")
        for search in (
            Search(prover, learning, predicates),
            Search(prover, candidates, predicates, 1, learning),
            Search(prover, candidates, predicates, 2),
        ):
            found = search.rank(rules)
            if not isinstance(found, GaveUp):
                certificate = Ranking(found, problem.invariants)
                return Claim(problem.subject, Answer.HALT, certificate)
            gave_up = found
        return gave_up


def _learning(prover: Prover, rules: Sequence[Rule]) -> Iterator[Term]:
    yield from candidates(rules)
    yield from measures(prover, rules)
