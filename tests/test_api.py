"""The Python door."""

import subprocess
import sys
from pathlib import Path

import pytest

import haltcheck
from haltcheck import Answer, HaltcheckError, Options, Report, check, check_paths


def test_text_bytes_and_sources_are_checked_alike() -> None:
    text = "def f(n: int):\n    while n != 0:\n        n -= 1\n"
    source = haltcheck.Source("<string>", text, "")
    answers = []
    for given in (text, text.encode(), source):
        report = check(given)
        assert isinstance(report, Report)
        verdict = report.files[0].verdict
        assert verdict is not None
        answers.append((verdict.answer, verdict.condition))
    assert answers == [(Answer.NON_HALT, "n < 0")] * 3


def test_the_summary_counts_loops() -> None:
    summary = check("def f(xs):\n    return [x for x in xs]\n").summary
    assert (summary.files, summary.functions, summary.loops) == (1, 2, 1)
    assert summary.halt + summary.non_halt + summary.unknown == summary.loops


def test_bytes_that_do_not_decode_keep_their_path() -> None:
    (report,) = check(b"\xff\xff", path="a.py").files
    assert report.path == "a.py" and len(report.sha256) == 64 and report.error


def test_paths_are_walked(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_text("x = 1\n")
    (tmp_path / "a.py").write_text("while True:\n    pass\n")
    report = check_paths([tmp_path])
    assert [Path(file.path).name for file in report.files] == ["a.py", "b.py"]
    assert [finding.code for _, finding in report.findings] == ["HC101"]
    assert check_paths([tmp_path], Options(ignore=("HC101",))).findings == ()


def test_a_missing_path_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(HaltcheckError, match="missing"):
        check_paths([tmp_path / "missing"])


def test_every_exported_name_is_there() -> None:
    for name in haltcheck.__all__:
        assert getattr(haltcheck, name) is not None
    assert set(haltcheck.__all__) <= set(dir(haltcheck))
    with pytest.raises(AttributeError):
        _ = haltcheck.nothing  # type: ignore[attr-defined]


def test_importing_the_package_stays_light() -> None:
    program = "import sys, haltcheck; print([m for m in sys.modules if m.startswith('haltcheck.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
