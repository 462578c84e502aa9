"""The ``full`` format: each finding with its code frame, cause, condition, witness and remedy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from haltcheck.basis.answer import Severity
from haltcheck.verdict.verdict import Finding, Moment, Verdict, Witness
from haltcheck.writers.report import Report
from haltcheck.writers.tally import tally
from haltcheck.writers.wording import certainty, encodable, plural, printable
from haltcheck.writers.writer import Writer

_STYLE = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFORMATION: "bold blue",
}
_MOST_LINES = 8
_TAB = 4


class Full(Writer):
    """For people at a terminal; ends with one line that sums the run up."""

    suffix: ClassVar[str] = ".txt"

    def write(self, report: Report, stream: TextIO) -> None:
        """Writes every finding, then the tally."""
        console = Console(
            file=stream,
            force_terminal=self.look.colour,
            color_system="standard" if self.look.colour else None,
            width=self.look.width,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        for path, finding in report.findings:
            for line in _lines(path, finding):
                console.print(line, soft_wrap=True)
            console.print()
        console.print(Text(tally(report)), soft_wrap=True)


def _lines(path: str, finding: Finding) -> Iterator[Text]:
    yield _title(path, finding)
    gutter = len(str(finding.span.end_line))
    if finding.text:
        yield from _frame(finding, gutter)
    for label, words in _facts(finding):
        yield Text.assemble((" " * gutter + " = ", "blue"), (f"{label}: ", "bold"), _clean(words))


def _title(path: str, finding: Finding) -> Text:
    place = f"{path}:{finding.span.line}:{finding.span.column}"
    return Text.assemble(
        (_clean(place), "bold"),
        ": ",
        (f"{finding.severity.value} {finding.code}", _STYLE[finding.severity]),
        f" {_clean(finding.message)}",
    )


def _clean(text: str) -> str:
    return printable(encodable(text))


def _frame(finding: Finding, gutter: int) -> Iterator[Text]:
    lines = finding.text.splitlines() or [""]
    yield Text(" " * gutter + " |", "blue")
    for offset, line in enumerate(lines[:_MOST_LINES]):
        number = str(finding.span.line + offset).rjust(gutter)
        yield Text.assemble((f"{number} | ", "blue"), _clean(line).expandtabs(_TAB))
        if offset == 0:
            marks = _marks(line, finding)
            yield Text.assemble((" " * gutter + " | ", "blue"), (marks, _STYLE[finding.severity]))
    if len(lines) > _MOST_LINES:
        rest = plural(len(lines) - _MOST_LINES, "more line")
        yield Text(" " * gutter + f" | ... {rest}", "blue")


def _marks(line: str, finding: Finding) -> str:
    """Carets under the subject's first line, as wide as the terminal shows what they mark."""
    start = finding.span.column - 1
    last = finding.span.end_line == finding.span.line
    end = finding.span.end_column - 1 if last else len(line.rstrip())
    before = _clean(line[:start]).expandtabs(_TAB)
    marked = _clean(line[:end]).expandtabs(_TAB)[len(before) :]
    return " " * cell_len(before) + "^" * max(1, cell_len(marked))


def _facts(finding: Finding) -> Iterator[tuple[str, str]]:
    verdict = finding.verdict
    if verdict is not None:
        yield from _evidence(verdict)
    if finding.hint:
        yield "fix", finding.hint


def _evidence(verdict: Verdict) -> Iterator[tuple[str, str]]:
    exhibit = verdict.certificate
    if verdict.explanation and (exhibit is None or exhibit.text != verdict.explanation):
        yield "cause", verdict.explanation
    if verdict.condition:
        yield "condition", f"{'exactly' if verdict.exact else 'at least'} where {verdict.condition}"
    if verdict.witness is not None:
        yield from _shown(verdict.witness)
    if exhibit is not None:
        yield "evidence", f"{exhibit.kind.lower()}: {exhibit.text}"
    yield "certainty", certainty(verdict)


def _shown(witness: Witness) -> Iterator[tuple[str, str]]:
    if witness.inputs:
        yield "for example", ", ".join(f"{name} = {value}" for name, value in witness.inputs)
    if witness.event:
        yield "event", witness.event
    if len(witness.cycle) > 1:
        yield "the round", " -> ".join(map(_stop, witness.cycle))
    elif witness.cycle:
        yield "stays inside from", f"line {_stop(witness.cycle[0])}"


def _stop(moment: Moment) -> str:
    state = ", ".join(f"{name} = {value}" for name, value in moment.locals)
    return f"{moment.line} with {state}" if state else str(moment.line)
