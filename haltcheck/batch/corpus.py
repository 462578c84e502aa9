"""A corpus becomes programs: folders, globs and JSONL files, one item for each program."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from haltcheck.basis.error import HaltcheckError
from haltcheck.batch.record import Program, program_of
from haltcheck.walk import Exclusion, find


def places(inputs: Sequence[str], exclusions: tuple[Exclusion, ...]) -> list[str]:
    """The files behind the inputs, in order; an input that is none is the user's mistake."""
    files: dict[str, None] = {}
    for name in inputs:
        found = find(_expanded(name), exclusions)
        if found.problems:
            raise HaltcheckError(found.problems[0])
        files.update(dict.fromkeys(found.files))
    return list(files)


def _expanded(name: str) -> list[str]:
    if os.path.lexists(name) or not glob.has_magic(name):
        return [name]
    matches = sorted(PurePath(match).as_posix() for match in glob.glob(name, recursive=True))
    if not matches:
        raise HaltcheckError(f"{name}: matches nothing")
    return matches


def programs(files: Sequence[str]) -> Iterator[Program]:
    """Every program of the corpus, in the order of its files and lines."""
    for path in files:
        suffix = PurePath(path).suffix
        if suffix == ".jsonl":
            yield from _lines(path)
        elif suffix == ".parquet":
            from haltcheck.batch.parquet import records

            yield from (program_of(row, path, at) for at, row in enumerate(records(path), 1))
        else:
            yield Program(path, path)


def _lines(path: str) -> Iterator[Program]:
    with open(path, "rb") as stream:
        for number, line in enumerate(stream, start=1):
            yield _line(line, path, number)


def _line(line: bytes, path: str, number: int) -> Program:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", "nested too deep")
        return Program(f"{path}:{number}", path, error=f"the line is no JSON: {why}")
    return program_of(row, path, number)
