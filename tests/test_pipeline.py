"""The street from end to end, its faults and its clock."""

import subprocess
import sys

import pytest

from haltcheck.basis.answer import Answer
from haltcheck.frontend.source import decode, from_text
from haltcheck.options import Options
from haltcheck.pipeline import check_source

LOOP = "def f(n: int):\n    while n > 0:\n        n -= 1\n"


def test_a_halting_loop_goes_all_the_way() -> None:
    report = check_source(from_text(LOOP, "a.py"))
    assert report.path == "a.py" and report.error is None and report.fault is None
    assert report.verdict is not None and report.verdict.answer is Answer.HALT
    assert [name for name, _ in report.stages][:2] == ["parse", "lower"]


def test_an_unreadable_file_is_a_finding() -> None:
    for source in (from_text("def f(:\n"), decode(b"\xff\xfe\x00", "b.py")):
        report = check_source(source)
        assert report.verdict is None and report.error
        assert [finding.code for finding in report.findings] == ["HC900"]


def test_time_that_is_up_leaves_unknowns() -> None:
    report = check_source(from_text(LOOP), Options(timeout=-1.0))
    assert report.verdict is not None and report.verdict.answer is Answer.UNKNOWN
    assert "timed out" in report.verdict.reasons[0]
    assert report.cut and not check_source(from_text(LOOP)).cut


def test_a_fault_costs_one_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    from haltcheck.proof import prove

    real = prove.prove

    def broken(program, subject, **more):
        if subject.qualname == "f":
            raise ZeroDivisionError("a slip")
        return real(program, subject, **more)

    monkeypatch.setattr(prove, "prove", broken)
    report = check_source(from_text(LOOP + LOOP.replace("f(", "g(")))
    answers = {function.name: function.verdict.answer for function in report.functions}
    assert answers == {"<module>": Answer.HALT, "f": Answer.UNKNOWN, "g": Answer.HALT}
    assert report.fault is not None
    assert "ZeroDivisionError" in report.fault.message and "Traceback" in report.fault.traceback


def test_a_fault_of_the_front_end_costs_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import haltcheck.pipeline

    def broken(source):
        raise RecursionError

    monkeypatch.setattr(haltcheck.pipeline, "parse", broken)
    report = check_source(from_text(LOOP))
    assert report.fault is not None and report.verdict is not None
    assert report.verdict.answer is Answer.UNKNOWN


def test_suppressed_findings_are_not_reported() -> None:
    text = "def f(n: int):\n    while n != 0:{}\n        n -= 1\n"
    assert check_source(from_text(text.format(""))).findings
    assert not check_source(from_text(text.format("  # haltcheck: ignore[HC103]"))).findings


def test_code_without_loops_loads_no_solver() -> None:
    program = (
        "import sys\n"
        "from haltcheck.pipeline import check_source\n"
        "from haltcheck.frontend.source import from_text\n"
        "check_source(from_text('def f(x):\\n    return g(x)\\ndef g(x):\\n    return x\\n'))\n"
        "print('z3' in sys.modules, 'numpy' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"], done.stderr
