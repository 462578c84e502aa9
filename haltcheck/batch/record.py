"""One record of a corpus: the program in it, or what is wrong with it."""

from __future__ import annotations

from haltcheck.basis.record import record

_TEXT_KEYS = ("code", "source", "content")


@record
class Program:
    """One program to score: a file to open, or a text that was read; ``error`` where neither."""

    identity: str
    path: str
    text: str | None = None
    error: str = ""


def program_of(row: object, path: str, number: int) -> Program:
    """The program in one record of a corpus file; a record without one says so."""
    place = f"{path}:{number}"
    if not isinstance(row, dict):
        return Program(place, path, error="the line is no JSON object")
    identity = str(row.get("id", place))
    for key in _TEXT_KEYS:
        if isinstance(row.get(key), str):
            return Program(identity, path, row[key])
    return Program(identity, path, error=f"the line has no text under {', '.join(_TEXT_KEYS)}")
