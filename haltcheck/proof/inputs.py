"""Answers simulation's questions about path conditions with Z3."""

from __future__ import annotations

from haltcheck.basis.budget import Budget, BudgetSpentError
from haltcheck.model.oracle import Oracle
from haltcheck.model.program import Program
from haltcheck.model.term import Formula
from haltcheck.proof.encode import Found, Prover, engine_of


class SolverOracle(Oracle):
    """An oracle with a counted budget of its own; it knows nothing once that is spent."""

    def __init__(self, program: Program, budget: Budget | None = None) -> None:
        given = budget or Budget()
        self._prover = Prover(given.solver_effort, given.queries, engine_of(program))

    def model(self, formula: Formula) -> dict[str, int] | None:
        """Values that make the formula true, checked in plain Python; None where none are known."""
        try:
            reply = self._prover.ask(formula)
        except BudgetSpentError:
            return None
        return dict(reply.values) if isinstance(reply, Found) else None
