"""What benches keep of a report, with a street that is made up."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from benches import street
from benches.decide import decide
from benches.score import Mark
from benches.street import Item, Sight, look_at_all
from haltcheck.basis.answer import Answer, Basis, Severity
from haltcheck.basis.span import Span
from haltcheck.options import Options
from haltcheck.verdict.verdict import Finding, Verdict
from haltcheck.writers.report import Fault, FileReport, FunctionReport, LoopReport, Report

VERDICT = Verdict(Answer.NON_HALT, Basis.REPLAY, 1.0, 0.0, "revisit", condition="n < 0")
FINDING = Finding("HC103", Severity.WARNING, Span(2, 1, 4, 9), "diverges", "f", text="while n:")
FILE = FileReport(
    "a.py",
    "",
    None,
    VERDICT,
    (FunctionReport("f", 1, 4, VERDICT, (LoopReport("while", 2, 1, 4, VERDICT),)),),
    findings=(FINDING,),
    stages=(("prove", 0.5),),
)


def pretend(monkeypatch: pytest.MonkeyPatch, file: FileReport | None) -> list[object]:
    asked: list[object] = []

    def check(source: object, *, options: Options) -> Report:
        asked.append(source)
        return Report((file,) if file else ())

    monkeypatch.setattr(street, "haltcheck", SimpleNamespace(check=check, check_paths=check))
    return asked


def test_a_report_becomes_a_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = pretend(monkeypatch, FILE)
    (sight,) = look_at_all([Item("x", "pass")], Options(), 1)
    assert asked == ["pass"]
    assert (sight.path, sight.answer, sight.basis) == ("x", Answer.NON_HALT, Basis.REPLAY)
    assert (sight.technique, sight.condition) == ("revisit", "n < 0")
    assert [(a.code, a.line, a.end_line, a.text) for a in sight.alarms] == [
        ("HC103", 2, 4, "while n:")
    ]
    assert sight.loops == ((Answer.NON_HALT, Basis.REPLAY),)
    assert sight.stages == (("prove", 0.5),)
    assert sight.peak > 0


def test_files_without_text_are_checked_by_path(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = pretend(monkeypatch, None)
    (sight,) = look_at_all([Item("a.py")], Options(), 1)
    assert asked == [["a.py"]]
    assert sight == Sight(
        "a.py",
        Answer.UNKNOWN,
        error="not read",
    )


def test_a_fault_and_an_error_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = FileReport("a.py", "", "syntax error", None, fault=Fault("contradicted"))
    pretend(monkeypatch, broken)
    (sight,) = look_at_all([Item("x", "pass")], Options(), 1)
    assert (sight.error, sight.fault, sight.answer) == (
        "syntax error",
        "contradicted",
        Answer.UNKNOWN,
    )


def test_decide_joins_samples_and_sights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, FILE)
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"code": "a", "terminates": false}\n{"code": "b", "terminates": true}\n', encoding="utf-8"
    )
    right, wrong = decide([path], 1, 1.0, True)
    assert (right.mark, wrong.mark) == (Mark.RIGHT, Mark.WRONG)
