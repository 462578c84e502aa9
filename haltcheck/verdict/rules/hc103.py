"""HC103: a loop that diverges under a condition on its inputs."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.model.certificate import EndlessIteration, Stuck, Unvisited
from haltcheck.verdict.cause import cause
from haltcheck.verdict.needed import needed
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding

_REMEMBER = "keep a set of what was visited, or count the steps"


class ConditionalDivergence(Rule):
    """A loop that some arguments keep going for ever."""

    severity: ClassVar[Severity] = Severity.WARNING
    summary: ClassVar[str] = "a loop that diverges under a condition on its inputs"
    why: ClassVar[str] = (
        "For the inputs that meet the condition this loop never ends, and the code neither "
        "excludes them nor handles them."
    )
    fix: ClassVar[str] = "reject such inputs before the loop, or make its test cover them"
    diverges: ClassVar[str] = """\
def countdown(n: int) -> int:
    rounds = 0
    while n != 0:
        n -= 1
        rounds += 1
    return rounds
"""
    halts: ClassVar[str] = """\
def countdown(n: int) -> int:
    rounds = 0
    while n > 0:
        n -= 1
        rounds += 1
    return rounds
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of loops whose divergence needs a condition, free callables apart."""
        where = needed(case)
        if case.kind == "recursion" or not where:
            return NotApplicable("no condition on the inputs is needed")
        if case.verdict.intended:
            return NotApplicable("it is endless by design")
        if isinstance(case.certificate, EndlessIteration):
            return NotApplicable("it iterates over what never ends")
        if case.callables_only:
            return NotApplicable("only the answers of a callable argument keep it going")
        found = cause(case) if isinstance(case.certificate, Stuck) else None
        remedy = _REMEMBER if isinstance(case.certificate, Unvisited) else ""
        remedy = remedy or (found.remedy if found else "")
        return self.finding(case, f"this loop never ends where {where}", remedy=remedy)
