"""Puts the report of one file together from the composed answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.certificate import Claim, Ended
from haltcheck.model.program import Program
from haltcheck.model.subject import IterationSubject, LoopSubject, Subject
from haltcheck.verdict.case import describe
from haltcheck.verdict.compose import Composition
from haltcheck.verdict.evidence import Evidence, Settled
from haltcheck.verdict.exhibit import exhibit
from haltcheck.verdict.join import NO_LOOPS, join
from haltcheck.verdict.survey import MODULE
from haltcheck.verdict.verdict import Verdict
from haltcheck.writers.report import CertificateReport, FunctionReport, LoopReport


def owner(qualname: str) -> str:
    """The function that a report shows it under: a generator expression is its consumer's."""
    while qualname.rpartition(".")[2].partition("#")[0] == "<genexpr>":
        qualname = qualname.rpartition(".")[0]
    return qualname or MODULE


def function_reports(composition: Composition) -> tuple[FunctionReport, ...]:
    """Every function of the file and the module body, in the order of the source."""
    program = composition.program
    contents = program.contents
    judged = composition.functions
    loops = _loops(composition)
    reports = [
        FunctionReport(name, entry.span.line, entry.span.end_line, verdict, loops.get(name, ()))
        for name, entry in contents.functions.items()
        if owner(name) == name and name != MODULE
        for verdict in (_with_expressions(name, judged.get(name, NO_LOOPS), loops),)
    ]
    whole = _with_expressions(MODULE, judged.get(MODULE, NO_LOOPS), loops)
    body = FunctionReport(MODULE, 1, contents.end_line, whole, loops.get(MODULE, ()))
    return (body, *sorted(reports, key=lambda report: (report.line, report.name)))


def _with_expressions(
    name: str, verdict: Verdict, loops: Mapping[str, tuple[LoopReport, ...]]
) -> Verdict:
    """Generator expressions run inside the function that they stand in; endless ones in part."""
    inside = (loop.verdict for loop in loops.get(name, ()) if loop.kind != "iteration")
    return join([verdict, *(loop for loop in inside if not loop.intended)])


def _loops(composition: Composition) -> dict[str, tuple[LoopReport, ...]]:
    found: dict[str, list[LoopReport]] = {}
    for subject, verdict in composition.whole.items():
        kind, span, name = describe(composition.program, subject)
        report = LoopReport(kind, span.line, span.column, span.end_line, verdict)
        found.setdefault(owner(name), []).append(report)
    return {name: tuple(sorted(loops, key=_place)) for name, loops in found.items()}


def certificates(
    program: Program, evidence: Mapping[Subject, Evidence], runs: Sequence[Settled]
) -> tuple[CertificateReport, ...]:
    """What was accepted of each subject on its own, then the only runs of functions."""
    own = [(subject, found) for subject, found in evidence.items() if isinstance(found, Settled)]
    ended = [
        (LoopSubject(found.certificate.qualname, loop.id), found)
        for found in runs
        if isinstance(found.certificate, Ended)
        for loop in program.functions[found.certificate.qualname].loops[:1]
    ]
    found = [_certificate(program, subject, settled) for subject, settled in (*own, *ended)]
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))


def _certificate(program: Program, subject: Subject, found: Settled) -> CertificateReport:
    kind, span, name = describe(program, subject)
    claim = Claim(subject, found.answer, found.certificate, found.condition, found.assumptions)
    text = exhibit(found.certificate).text
    return CertificateReport(
        name,
        kind,
        span.line,
        span.column,
        found.technique,
        text,
        claim,
        found.partition,
        program.entry,
    )


def _place(loop: LoopReport) -> tuple[int, int]:
    return (loop.line, loop.column)


def file_verdict(functions: tuple[FunctionReport, ...], own: Mapping[Subject, Verdict]) -> Verdict:
    """The module body, then one call of any function; ``p_halt`` is the product over subjects."""
    whole = join(report.verdict for report in functions)
    if whole.answer is Answer.HALT and whole.basis is Basis.PROOF:
        return whole
    product = 1.0
    for subject, verdict in own.items():
        if isinstance(subject, IterationSubject):
            continue
        product *= verdict.p_halt
    return replace(whole, p_halt=min(whole.p_halt, product))
