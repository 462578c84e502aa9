"""Files become reports: read, checked in this process or in several, cut when they overrun."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.discover import load
from haltcheck.basis.garbage import look_rarely
from haltcheck.basis.record import record
from haltcheck.basis.span import NOWHERE
from haltcheck.batch.engine import Crashed, Done, Engine, Outcome, Overdue
from haltcheck.frontend.syntax import Unreadable
from haltcheck.options import Options
from haltcheck.verdict import selection
from haltcheck.verdict.verdict import Verdict
from haltcheck.writers.report import Fault, FileReport

if TYPE_CHECKING:
    from haltcheck.frontend.source import Source

# Larger texts are data that happens to be spelled as Python; reading one costs gigabytes.
LARGEST = 10_000_000
# Workers cost half a second to start: below this much work the calling process is faster.
_FEW_FILES = 8
_FEW_BYTES = 150_000


@record
class Job:
    """One file to check; ``content`` holds what was already read, decoded or not."""

    path: str
    content: bytes | str | None = None


@record
class Unread:
    """A file that the system would not hand out: the user's mistake, in one sentence."""

    sentence: str


Result = FileReport | Unread


def check_jobs(jobs: Sequence[Job], options: Options, processes: int | None) -> Iterator[Result]:
    """The results in the order of the jobs; on Ctrl-C first the file that was open, cut.

    ``processes`` None means as many as pay for themselves.
    """
    wanted = _worthwhile(jobs) if processes is None else min(processes, len(jobs))
    chosen = engine("local" if wanted > 1 else "serial", max(1, wanted), options)
    outcomes = chosen.run(partial(check_job, options), jobs)
    usual = gc.get_threshold()
    try:
        for job in jobs:
            try:
                yield settled(job.path, next(outcomes))
            except KeyboardInterrupt:
                yield cut(job.path, "interrupted")
                raise
    finally:
        gc.set_threshold(*usual)


def engine(name: str, processes: int, options: Options) -> Engine:
    """The batch engine of that name, with the hard limit behind the pipeline's own time-out."""
    limit = options.timeout * 1.05 + 0.5
    return load("haltcheck.batch.engines", name, Engine)(processes, limit)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _worthwhile(jobs: Sequence[Job]) -> int:
    few = len(jobs) <= _FEW_FILES and sum(_size(job) for job in jobs) <= _FEW_BYTES
    return 1 if few or len(jobs) < 2 else min(processors(), len(jobs))


def _size(job: Job) -> int:
    try:
        return os.stat(job.path).st_size if job.content is None else len(job.content)
    except OSError:
        return 0


def check_job(options: Options, job: Job) -> Result:
    """Reads one file and walks the street with it; runs in the worker."""
    look_rarely()
    if isinstance(job.content, str):
        return check_text(job.content, job.path, options)
    if job.content is not None:
        return check_data(job.content, job.path, options)
    try:
        with open(job.path, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return Unread(f"{job.path}: {(error.strerror or 'cannot be read').lower()}")
    return check_data(data, job.path, options)


def check_data(data: bytes, path: str, options: Options) -> FileReport:
    """Walks the street with raw bytes."""
    if len(data) > LARGEST:
        why = f"the file is larger than {LARGEST // 1_000_000} MB"
        return _unreadable(path, Unreadable(NOWHERE, why), options)
    from haltcheck.frontend.source import decode

    source = decode(data, path)
    if isinstance(source, Unreadable):
        report = _unreadable(path, source, options)
        return replace(report, sha256=hashlib.sha256(data).hexdigest())
    return _walk(source, options)


def check_text(text: str, path: str, options: Options) -> FileReport:
    """Walks the street with a text that is already decoded."""
    if len(text) > LARGEST:
        why = f"the text is longer than {LARGEST // 1_000_000} MB"
        return _unreadable(path, Unreadable(NOWHERE, why), options)
    from haltcheck.frontend.source import from_text

    return _walk(from_text(text.removeprefix("\ufeff"), path), options)


def _walk(source: Source, options: Options) -> FileReport:
    from haltcheck.pipeline import check_source

    return check_source(source, options)


def settled(path: str, outcome: Outcome) -> Result:
    """What an engine's outcome means for the file."""
    match outcome:
        case Done(value):
            assert isinstance(value, FileReport | Unread)
            return value
        case Overdue(seconds):
            return replace(cut(path, f"timed out after {seconds:g} seconds"), cut=True)
        case Crashed(why, traceback):
            return replace(cut(path, why), error=why, verdict=None, fault=Fault(why, traceback))


def cut(path: str, reason: str) -> FileReport:
    """The report of a file whose check was cut: unknown, for that reason."""
    verdict = Verdict(Answer.UNKNOWN, Basis.NONE, None, _PRIOR, reasons=(reason,))
    return FileReport(path, "", None, verdict)


# Nothing was learnt of the file, so its probability is the default prior of the judge.
_PRIOR = 1 - Options().base_rate


def _unreadable(path: str, unreadable: Unreadable, options: Options) -> FileReport:
    """The report of a file that cannot be read at all: HC900."""
    wanted = selection.Selection(options.select, options.ignore).has("HC900")
    found = selection.unreadable(unreadable.span, unreadable.why)
    return FileReport(path, "", unreadable.why, None, findings=(found,) if wanted else ())


def collect(results: Iterable[Result]) -> tuple[list[FileReport], list[str], bool]:
    """The reports, the user's mistakes, and whether Ctrl-C ended it early."""
    reports: list[FileReport] = []
    mistakes: list[str] = []
    try:
        for result in results:
            if isinstance(result, Unread):
                mistakes.append(result.sentence)
            else:
                reports.append(result)
    except KeyboardInterrupt:
        return reports, mistakes, True
    return reports, mistakes, False
