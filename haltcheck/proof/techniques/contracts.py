"""Ranking functions of recursions that call themselves on what they gave back."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from haltcheck.model.certificate import Claim, GaveUp, Ranking
from haltcheck.model.system import System
from haltcheck.proof.contract import strengthened
from haltcheck.proof.problem import Problem
from haltcheck.proof.proposal import contracts_of
from haltcheck.proof.technique import Technique
from haltcheck.proof.techniques.ranking import GuardRanking


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
        claim = GuardRanking().attempt(stronger)
        if isinstance(claim, Claim) and isinstance(claim.certificate, Ranking):
            return replace(claim, certificate=replace(claim.certificate, contracts=found))
        return claim
