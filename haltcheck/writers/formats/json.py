"""The ``json`` format: the whole report as one object of schema version 1."""

from typing import ClassVar, TextIO

import msgspec

from haltcheck.writers.report import Report
from haltcheck.writers.schema import report_data
from haltcheck.writers.writer import Writer


class Json(Writer):
    """One indented JSON object."""

    suffix: ClassVar[str] = ".json"

    def write(self, report: Report, stream: TextIO) -> None:
        """Writes the object and ends the line."""
        data = msgspec.json.encode(report_data(report))
        stream.write(msgspec.json.format(data, indent=2).decode("utf-8") + "\n")
