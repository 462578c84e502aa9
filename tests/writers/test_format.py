"""One contract for every format, and what each promises besides."""

import io
import json

import pytest

from haltcheck.basis.answer import Answer, Basis, Severity
from haltcheck.basis.discover import load, names
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Gap
from haltcheck.model.assumption import DoesNotWrite
from haltcheck.verdict.verdict import Exhibit, Finding, Moment, Verdict, Witness
from haltcheck.writers.report import FileReport, FunctionReport, LoopReport, Report
from haltcheck.writers.writer import Look, Writer

PACKAGE = "haltcheck.writers.formats"
VERDICT = Verdict(
    Answer.NON_HALT,
    Basis.ASSUMED,
    0.97,
    0.03,
    technique="literal",
    certificate=Exhibit("Recurrent set", "n < 0"),
    condition="n < 0",
    witness=Witness((("n", "-1"),), "end of file", (), (Moment(2, (("n", "-1"),)),)),
    assumptions=(DoesNotWrite("self.log", "self.i", 7),),
    explanation="each round moves n away from its exit",
)
UNKNOWN = Verdict(Answer.UNKNOWN, Basis.NONE, None, 0.999, reasons=("no measure falls",))
TEXT = "    while n != 0:\n        n -= 1"


def finding(path="a.py", text=TEXT, span=None, severity=Severity.WARNING, message="never ends"):
    span = span or Span(2, 5, 3, 15)
    return Finding("HC103", severity, span, message, "f", "reject it", VERDICT, text)


def report(path="a.py", findings=()):
    loop = LoopReport("while", 2, 5, 3, VERDICT)
    function = FunctionReport("f", 1, 3, VERDICT, (loop,))
    gap = Gap(Span(9, 1, 9, 5), "exec", "runs text")
    file = FileReport(path, "00ff", None, UNKNOWN, (function,), (gap,), tuple(findings), 0.5)
    return Report((file,), 1.23456)


def broken():
    found = Finding("HC900", Severity.ERROR, Span(1, 1, 1, 2), "no Python", "<module>")
    return Report((FileReport("b.py", "", "no Python", None, findings=(found,)),))


def written(name, report, look=None):
    stream = io.StringIO()
    load(PACKAGE, name, Writer)(look or Look()).write(report, stream)
    return stream.getvalue()


ODD = [
    Report(()),
    report(),
    report(findings=[finding()]),
    report("b\udcffd\x1b[2J\n.py", [finding(text="\tx = '\udcff\x1b[31m' # 漢字")]),
    report(findings=[finding(text="", span=Span(7, 80, 9, 1))]),
    report(findings=[finding(text="x\n" * 50, span=Span(99, 1, 148, 2))]),
    report(findings=[finding(text="[bold]x[/bold] :smile:", message="[red]m")]),
    broken(),
]


@pytest.mark.parametrize("name", names(PACKAGE))
@pytest.mark.parametrize("odd", ODD)
def test_every_report_can_be_written_and_encoded(name, odd):
    text = written(name, odd)
    assert not text or text.endswith("\n")
    text.encode("utf-8")
    assert "\x1b" not in text


@pytest.mark.parametrize("name", names(PACKAGE))
def test_every_format_names_its_suffix(name):
    assert load(PACKAGE, name, Writer).suffix.startswith(".")


@pytest.mark.parametrize("name", names(PACKAGE))
def test_colour_comes_only_where_it_is_wanted(name):
    coloured = written(name, report(findings=[finding()]), Look(colour=True))
    assert ("\x1b[" in coloured) == (name == "full")


