"""HC900: could not be analysed."""

from typing import ClassVar

from haltcheck.basis.answer import Severity
from haltcheck.verdict.rule import Case, NotApplicable, Rule
from haltcheck.verdict.verdict import Finding


class Unanalysable(Rule):
    """A file that cannot be read as Python."""

    severity: ClassVar[Severity] = Severity.ERROR
    summary: ClassVar[str] = "could not be analysed: syntax error, undecodable bytes, too deep"
    why: ClassVar[str] = (
        "The text is not Python, its bytes do not decode, or it nests deeper than can be read. "
        "Nothing is known about it, so silence would be misleading."
    )
    fix: ClassVar[str] = "mend the syntax or the encoding, or exclude the file"
    diverges: ClassVar[str] = """\
def broken(:
    pass
"""
    halts: ClassVar[str] = """\
def mended():
    pass
"""

    def applies(self, case: Case) -> Finding | NotApplicable:
        """Never speaks of a subject: the pipeline reports whole files by it."""
        return NotApplicable("the file was analysed")
