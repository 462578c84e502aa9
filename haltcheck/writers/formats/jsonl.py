"""The ``jsonl`` format: one file of the report per line, each line complete in itself."""

from typing import ClassVar, TextIO

import msgspec

from haltcheck.writers.report import Report
from haltcheck.writers.schema import file_data, header, sound
from haltcheck.writers.writer import Writer


class JsonLines(Writer):
    """One JSON object per file: the header's keys, then those of the file."""

    suffix: ClassVar[str] = ".jsonl"

    def write(self, report: Report, stream: TextIO) -> None:
        """Writes one line per file."""
        for file in report.files:
            data = msgspec.json.encode(sound({**header(), **file_data(file)}))
            stream.write(data.decode("utf-8") + "\n")
