"""Why a program is not translated, or a loop not exported."""

from __future__ import annotations


class RefusedError(Exception):
    """There is no translation; ``reason`` says why, ``line`` where in C (0 if nowhere)."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason
