"""Doors are tested against a pipeline that finds exactly what a test puts into the text."""

import os
import sys
from types import ModuleType

import pytest
from hypothesis import settings

from haltcheck.basis.answer import Answer, Basis, Severity
from haltcheck.basis.span import Span
from haltcheck.verdict.verdict import Exhibit, Finding, Moment, Verdict, Witness
from haltcheck.writers.report import Fault, FileReport, FunctionReport, LoopReport

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    # A commit is judged by the same examples each time; elsewhere they are new ones.
    settings.load_profile("ci")

HALTS = Verdict(Answer.HALT, Basis.PROOF, 1.0, 1.0, technique="structure")
DIVERGES = Verdict(
    Answer.NON_HALT,
    Basis.PROOF,
    1.0,
    0.0,
    technique="literal",
    certificate=Exhibit("Recurrent set", "n < 0"),
    condition="n < 0",
    witness=Witness((("n", "-1"),), "", (), (Moment(2, (("n", "-1"),)),)),
    explanation="each round moves n away from its exit",
)
WORDS = {
    "ERROR": ("HC101", Severity.ERROR),
    "WARNING": ("HC103", Severity.WARNING),
    "REMARK": ("HC501", Severity.INFORMATION),
}


def pretend(source, options):
    """A report that finds one thing for each line with a word of ``WORDS``."""
    text = getattr(source, "text", None)
    if text is None:
        finding = Finding("HC900", Severity.ERROR, source.span, source.why, "<module>")
        return FileReport("?", "", source.why, None, findings=(finding,))
    if "FAULT" in text:
        fault = Fault("ZeroDivisionError: division by zero", "Traceback: here")
        return FileReport(source.path, source.sha256, "a fault", None, fault=fault)
    if "CTRL-C" in text:
        raise KeyboardInterrupt
    findings, loops = [], []
    for number, line in enumerate(source.lines, start=1):
        for word in WORDS.keys() & set(line.split()):
            code, severity = WORDS[word]
            span = Span(number, 1, number, len(line) + 1)
            message = "never ends where n < 0"
            findings.append(
                Finding(code, severity, span, message, "f", "count down", DIVERGES, line)
            )
            loops.append(LoopReport("while", number, 1, number, DIVERGES))
    verdict = DIVERGES if loops else HALTS
    function = FunctionReport("f", 1, len(source.lines), verdict, tuple(loops))
    return FileReport(
        source.path, source.sha256, None, verdict, (function,), (), tuple(findings), 0.25
    )


@pytest.fixture
def pipeline(monkeypatch):
    """Puts the pretended pipeline in the place of the real one."""
    module = ModuleType("haltcheck.pipeline")
    module.check_source = pretend
    monkeypatch.setitem(sys.modules, "haltcheck.pipeline", module)
    return module


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes files below a temporary folder, which becomes the working folder."""
    monkeypatch.chdir(tmp_path)

    def write(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.py").write_text(text)
        return tmp_path

    return write
