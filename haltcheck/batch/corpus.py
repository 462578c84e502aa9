"""A corpus becomes programs: folders, globs and JSONL files, one item for each program."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from haltcheck.batch.record import Program, program_of
from haltcheck.walk import Exclusion, Found, find


def places(inputs: Sequence[str], exclusions: tuple[Exclusion, ...], out: str) -> Found:
    """The files behind the inputs, in order and without OUT; one sentence for what is none."""
    files: dict[str, None] = {}
    problems: list[str] = []
    for name in inputs:
        found = find(_expanded(name), exclusions)
        files.update(dict.fromkeys(found.files))
        problems += found.problems
    own = os.path.realpath(out)
    kept = (file for file in files if os.path.realpath(file) != own)
    return Found(tuple(kept), tuple(problems))


def _expanded(name: str) -> list[str]:
    """What a pattern matches; one that matches nothing is taken for a name."""
    if os.path.lexists(name) or not glob.has_magic(name):
        return [name]
    matches = sorted(PurePath(match).as_posix() for match in glob.glob(name, recursive=True))
    return matches or [name]


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
