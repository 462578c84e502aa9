"""HC201: recursion without a base case that is reached."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class NoBaseCaseReached(Rule):
    """A recursion that every call of it starts and none ends."""

    severity: ClassVar[Severity] = Severity.ERROR
    summary: ClassVar[str] = "recursion without a base case that is reached"
    why: ClassVar[str] = (
        "Every call calls itself again, directly or through others, and no call ever returns."
    )
    fix: ClassVar[str] = "add a base case that the arguments reach, or call something else"
    diverges: ClassVar[str] = """\
class Account:
    @property
    def balance(self):
        return self.balance
"""
    halts: ClassVar[str] = """\
class Account:
    def __init__(self, balance):
        self._balance = balance

    @property
    def balance(self):
        return self._balance
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of recursions that diverge without a condition or an event."""
        if case.kind != "recursion":
            return NotApplicable("it is a loop")
        if case.verdict.condition or case.event:
            return NotApplicable("it diverges only under a condition or on some data")
        return self.finding(case, "this recursion never reaches a base case")
