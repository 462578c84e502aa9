"""HC902: a suppression that suppresses nothing."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class IdleSuppression(Rule):
    """A comment that silences no finding."""

    severity: ClassVar[Severity] = Severity.WARNING
    summary: ClassVar[str] = "a suppression that suppresses nothing"
    why: ClassVar[str] = (
        "The comment silences a finding that is not there, and would hide the next one that is."
    )
    fix: ClassVar[str] = "remove the comment"
    diverges: ClassVar[str] = """\
def total(items: list[int]) -> int:
    result = 0
    for item in items:  # haltcheck: ignore[HC301]
        result += item
    return result
"""
    halts: ClassVar[str] = """\
def total(items: list[int]) -> int:
    result = 0
    for item in items:
        result += item
    return result
"""
    optional: ClassVar[bool] = True

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Never speaks of a subject: the pipeline reports idle comments by it."""
        return NotApplicable("it is no suppression")
