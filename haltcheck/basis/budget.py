"""Deterministic budgets: the same input gets the same work on every machine."""

from haltcheck.basis.record import record

LARGEST = 300
"""Functions of more blocks are not abstracted: nobody writes them, and generators of code do."""

_CROWDED = 100


@record
class Budget:
    """How much work one subject may cost, in counted units and never in seconds.

    ``solver_effort`` is Z3's resource limit per query, ``queries`` the number of queries per
    subject, ``paths`` the number of paths through one loop body, ``rollouts`` and ``rounds`` the
    simulated runs and their length in loop rounds, ``steps`` the machine steps of one run.
    """

    solver_effort: int = 400_000
    queries: int = 400
    paths: int = 160
    rollouts: int = 32
    rounds: int = 64
    steps: int = 20_000

    @property
    def crowded(self) -> bool:
        """So many subjects share the file's budget that dear searches must promise something."""
        return self.queries < _CROWDED


class BudgetSpentError(Exception):
    """A counted budget ran out; caught where the budget was handed out."""
