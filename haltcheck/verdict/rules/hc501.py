"""HC501: an intended endless loop."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.verdict.intent import Intent
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class IntendedEndlessness(Rule):
    """A service loop: it was written without an exit and waits, sends or serves in each round."""

    severity: ClassVar[Severity] = Severity.INFORMATION
    summary: ClassVar[str] = "an intended endless loop"
    why: ClassVar[str] = (
        "The loop has no exit and waits, yields, sends or serves in every round: an event loop, "
        "a worker, a prompt. It never ends, and is meant not to."
    )
    fix: ClassVar[str] = "nothing to do; give it an exit if it should ever stop in good order"
    diverges: ClassVar[str] = """\
def work(jobs):
    while True:
        job = jobs.get()
        job.run()
        jobs.task_done()
"""
    halts: ClassVar[str] = """\
def work(jobs):
    for _ in range(60):
        job = jobs.get()
        job.run()
        jobs.task_done()
"""
    optional: ClassVar[bool] = True

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of loops that are endless by design."""
        if not case.verdict.intended or case.intent is not Intent.SERVICE:
            return NotApplicable("it is not a service loop")
        return self.finding(case, "this loop serves for ever, by design")
