"""What every output format does: it writes a whole report to a text stream."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, TextIO

from haltcheck.basis.record import record
from haltcheck.writers.report import Report


@record
class Look:
    """How a report is shown to people; formats for machines pay no heed to it."""

    colour: bool = False
    width: int = 100


class Writer(ABC):
    """One format; ``suffix`` is what its files end in."""

    suffix: ClassVar[str]

    def __init__(self, look: Look) -> None:
        self.look = look

    @abstractmethod
    def write(self, report: Report, stream: TextIO) -> None:
        """Writes the whole report."""
