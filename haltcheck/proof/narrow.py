"""The same problem for some of its inputs only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from haltcheck.basis.budget import BudgetSpentError
from haltcheck.model.certificate import Invariants
from haltcheck.model.system import System
from haltcheck.model.term import FALSE, Formula, conjunction
from haltcheck.proof.grid import Trial
from haltcheck.proof.invariant import invariants
from haltcheck.proof.problem import Problem
from haltcheck.proof.sample import Run, Samples, sample
from haltcheck.proof.simplify import atoms_of, canonical

_RUNS = 40
_QUERIES = 150
_SHARE = 4


@dataclass(frozen=True)
class _Narrowed(Problem):
    """Its invariants are also guessed from what is known of the inputs."""

    hints: tuple[Formula, ...] = ()

    @cached_property
    def invariants(self) -> Invariants:
        """Inductive invariants of the system."""
        if not isinstance(self.system, System):
            return ()
        prover = self.prover.afresh(self.prover.effort, self.budget.queries)
        try:
            return invariants(self.system, prover, self.samples, self.hints)
        except BudgetSpentError:
            return ()


def narrowed(
    problem: Problem, system: System, inputs: Formula, runs: Sequence[Trial] = ()
) -> Problem:
    """The problem where runs start from these inputs only, with some runs that do."""
    start = conjunction(system.entry_condition, inputs)
    fewer = replace(system, entry_condition=start)
    told = (FALSE, canonical(inputs), *map(canonical, atoms_of(inputs)))
    hints = tuple(dict.fromkeys(told))
    budget = replace(
        problem.budget,
        queries=min(problem.budget.queries, _QUERIES),
        solver_effort=problem.budget.solver_effort // _SHARE,
    )
    other = _Narrowed(problem.program, problem.subject, problem.trust, budget, hints)
    vars(other)["system"] = fewer
    vars(other)["prover"] = problem.prover.afresh(problem.prover.effort // _SHARE, budget.queries)
    if runs:
        vars(other).update(_drawn=sampled(fewer, runs), _drawing=iter(()))
    return other


def sampled(system: System, runs: Sequence[Trial]) -> Samples:
    """Some of the runs, from all over the inputs, as samples."""
    samples = Samples()
    for run in runs[:: max(1, len(runs) // _RUNS)][: _RUNS + 8]:
        samples.add(system, Run(run.inputs, run.steps))
    return samples if samples.runs else sample(system)
