"""The one line that sums a run up."""

from haltcheck.basis.answer import Severity
from haltcheck.writers.report import Report
from haltcheck.writers.wording import plural


def tally(report: Report) -> str:
    """What was found in how much, and how many loops got which answer."""
    severities = [finding.severity for _, finding in report.findings]
    counts = [
        (severities.count(Severity.ERROR), "error"),
        (severities.count(Severity.WARNING), "warning"),
        (severities.count(Severity.INFORMATION), "remark"),
    ]
    found = [plural(count, noun) for count, noun in counts if count]
    files = plural(len(report.files), "file")
    if not report.files:
        return "No Python files to check."
    if not found:
        return f"No endless loops found in {files} ({_answers(report)})."
    return f"Found {_listed(found)} in {files} ({_answers(report)})."


def _answers(report: Report) -> str:
    summary = report.summary
    answers = [
        (summary.halt, "halt"),
        (summary.non_halt, "need not halt"),
        (summary.unknown, "unknown"),
    ]
    shown = ", ".join(f"{count} {words}" for count, words in answers if count)
    loops = plural(summary.loops, "loop")
    return f"{loops}: {shown}" if shown else loops


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
