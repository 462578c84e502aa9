"""One checking run from its wish to its exit code: find, check, write, tell what went wrong."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from io import StringIO

from haltcheck.basis.answer import Severity
from haltcheck.basis.discover import load
from haltcheck.basis.record import record
from haltcheck.exit import ExitCode, loudest
from haltcheck.options import Options
from haltcheck.output import complain, look, put, replace, say, why
from haltcheck.session import Job, check_jobs, collect
from haltcheck.walk import Exclusion, find
from haltcheck.writers.report import FileReport, Report
from haltcheck.writers.wording import plural
from haltcheck.writers.writer import Look, Writer

_FORMATS = "haltcheck.writers.formats"
_SHOWN = 3
"""How many of the files that were not finished are named."""


@record
class Wish:
    """Everything that one checking run was asked for."""

    paths: tuple[str, ...]
    options: Options
    format: str = "concise"
    outputs: tuple[tuple[str, str], ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    force_exclude: bool = False
    stdin_filename: str = "<stdin>"
    processes: int | None = None


def run(wish: Wish) -> ExitCode:
    """Checks what was named, writes the reports and returns the exit code."""
    started = time.perf_counter()
    jobs, mistakes = _jobs(wish)
    results = check_jobs(jobs, wish.options, wish.processes)
    reports, unread, interrupted = collect(results)
    report = Report(tuple(reports), time.perf_counter() - started)
    mistakes = [*mistakes, *unread, *_publish(report, wish)]
    for sentence in mistakes:
        say(sentence)
    if overdue := [one.path for one in reports if one.cut]:
        say(f"{_some(overdue)}: not finished within --timeout {wish.options.timeout:g}")
    if interrupted:
        say(f"interrupted; {len(reports)} of {len(jobs)} files were reached")
    return loudest(
        ExitCode.INTERRUPTED if interrupted else ExitCode.CLEAN,
        _faults(reports, wish.options.debug),
        ExitCode.MISTAKE if mistakes else ExitCode.CLEAN,
        ExitCode.FINDINGS if _fails(report, wish.options.strict) else ExitCode.CLEAN,
    )


def _some(paths: Sequence[str]) -> str:
    """The first paths by name, the others by their number."""
    shown = ", ".join(paths[:_SHOWN])
    others = plural(len(paths) - _SHOWN, "more file")
    return f"{shown} and {others}" if len(paths) > _SHOWN else shown


def _jobs(wish: Wish) -> tuple[list[Job], list[str]]:
    """The files in the order in which they were named, standard input at its place."""
    jobs: list[Job] = []
    problems: list[str] = []
    for path in wish.paths:
        if path == "-":
            read, sentences = _standard_input(wish)
            jobs += read
            problems += sentences
            continue
        found = find([path], wish.exclusions, wish.force_exclude)
        jobs += [Job(file) for file in found.files]
        problems += found.problems
    return _once(jobs), list(dict.fromkeys(problems))


def _once(jobs: Sequence[Job]) -> list[Job]:
    seen: dict[str, Job] = {}
    for job in jobs:
        key = "-" if job.content is not None else os.path.abspath(job.path)
        seen.setdefault(key, job)
    return list(seen.values())


def _standard_input(wish: Wish) -> tuple[list[Job], list[str]]:
    """Standard input as a job, or a sentence where it cannot be read."""
    name = wish.stdin_filename
    if wish.force_exclude and any(layer.covers(name) for layer in wish.exclusions):
        return [], []
    if sys.stdin is None:
        return [], ["standard input: is closed"]
    try:
        return [Job(name, sys.stdin.buffer.read())], []
    except OSError as error:
        return [], [f"standard input: {why(error, 'read')}"]


def _publish(report: Report, wish: Wish) -> list[str]:
    """Writes every wanted report; one sentence for each that could not be written."""
    problems = []
    for name, file in wish.outputs:
        try:
            replace(file, _rendered(report, name, Look()))
        except OSError as error:
            problems.append(f"{file}: {why(error, 'written')}")
    try:
        put(_rendered(report, wish.format, look()))
    except OSError as error:
        problems.append(f"standard output: {why(error, 'written')}")
    return problems


def _rendered(report: Report, name: str, look: Look) -> str:
    text = StringIO()
    load(_FORMATS, name, Writer)(look).write(report, text)
    return text.getvalue()


def _faults(reports: Sequence[FileReport], debug: bool) -> ExitCode:
    faulty = [(report.path, report.fault) for report in reports if report.fault]
    for path, fault in faulty:
        say(f"{path}: {fault.message}; please report this")
        if debug and fault.traceback:
            complain(fault.traceback)
    return ExitCode.FAULT if faulty else ExitCode.CLEAN


def _fails(report: Report, strict: bool) -> bool:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in failing for _, finding in report.findings)
