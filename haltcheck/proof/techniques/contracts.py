"""Ranking functions of recursions that call themselves on what they gave back."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import BudgetSpentError
from haltcheck.model.certificate import Claim, GaveUp, Ranking
from haltcheck.model.system import System
from haltcheck.proof.contract import strengthened
from haltcheck.proof.problem import Problem
from haltcheck.proof.proposal import contracts_of
from haltcheck.proof.technique import Technique
from haltcheck.proof.techniques.ranking import GuardRanking
from haltcheck.proof.techniques.strides import Strides
from haltcheck.proof.techniques.templates import Templates

_RANKING: tuple[type[Technique], ...] = (GuardRanking, Templates, Strides)


class Contracts(Technique):
    """Relations between parameters and results first, then a ranking function.

    Formula: R(x, y) holds of every value y that f(x) gives back, by induction over the calls, and
    for every call f(x') after calls with R some component of the measure falls. Paper: Manna
    and McCarthy, Machine Intelligence 5, 1970, for the 91 function.

    Decides::

        def f(n: int) -> int:
            if n > 100:
                return n - 10
            return f(f(n + 11))
    """

    cost: ClassVar[int] = 22

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """A ranking function under the strongest contracts that are found."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if not system.complete or not system.results:
            return GaveUp("no call depends on what another gave back")
        found = contracts_of(system, problem.prover)
        if not found:
            return GaveUp("no contract is inductive")
        stronger = problem.of(strengthened(system, found))
        for technique in _RANKING:
            ranking = _ranking(technique(), stronger)
            if ranking is not None:
                return Claim(problem.subject, Answer.HALT, replace(ranking, contracts=found))
        return GaveUp("no measure falls, whatever the calls give back")


def _ranking(technique: Technique, problem: Problem) -> Ranking | None:
    """What one way to rank finds with a share of the budget."""
    problem.share()
    try:
        claim = technique.attempt(problem)
    except BudgetSpentError:
        return None
    certificate = claim.certificate if isinstance(claim, Claim) else None
    return certificate if isinstance(certificate, Ranking) else None
