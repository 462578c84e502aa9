"""Walks haltcheck's street with many programs, in workers, and keeps what benches weigh."""

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import haltcheck
from haltcheck.basis.answer import Answer, Basis, Severity
from haltcheck.basis.error import HaltcheckError
from haltcheck.batch.engine import Crashed, Done, Outcome, Overdue
from haltcheck.options import Options
from haltcheck.session import engine
from haltcheck.verdict.precision import causes
from haltcheck.verdict.verdict import Finding, Verdict
from haltcheck.writers.report import FileReport, Report
from haltcheck.writers.wording import assumption


@dataclass(frozen=True, slots=True)
class Item:
    """A program to check: a text, or where ``code`` is absent the file at ``path``.

    ``entry`` is the function whose answer is wanted; that of the whole file where it is empty.
    """

    path: str
    code: str | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding as benches keep it."""

    code: str
    severity: Severity
    line: int
    end_line: int
    function: str
    message: str
    text: str = ""
    basis: Basis = Basis.NONE
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Lean:
    """A loop or recursion that is said to halt, given what is supposed."""

    function: str
    kind: str
    line: int
    causes: tuple[str, ...]
    supposed: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What haltcheck said of one file, and what that cost; ``peak`` is the worker's in MiB.

    ``functions`` are names with their first and last lines, ``leaning`` the subjects that halt
    under assumptions.

    ``error`` names a file that could not be analysed or was cut, ``fault`` a bug of haltcheck's
    own: a crash, or an accepted proof that a run contradicted.
    """

    path: str
    answer: Answer
    basis: Basis = Basis.NONE
    technique: str = ""
    condition: str = ""
    intended: bool = False
    reasons: tuple[str, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    loops: tuple[tuple[Answer, Basis], ...] = ()
    functions: tuple[tuple[str, int, int], ...] = ()
    leaning: tuple[Lean, ...] = ()
    stages: tuple[tuple[str, float], ...] = ()
    cpu: float = 0.0
    seconds: float = 0.0
    peak: float = 0.0
    error: str = ""
    fault: str = ""


Look = Callable[[Options, Item], Sight]


def look_at_all(
    items: Sequence[Item], options: Options, workers: int, way: Look | None = None
) -> Iterator[Sight]:
    """What is said of each item, in their order; a crash or a hang costs its own item only.

    ``way`` looks at one item, as ``look`` does; it travels to the workers.
    """
    name = "local" if workers > 1 else "serial"
    outcomes = engine(name, workers, options).run(partial(way or look, options), items)
    for item, outcome in zip(items, outcomes, strict=True):
        yield _settled(item, outcome)


def look(options: Options, item: Item) -> Sight:
    """Checks one item and measures it; runs in the worker."""
    began, wall = time.process_time(), time.monotonic()
    try:
        report = _report(item, options)
    except HaltcheckError as error:
        return Sight(item.path, Answer.UNKNOWN, error=str(error))
    cpu, seconds = time.process_time() - began, time.monotonic() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if not report.files:
        return Sight(item.path, Answer.UNKNOWN, error="not read")
    return _sight(item, report.files[0], cpu, seconds, peak)


def _report(item: Item, options: Options) -> Report:
    if item.code is None:
        return haltcheck.check_paths([item.path], options=options)
    return haltcheck.check(item.code, options=options)


def _sight(item: Item, file: FileReport, cpu: float, seconds: float, peak: float) -> Sight:
    named = (one.verdict for one in file.functions if one.name == item.entry)
    verdict = next(named, None) if item.entry else file.verdict
    loops = (loop.verdict for function in file.functions for loop in function.loops)
    return Sight(
        item.path,
        verdict.answer if verdict else Answer.UNKNOWN,
        verdict.basis if verdict else Basis.NONE,
        verdict.technique if verdict else "",
        verdict.condition if verdict else "",
        verdict.intended if verdict else False,
        verdict.reasons if verdict else (),
        tuple(map(_alarm, file.findings)),
        tuple((loop.answer, loop.basis) for loop in loops),
        tuple((function.name, function.line, function.end_line) for function in file.functions),
        tuple(_leaning(file)),
        file.stages,
        cpu,
        seconds,
        peak,
        file.error or "",
        file.fault.message if file.fault else "",
    )


def _alarm(finding: Finding) -> Alarm:
    verdict = finding.verdict
    return Alarm(
        finding.code,
        finding.severity,
        finding.span.line,
        finding.span.end_line,
        finding.function,
        finding.message,
        finding.text,
        verdict.basis if verdict else Basis.NONE,
        _causes(verdict)[0] if verdict and verdict.certificate else "",
    )


def _causes(verdict: Verdict) -> tuple[str, ...]:
    kind = verdict.certificate.kind if verdict.certificate else ""
    event = verdict.witness.event if verdict.witness else ""
    return causes(verdict.answer, kind, event, verdict.assumptions)


def _leaning(file: FileReport) -> Iterator[Lean]:
    for function in file.functions:
        for loop in function.loops:
            verdict = loop.verdict
            if (verdict.answer, verdict.basis) == (Answer.HALT, Basis.ASSUMED):
                supposed = tuple(map(assumption, verdict.assumptions))
                told = (_causes(verdict), supposed, verdict.explanation)
                yield Lean(function.name, loop.kind, loop.line, *told)


def _settled(item: Item, outcome: Outcome) -> Sight:
    match outcome:
        case Done(value):
            assert isinstance(value, Sight)
            return value
        case Overdue(seconds):
            why = f"cut after {seconds:g} seconds"
            return Sight(item.path, Answer.UNKNOWN, seconds=seconds, error=why)
        case Crashed(why):
            return Sight(item.path, Answer.UNKNOWN, error=why, fault=why)
