"""HC202: recursion that diverges on cyclic data or under a condition on its inputs."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.model.certificate import HandedBack, Uninitialised
from haltcheck.verdict.cause import cause
from haltcheck.verdict.needed import needed
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class ConditionalRecursion(Rule):
    """A recursion that some arguments or some data keep going for ever."""

    severity: ClassVar[Severity] = Severity.WARNING
    summary: ClassVar[str] = (
        "recursion that diverges on cyclic or self-referring data, or under a condition on its "
        "inputs"
    )
    why: ClassVar[str] = (
        "For some inputs no call reaches the base case: a number that steps over it, data whose "
        "links lead back to where they started, a container or an object that holds itself, a "
        "text, whose characters are texts again, objects whose __repr__ tell of each other, "
        "or a comparison, a property or a method that hands the question back to who asks it."
    )
    fix: ClassVar[str] = (
        "reject such inputs first; for linked data keep a set of what was visited, or a depth"
    )
    diverges: ClassVar[str] = """\
def factorial(n: int) -> int:
    if n == 0:
        return 1
    return n * factorial(n - 1)
"""
    halts: ClassVar[str] = """\
def factorial(n: int) -> int:
    if n <= 0:
        return 1
    return n * factorial(n - 1)
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of recursions that need a condition (warning) or outside data (error)."""
        if case.kind != "recursion":
            return NotApplicable("it is a loop")
        if isinstance(case.certificate, Uninitialised):
            return NotApplicable("it diverges on objects that are not initialised")
        if case.event and not needed(case):
            found = cause(case)
            message = found.sentence if found else f"this recursion never ends after {case.event}"
            return self.finding(case, message, Severity.ERROR)
        if isinstance(case.certificate, HandedBack) and case.certificate.contrived:
            return NotApplicable("data of one shape do not come to hold themselves")
        where = needed(case)
        if not where:
            return NotApplicable("it diverges without a condition")
        if case.callables_only:
            return NotApplicable("only the answers of a callable argument keep it going")
        return self.finding(case, f"this recursion never ends where {where}")
