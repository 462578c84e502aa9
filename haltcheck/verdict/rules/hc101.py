"""HC101: a loop that nothing can leave."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.verdict.intent import Intent
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class NothingLeaves(Rule):
    """A ``while`` loop that diverges for every run that reaches it."""

    severity: ClassVar[Severity] = Severity.ERROR
    summary: ClassVar[str] = "a loop that nothing can leave"
    why: ClassVar[str] = (
        "Every run that reaches this loop stays in it for ever: no test, break, return or "
        "exception ever takes control out of it, and it neither waits nor serves anybody."
    )
    fix: ClassVar[str] = (
        "change something in each round that the loop's test reads, or leave it with break"
    )
    diverges: ClassVar[str] = """\
def countdown():
    n = 10
    while n > 0:
        print_me = n
    return n
"""
    halts: ClassVar[str] = """\
def countdown():
    n = 10
    while n > 0:
        n -= 1
    return n
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of loops that diverge without a condition, an event or a purpose."""
        if case.kind != "while" or case.verdict.condition or case.event:
            return NotApplicable("it diverges only under a condition or after an event")
        if case.intent is not Intent.NONE:
            return NotApplicable("it serves the outside world")
        if case.public_exit:
            return NotApplicable(f"code elsewhere may write {case.public_exit}")
        return self.finding(case, "nothing can leave this loop")
