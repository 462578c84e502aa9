"""The report: what every format writes and what the Python API returns."""

from __future__ import annotations

from haltcheck.basis.answer import Answer
from haltcheck.basis.record import record
from haltcheck.frontend.expression import Gap
from haltcheck.model.certificate import Claim
from haltcheck.proof.region import Partition
from haltcheck.verdict.verdict import Finding, Verdict


@record
class LoopReport:
    """One loop or recursion; ``kind`` is ``while``, ``for``, ``comprehension`` or ``recursion``."""

    kind: str
    line: int
    column: int
    end_line: int
    verdict: Verdict


@record
class FunctionReport:
    """One function with its own loops; the module body is ``<module>``."""

    name: str
    line: int
    end_line: int
    verdict: Verdict
    loops: tuple[LoopReport, ...] = ()


@record
class CertificateReport:
    """What the kernel accepted of one subject, on its own rounds; ``text`` is for people.

    ``partition`` bears out the condition of the claim, where the certificate alone does not.
    ``within`` names the function whose calls alone the claim speaks of; where it is empty, the
    claim holds for all calls.
    """

    function: str
    kind: str
    line: int
    column: int
    technique: str
    text: str
    claim: Claim
    partition: Partition | None = None
    within: str = ""


@record
class Fault:
    """A fault of haltcheck's own: one sentence, and the traceback for ``--debug``."""

    message: str
    traceback: str = ""


@record
class FileReport:
    """One file; where ``error`` says why it could not be analysed, ``verdict`` is None.

    ``stages`` are CPU seconds by stage of the pipeline, in the order of the street. ``cut`` says
    whether the time-out left something undone.
    """

    path: str
    sha256: str
    error: str | None
    verdict: Verdict | None
    functions: tuple[FunctionReport, ...] = ()
    gaps: tuple[Gap, ...] = ()
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    fault: Fault | None = None
    stages: tuple[tuple[str, float], ...] = ()
    certificates: tuple[CertificateReport, ...] = ()
    cut: bool = False


@record
class Summary:
    """The counts of a report; the answers count loops and recursions, as ``loops`` does."""

    files: int
    functions: int
    loops: int
    halt: int
    non_halt: int
    unknown: int
    seconds: float


@record
class Report:
    """All files of one run, in the order in which they were asked for."""

    files: tuple[FileReport, ...]
    seconds: float = 0.0

    @property
    def findings(self) -> tuple[tuple[str, Finding], ...]:
        """Every finding with the path of its file."""
        return tuple((file.path, finding) for file in self.files for finding in file.findings)

    @property
    def summary(self) -> Summary:
        """The counts over all files."""
        functions = [function for file in self.files for function in file.functions]
        answers = [loop.verdict.answer for function in functions for loop in function.loops]
        return Summary(
            files=len(self.files),
            functions=len(functions),
            loops=len(answers),
            halt=answers.count(Answer.HALT),
            non_halt=answers.count(Answer.NON_HALT),
            unknown=answers.count(Answer.UNKNOWN),
            seconds=self.seconds,
        )
