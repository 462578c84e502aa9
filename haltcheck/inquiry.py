"""Asks about one subject: prove it, run it, and prove again with what the runs suggest."""

from __future__ import annotations

from haltcheck.basis.budget import Budget
from haltcheck.model.program import Program
from haltcheck.model.subject import Subject
from haltcheck.options import Options
from haltcheck.stopwatch import Stopwatch
from haltcheck.verdict.evidence import Evidence, Open, from_proof
from haltcheck.writers.report import Fault


class Inquiry:
    """The two witnesses of one file, proof and simulation, loaded when the first is called."""

    def __init__(self, program: Program, options: Options, watch: Stopwatch) -> None:
        self.program = program
        self.options = options
        self.watch = watch
        self.budget = Budget()
        self.faults: list[Fault] = []

    def evidence(self, subject: Subject) -> Evidence:
        """What is known of the subject in the end."""
        from haltcheck.proof.prove import Accepted, prove

        with self.watch.stage("prove"):
            attempts = prove(self.program, subject, budget=self.budget, candidates=())
        accepted = [one for one in attempts if isinstance(one, Accepted)]
        if accepted:
            return from_proof(accepted[0].technique, accepted[0].proof)
        return Open(tuple(one.reason for one in attempts if not isinstance(one, Accepted)))
