"""The Python door: texts and paths go in, a report comes out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from haltcheck.basis.error import HaltcheckError
from haltcheck.frontend.source import Source, decode, from_text
from haltcheck.frontend.syntax import Unreadable
from haltcheck.options import Options
from haltcheck.writers.report import FileReport, Report

DEFAULTS = Options()


def check(
    source: str | bytes | Source, options: Options = DEFAULTS, *, path: str = "<string>"
) -> Report:
    """Says of one program whether it halts; the program is read and never run.

    ``source`` is its text, its raw bytes (decoded as Python would), or a ``Source``.
    """
    report = _checked(source, options, path)
    return Report((report,), report.seconds)


def check_paths(paths: Iterable[str | os.PathLike[str]], options: Options = DEFAULTS) -> Report:
    """Checks files and folders; a path that does not exist raises HaltcheckError.

    Folders are walked as the command line walks them; ``options.jobs`` processes share the work.
    """
    from haltcheck.session import Job, check_jobs, collect
    from haltcheck.walk import find

    found = find([os.fspath(path) for path in paths])
    if found.problems:
        raise HaltcheckError("; ".join(found.problems))
    jobs = [Job(path) for path in found.files]
    reports, mistakes, interrupted = collect(check_jobs(jobs, options, options.jobs))
    if mistakes:
        raise HaltcheckError("; ".join(mistakes))
    if interrupted:
        raise KeyboardInterrupt
    return Report(tuple(reports), sum(report.seconds for report in reports))


def _checked(source: str | bytes | Source, options: Options, path: str) -> FileReport:
    from haltcheck.pipeline import check_source

    match source:
        case Source():
            return check_source(source, options)
        case str():
            return check_source(from_text(source, path), options)
        case bytes():
            found = decode(source, path)
            report = check_source(found, options)
            if isinstance(found, Unreadable):
                return replace(report, path=path, sha256=sha256(source).hexdigest())
            return report
