"""Where a thing stands in its source text."""

from __future__ import annotations

from haltcheck.basis.record import record


@record
class Span:
    """A stretch of source; lines and columns count from 1, columns in code points.

    ``end_column`` is the column just behind the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    def __lt__(self, other: Span) -> bool:
        """Whether it begins earlier, or ends earlier where both begin together."""
        here = (self.line, self.column, self.end_line, self.end_column)
        return here < (other.line, other.column, other.end_line, other.end_column)


NOWHERE = Span(1, 1, 1, 1)
