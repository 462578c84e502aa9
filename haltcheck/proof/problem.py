"""What a technique is given: the program, the subject, its transition system and a solver."""

from __future__ import annotations

from dataclasses import dataclass, field

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.certificate import Claim, Invariants
from haltcheck.model.program import Program
from haltcheck.model.subject import Subject
from haltcheck.model.system import System, Unsuited
from haltcheck.proof.encode import Prover
from haltcheck.proof.invariant import invariants
from haltcheck.proof.sample import Samples, sample


@dataclass(frozen=True)
class Problem:
    """One subject under one degree of trust; its system is built once.

    ``candidates`` are claims handed in by others (watchers of runs, world models).
    """

    program: Program
    subject: Subject
    trust: Trust
    budget: Budget
    system: System | Unsuited
    prover: Prover
    candidates: tuple[Claim, ...] = ()
    _invariants: list[Invariants] = field(default_factory=list, repr=False, compare=False)
    _samples: list[Samples] = field(default_factory=list, repr=False, compare=False)

    @property
    def samples(self) -> Samples:
        """Runs of the system on plain numbers, made on first use."""
        if not self._samples:
            assert isinstance(self.system, System)
            self._samples.append(sample(self.system))
        return self._samples[0]

    @property
    def invariants(self) -> Invariants:
        """Inductive invariants of the system, found on first use."""
        if not self._invariants:
            assert isinstance(self.system, System)
            self._invariants.append(invariants(self.system, self.prover, self.samples))
        return self._invariants[0]
