"""Where a thing stands in its source text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of source; lines and columns count from 1, columns in code points.

    ``end_column`` is the column just behind the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Span(1, 1, 1, 1)
