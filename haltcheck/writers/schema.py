"""The report as plain data: JSON of schema version 1, on which other tools rely."""

from __future__ import annotations

from typing import Any

from haltcheck import __version__
from haltcheck.model.certificate import Claim
from haltcheck.proof.region import Partition
from haltcheck.verdict.verdict import Finding, Moment, Verdict, Witness
from haltcheck.writers.report import (
    CertificateReport,
    FileReport,
    FunctionReport,
    LoopReport,
    Report,
)
from haltcheck.writers.wording import assumption, encodable

Data = dict[str, Any]

VERSION = 1


def header() -> Data:
    """What tells a reader which program and which schema made the data."""
    return {"haltcheck": __version__, "schema": VERSION}


def report_data(report: Report) -> Data:
    """The whole report."""
    summary = report.summary
    data = {
        **header(),
        "files": [file_data(file) for file in report.files],
        "summary": {
            "files": summary.files,
            "functions": summary.functions,
            "loops": summary.loops,
            "halt": summary.halt,
            "non-halt": summary.non_halt,
            "unknown": summary.unknown,
            "seconds": round(summary.seconds, 3),
        },
    }
    return sound(data)


def file_data(file: FileReport) -> Data:
    """One file; ``verdict`` is null where ``error`` says why."""
    return {
        "path": file.path,
        "sha256": file.sha256,
        "error": file.error,
        "verdict": None if file.verdict is None else verdict_data(file.verdict),
        "functions": [_function(function) for function in file.functions],
        "gaps": [
            {"line": gap.span.line, "construct": gap.construct, "why": gap.why} for gap in file.gaps
        ],
        "findings": [_finding(finding) for finding in file.findings],
        "certificates": [_certificate(one) for one in file.certificates],
    }


def verdict_data(verdict: Verdict) -> Data:
    """One verdict; what does not apply is null or empty."""
    exhibit = verdict.certificate
    return {
        "answer": verdict.answer.value,
        "basis": verdict.basis.value,
        "confidence": verdict.confidence,
        "p_halt": verdict.p_halt,
        "technique": verdict.technique or None,
        "certificate": None if exhibit is None else {"kind": exhibit.kind, "text": exhibit.text},
        "condition": verdict.condition or None,
        "exact": verdict.exact if verdict.condition else None,
        "witness": None if verdict.witness is None else _witness(verdict.witness),
        "intended": verdict.intended,
        "assumptions": [assumption(item) for item in verdict.assumptions],
        "explanation": verdict.explanation,
        "reasons": list(verdict.reasons),
    }


def sound(data: Data) -> Data:
    """The same data with every text fit for UTF-8: names of files may hold any bytes."""
    return {_sound(key): _sound(value) for key, value in data.items()}


def _sound(data: Any) -> Any:
    if isinstance(data, str):
        return encodable(data)
    if isinstance(data, dict):
        return sound(data)
    if isinstance(data, list):
        return [_sound(value) for value in data]
    return data


def _function(function: FunctionReport) -> Data:
    return {
        "name": function.name,
        "line": function.line,
        "end_line": function.end_line,
        "verdict": verdict_data(function.verdict),
        "loops": [_loop(loop) for loop in function.loops],
    }


def _loop(loop: LoopReport) -> Data:
    return {
        "kind": loop.kind,
        "line": loop.line,
        "column": loop.column,
        "end_line": loop.end_line,
        "verdict": verdict_data(loop.verdict),
    }


def _finding(finding: Finding) -> Data:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "message": finding.message,
        "function": finding.function,
    }


def _certificate(certificate: CertificateReport) -> Data:
    """A certificate for people and, as ``claim`` and ``partition``, for machines."""
    from haltcheck.model.notation import data_of

    data = {
        "function": certificate.function,
        "kind": certificate.kind,
        "line": certificate.line,
        "column": certificate.column,
        "technique": certificate.technique,
        "text": certificate.text,
        "claim": data_of(Claim, certificate.claim),
    }
    if certificate.partition is not None:
        data["partition"] = data_of(Partition, certificate.partition)
    if certificate.within:
        data["within"] = certificate.within
    return data


def _witness(witness: Witness) -> Data:
    return {
        "inputs": dict(witness.inputs),
        "event": witness.event or None,
        "stem": [_moment(moment) for moment in witness.stem],
        "cycle": [_moment(moment) for moment in witness.cycle],
    }


def _moment(moment: Moment) -> Data:
    return {"line": moment.line, "locals": dict(moment.locals)}
