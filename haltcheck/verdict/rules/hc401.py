"""HC401: likely endless by the calibrated judge."""

from typing import ClassVar

from haltcheck.basis.answer import Basis, Severity
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class LikelyEndless(Rule):
    """A subject that the judge holds endless, at or above ``--min-confidence``.

    It rests on a forecast alone, and a forecast becomes an answer only where a fitted judge
    stands behind its probability; until one is fitted the verdict stays unknown and this rule
    never speaks, on its own example neither.
    """

    severity: ClassVar[Severity] = Severity.ERROR
    summary: ClassVar[str] = "likely endless by the calibrated judge"
    why: ClassVar[str] = (
        "No proof was found either way. Imagined runs of this subject came back to where they "
        "were or kept growing, and a judge that was calibrated on other code gives it at least "
        "the confidence that was asked for. This version has no fitted judge, so it is not "
        "reported yet."
    )
    fix: ClassVar[str] = "make the progress of each round visible, or bound the number of rounds"
    diverges: ClassVar[str] = """\
def settle(board, solver):
    while not board.settled():
        solver.hint(board)
"""
    halts: ClassVar[str] = """\
def settle(board, solver):
    for _ in range(1000):
        if board.settled():
            break
        solver.hint(board)
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Speaks of subjects that a forecast calls endless."""
        if case.verdict.basis is not Basis.FORECAST:
            return NotApplicable("no forecast of a fitted judge says so")
        return self.finding(case, "this is likely endless")