def test_json_is_schema_one_word_for_word():
    data = json.loads(written("json", report(findings=[finding()])))
    assert list(data) == ["haltcheck", "schema", "files", "summary"]
    assert data["schema"] == 1
    (file,) = data["files"]
    keys = ["path", "sha256", "error", "verdict", "functions", "gaps", "findings", "certificates"]
    assert list(file) == keys
    assert file["functions"][0]["loops"] == [
        {"kind": "while", "line": 2, "column": 5, "end_line": 3, "verdict": VERDICT_DATA}
    ]
    assert list(file["functions"][0]) == ["name", "line", "end_line", "verdict", "loops"]
    assert file["gaps"] == [{"line": 9, "construct": "exec", "why": "runs text"}]
    assert file["findings"] == [
        {
            "code": "HC103",
            "severity": "warning",
            "line": 2,
            "column": 5,
            "end_line": 3,
            "message": "never ends",
            "function": "f",
        }
    ]
    assert data["summary"] == {
        "files": 1,
        "functions": 1,
        "loops": 1,
        "halt": 0,
        "non-halt": 1,
        "unknown": 0,
        "seconds": 1.235,
    }


VERDICT_DATA = {
    "answer": "non-halt",
    "basis": "assumed",
    "confidence": 0.97,
    "p_halt": 0.03,
    "technique": "literal",
    "certificate": {"kind": "Recurrent set", "text": "n < 0"},
    "condition": "n < 0",
    "exact": False,
    "witness": {
        "inputs": {"n": "-1"},
        "event": "end of file",
        "stem": [],
        "cycle": [{"line": 2, "locals": {"n": "-1"}}],
    },
    "intended": False,
    "assumptions": ["self.log, called in line 7, does not write self.i"],
    "explanation": "each round moves n away from its exit",
    "reasons": [],
}


def test_what_does_not_apply_is_null_or_empty():
    data = json.loads(written("json", report()))
    assert data["files"][0]["verdict"] == {
        "answer": "unknown",
        "basis": "none",
        "confidence": None,
        "p_halt": 0.999,
        "technique": None,
        "certificate": None,
        "condition": None,
        "exact": None,
        "witness": None,
        "intended": False,
        "assumptions": [],
        "explanation": "",
        "reasons": ["no measure falls"],
    }


def test_a_file_with_an_error_has_no_verdict():
    (file,) = json.loads(written("json", broken()))["files"]
    assert (file["error"], file["verdict"]) == ("no Python", None)


def test_json_lines_are_complete_in_themselves():
    both = Report(report().files + broken().files)
    lines = [json.loads(line) for line in written("jsonl", both).splitlines()]
    whole = json.loads(written("json", both))
    head = {"haltcheck": whole["haltcheck"], "schema": 1}
    assert lines == [{**head, **file} for file in whole["files"]]


def test_concise_is_one_line_per_finding():
    text = written("concise", report(findings=[finding(), finding(message="again\nand again")]))
    assert text == "a.py:2:5: HC103 never ends\na.py:2:5: HC103 again\\nand again\n"


def test_full_shows_frame_cause_condition_witness_and_remedy():
    assert written("full", report(findings=[finding()])) == FULL


FULL = """\
a.py:2:5: warning HC103 never ends
  |
2 |     while n != 0:
  |     ^^^^^^^^^^^^^
3 |         n -= 1
  = cause: each round moves n away from its exit
  = condition: at least where n < 0
  = for example: n = -1
  = event: end of file
  = stays inside from: line 2 with n = -1
  = evidence: recurrent set: n < 0
  = certainty: proved, assuming that self.log, called in line 7, does not write self.i
  = fix: reject it

Found 1 warning in 1 file (1 loop: 1 need not halt).
"""


def test_marks_stand_under_what_they_mark_whatever_its_width():
    lines = written("full", report(findings=[finding(text="\t漢 = 字", span=Span(2, 4, 2, 7))]))
    frame, marks = lines.splitlines()[2:4]
    assert frame == "2 |     漢 = 字"
    assert marks == "  |        ^^^^"


def test_no_findings_is_one_line():
    assert written("full", report()).startswith("No endless loops found in 1 file (1 loop")
    assert written("full", Report(())) == "No Python files to check.\n"
