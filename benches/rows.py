"""Keeps what was said of each program as it comes, so that a run that was stopped can go on."""

import hashlib
import json
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TextIO

import msgspec

import haltcheck
from benches.street import Item, Sight, look_at_all
from haltcheck.options import Options


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: what was said of an item, below the key of what was asked."""

    key: str
    id: str
    sight: Sight


def look_at_rest(
    items: Sequence[Item], options: Options, workers: int, path: Path
) -> Iterator[Sight]:
    """What ``look_at_all`` says of each item, in their order; rows of ``path`` are not asked again.

    A new row is on disk before the next one is waited for. Rows of other programs, options or
    versions stay where they are and are not heard. One with a fault is asked again, for it may
    have been the machine's.
    """
    keys = [key(item, options) for item in items]
    known = read(path)
    rest = [item for item, one in zip(items, keys, strict=True) if one not in known]
    if len(rest) < len(items):
        told = f"{len(items) - len(rest)} of {len(items)} programs stand in {path} already"
        print(told, file=sys.stderr)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = look_at_all(rest, options, workers)
    with path.open("a", encoding="utf-8") as stream:
        if rest and stream.tell():
            # A line that a kill left half written ends here; an empty one is passed over.
            _write(stream, "")
        for item, one in zip(items, keys, strict=True):
            if one in known:
                yield known[one]
            else:
                sight = next(fresh)
                _write(stream, json.dumps(msgspec.to_builtins(Row(one, item.path, sight))))
                yield sight


def read(path: Path) -> dict[str, Sight]:
    """The whole rows of a file by their keys, without faults; none where there is no file."""
    rows: dict[str, Sight] = {}
    if path.exists():
        with path.open("rb") as stream:
            for line in stream:
                row = _row(line)
                if row and not row.sight.fault:
                    rows[row.key] = row.sight
    return rows


def _row(line: bytes) -> Row | None:
    try:
        return msgspec.convert(json.loads(line), Row)
    except (ValueError, msgspec.ValidationError):
        return None


def key(item: Item, options: Options) -> str:
    """What an answer depends on: the program, its name, the options, haltcheck and Python.

    The item has to bring its text.
    """
    settled = replace(options, jobs=1)
    asked = (item.path, item.code, item.entry, settled, _version(), platform.python_version())
    return hashlib.sha256(repr(asked).encode("utf-8", "backslashreplace")).hexdigest()


@cache
def _version() -> str:
    """A digest of all that the package holds: a commit says nothing of what was changed since."""
    folder = Path(haltcheck.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _write(stream: TextIO, line: str) -> None:
    stream.write(line + "\n")
    stream.flush()


def counted(sights: Iterator[Sight], total: int) -> Iterator[Sight]:
    """The same sights; a terminal is told on standard error how many there were."""
    shown = sys.stderr.isatty()
    for number, sight in enumerate(sights, 1):
        if shown:
            end = "\n" if number == total else ""
            print(f"\r{number} of {total} programs", end=end, file=sys.stderr, flush=True)
        yield sight
