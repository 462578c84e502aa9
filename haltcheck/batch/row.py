"""What one line of a score says: the facts about one program, function or loop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from haltcheck.basis.record import record
from haltcheck.batch.record import Program
from haltcheck.verdict.verdict import Finding, Verdict
from haltcheck.writers.report import FileReport


@record
class Row:
    """One row of a score; where ``error`` is set, the facts behind it are None."""

    id: str
    path: str
    function: str | None = None
    line: int | None = None
    answer: str | None = None
    basis: str | None = None
    confidence: float | None = None
    p_halt: float | None = None
    technique: str | None = None
    condition: str | None = None
    intended: bool | None = None
    findings: list[str] | None = None
    seconds: float | None = None
    error: str | None = None

    def data(self) -> dict[str, Any]:
        """The row as plain data, its keys in the order of the fields."""
        return asdict(self)


def failed(program: Program, error: str, seconds: float | None = None) -> Row:
    """The one row of a program that could not be scored."""
    return Row(program.identity, program.path, error=error, seconds=seconds)


def rows_of(program: Program, report: FileReport, per: str) -> Iterator[Row]:
    """The rows of one program: itself, its functions, or its loops and recursions."""
    seconds = round(report.seconds, 4)
    if report.fault is not None:
        yield failed(program, report.fault.message, seconds)
    elif report.error is not None or report.verdict is None:
        yield failed(program, report.error or "no verdict was reached", seconds)
    elif per == "program":
        yield _row(program, report.verdict, report.findings, seconds)
    elif per == "function":
        for function in report.functions:
            own = [found for found in report.findings if found.function == function.name]
            yield _row(program, function.verdict, own, seconds, (function.name, function.line))
    else:
        yield from _loop_rows(program, report, seconds)


def _loop_rows(program: Program, report: FileReport, seconds: float) -> Iterator[Row]:
    for function in report.functions:
        for loop in function.loops:
            place = (loop.line, loop.column)
            own = [
                found
                for found in report.findings
                if found.function == function.name and (found.span.line, found.span.column) == place
            ]
            yield _row(program, loop.verdict, own, seconds, (function.name, loop.line))


def _row(
    program: Program,
    verdict: Verdict,
    findings: list[Finding] | tuple[Finding, ...],
    seconds: float,
    place: tuple[str | None, int | None] = (None, None),
) -> Row:
    return Row(
        id=program.identity,
        path=program.path,
        function=place[0],
        line=place[1],
        answer=verdict.answer.value,
        basis=verdict.basis.value,
        confidence=verdict.confidence,
        p_halt=verdict.p_halt,
        technique=verdict.technique or None,
        condition=verdict.condition or None,
        intended=verdict.intended,
        findings=[found.code for found in findings],
        seconds=seconds,
    )
