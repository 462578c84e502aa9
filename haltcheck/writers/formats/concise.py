"""The ``concise`` format: one line per finding, as editors and people who grep like it."""

from typing import ClassVar, TextIO

from haltcheck.writers.report import Report
from haltcheck.writers.wording import encodable, printable
from haltcheck.writers.writer import Writer


class Concise(Writer):
    """``path:line:column: CODE message``."""

    suffix: ClassVar[str] = ".txt"

    def write(self, report: Report, stream: TextIO) -> None:
        """Writes one line per finding and nothing where there is none."""
        for path, finding in report.findings:
            place = f"{path}:{finding.span.line}:{finding.span.column}"
            line = f"{place}: {finding.code} {finding.message}"
            stream.write(printable(encodable(line)) + "\n")
