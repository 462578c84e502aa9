"""How far a score has come: rows that are safe on disk, and the order that they belong to."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from haltcheck.basis.error import HaltcheckError
from haltcheck.basis.record import record
from haltcheck.batch.row import Row
from haltcheck.writers.wording import encodable

# A stop in mid-run loses at most this much work; writing the state more often costs more.
_SECONDS_BETWEEN = 1.0


@record
class Progress:
    """So many programs are done, and their rows fill so many bytes."""

    programs: int = 0
    size: int = 0


class Ledger:
    """Appends rows to a file and keeps, in a file beside it, what of them counts.

    Rows beyond what the state vouches for are cut off when the work goes on, so a line that a
    kill left half written never stays.
    """

    def __init__(self, rows: str, state: str, fingerprint: str) -> None:
        self._rows = rows
        self._state = state
        self._fingerprint = fingerprint
        self.progress = Progress()
        self._saved = 0.0

    @contextmanager
    def opened(self, overwrite: bool, single: bool) -> Iterator[None]:
        """Goes on where the last run stopped; refuses rows of another order unless ``overwrite``.

        ``single`` says that each program has exactly one row.
        """
        if not overwrite:
            self.progress = self._resume(single)
        with open(self._rows, "ab") as self._stream:
            self._stream.truncate(self.progress.size)
            self._save()
            try:
                yield
            finally:
                self._save()

    def _resume(self, single: bool) -> Progress:
        size = os.path.getsize(self._rows) if os.path.exists(self._rows) else 0
        if size == 0:
            return Progress()
        fingerprint, recorded = _read(self._state)
        if fingerprint != self._fingerprint:
            raise HaltcheckError(
                f"{self._rows} holds rows of other inputs or options; "
                "--overwrite replaces it, another -o keeps it"
            )
        if size >= recorded.size:
            return recorded
        return _whole_lines(self._rows) if single else Progress()

    def append(self, rows: Sequence[Row]) -> None:
        """Writes the rows of the next program."""
        text = "".join(json.dumps(row.data(), ensure_ascii=False) + "\n" for row in rows)
        data = encodable(text).encode("utf-8")
        self._stream.write(data)
        self.progress = Progress(self.progress.programs + 1, self.progress.size + len(data))
        if time.monotonic() - self._saved > _SECONDS_BETWEEN:
            self._save()

    def _save(self) -> None:
        self._stream.flush()
        state = {
            "fingerprint": self._fingerprint,
            "programs": self.progress.programs,
            "size": self.progress.size,
        }
        draft = f"{self._state}.part"
        with open(draft, "w", encoding="utf-8") as stream:
            json.dump(state, stream)
        os.replace(draft, self._state)
        self._saved = time.monotonic()


def _read(path: str) -> tuple[str, Progress]:
    """Which order the rows belong to and what of them counts; an empty name where none says."""
    try:
        with open(path, encoding="utf-8") as stream:
            state = json.load(stream)
        return str(state["fingerprint"]), Progress(int(state["programs"]), int(state["size"]))
    except (OSError, ValueError, TypeError, KeyError):
        return "", Progress()


def _whole_lines(path: str) -> Progress:
    """What is left of rows that somebody cut short: the lines that are still whole."""
    lines = size = 0
    with open(path, "rb") as stream:
        for line in stream:
            if line.endswith(b"\n"):
                lines, size = lines + 1, size + len(line)
    return Progress(lines, size)
