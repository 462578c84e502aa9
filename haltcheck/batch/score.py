"""Scoring a corpus: one row per program, in order, resumed where a run was stopped."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import assert_never

from haltcheck import __version__
from haltcheck.basis.error import HaltcheckError
from haltcheck.basis.record import record
from haltcheck.batch.corpus import places, programs
from haltcheck.batch.engine import Crashed, Done, Outcome, Overdue
from haltcheck.batch.ledger import Ledger
from haltcheck.batch.record import Program
from haltcheck.batch.row import Row, failed, rows_of
from haltcheck.exit import ExitCode, loudest
from haltcheck.options import Options
from haltcheck.output import say
from haltcheck.session import Job, Unread, check_job, engine, processors
from haltcheck.walk import Exclusion


@record
class Order:
    """What a scoring run was asked for."""

    inputs: tuple[str, ...]
    out: str
    options: Options
    per: str = "program"
    engine: str = "local"
    processes: int | None = None
    overwrite: bool = False
    exclusions: tuple[Exclusion, ...] = ()


def score(order: Order) -> ExitCode:
    """Scores every program that OUT has no rows of yet."""
    parquet = _is_parquet(order.out)
    found = places(order.inputs, order.exclusions, order.out)
    for sentence in found.problems:
        say(sentence)
    files = found.files
    if found.problems and not files:
        return ExitCode.MISTAKE
    rows = f"{order.out}.rows.jsonl" if parquet else order.out
    fingerprint = _fingerprint(order, files)
    ledger = Ledger(rows, f"{order.out}.haltcheck.json", fingerprint)
    try:
        with ledger.opened(order.overwrite, order.per == "program"):
            code = _fill(ledger, order, files)
        if parquet and code is ExitCode.CLEAN:
            _convert(rows, order.out)
    except OSError as error:
        raise HaltcheckError(f"{error.filename or order.out}: {error.strerror}") from error
    return loudest(code, ExitCode.MISTAKE if found.problems else ExitCode.CLEAN)


def _is_parquet(out: str) -> bool:
    if out.endswith(".parquet"):
        from haltcheck.batch.parquet import library

        library()
        return True
    if not out.endswith(".jsonl"):
        raise HaltcheckError(f"{out}: OUT must end in .jsonl or .parquet")
    return False


def _convert(rows: str, out: str) -> None:
    from haltcheck.batch.parquet import convert

    convert(rows, f"{out}.part")
    os.replace(f"{out}.part", out)


def _fill(ledger: Ledger, order: Order, files: Sequence[str]) -> ExitCode:
    """Appends the rows that are missing; Ctrl-C keeps what is there."""
    before = ledger.progress.programs
    open_programs = islice(programs(files), before, None)
    try:
        for rows in _scored(open_programs, order):
            ledger.append(rows)
    except KeyboardInterrupt:
        say(f"interrupted after {ledger.progress.programs} programs; run again to go on")
        return ExitCode.INTERRUPTED
    done = ledger.progress.programs
    say(f"scored {done - before} programs, {done} in {order.out}")
    return ExitCode.CLEAN


def _scored(open_programs: Iterable[Program], order: Order) -> Iterator[list[Row]]:
    """The rows of each program, in order."""
    handed_out: deque[Program] = deque()
    chosen = engine(order.engine, order.processes or processors(), order.options)
    work = partial(score_program, order.options, order.per)
    for outcome in chosen.run(work, _noted(open_programs, handed_out)):
        yield _settled(handed_out.popleft(), outcome)


def _noted(open_programs: Iterable[Program], handed_out: deque[Program]) -> Iterator[Program]:
    for program in open_programs:
        # The text is needed in the worker only; here the name is enough.
        handed_out.append(replace(program, text=None))
        yield program


def score_program(options: Options, per: str, program: Program) -> list[Row]:
    """Walks the street with one program; runs in the worker."""
    if program.error:
        return [failed(program, program.error)]
    result = check_job(options, Job(program.path, program.text))
    if isinstance(result, Unread):
        return [failed(program, result.sentence)]
    return list(rows_of(program, result, per))


def _settled(program: Program, outcome: Outcome) -> list[Row]:
    match outcome:
        case Done(value):
            assert isinstance(value, list)
            return value
        case Overdue(seconds):
            return [failed(program, f"timed out after {seconds:g} seconds", seconds)]
        case Crashed(why, _):
            return [failed(program, why)]
        case never:
            assert_never(never)


def _fingerprint(order: Order, files: Sequence[str]) -> str:
    """What the rows depend on: the version, the inputs' texts, and the options that matter."""
    digest = hashlib.blake2b(digest_size=16)
    settled = replace(order.options, jobs=1, strict=False, debug=False)
    digest.update(repr((__version__, order.per, settled)).encode())
    for path in files:
        digest.update(repr(path).encode())
        digest.update(_digest(path))
    return digest.hexdigest()


def _digest(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "blake2b").digest()
    except OSError as error:
        raise HaltcheckError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
