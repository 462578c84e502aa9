"""The table of findings keeps what people wrote into it."""

from dataclasses import replace
from pathlib import Path

from benches.findings import Row, read_rows, rows, source_files, summary, with_old_marks, write
from benches.street import Alarm, Sight
from haltcheck.basis.answer import Answer, Basis, Severity

ROW = Row("a.py", 3, "HC101", "error", "f", "never ends", "while True:")


def test_rows_tell_path_line_and_source(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("def f():\n    pass\n  while True:\n")
    alarm = Alarm("HC101", Severity.ERROR, 3, 4, "f", "never ends")
    sight = Sight(str(path), Answer.NON_HALT, alarms=(alarm, replace(alarm, text="  x = 1\n y")))
    first, second = rows([sight], tmp_path)
    assert first == ROW
    assert second.excerpt == "x = 1"


def test_marks_outlive_a_new_run_that_moves_lines(tmp_path: Path) -> None:
    old = replace(ROW, mark="wrong", why="the callee raises")
    write("t", [old], {}, tmp_path)
    fresh = [replace(ROW, line=9), replace(ROW, code="HC102")]
    moved, other = with_old_marks(fresh, read_rows(tmp_path / "t.jsonl"))
    assert (moved.line, moved.mark, moved.why) == (9, "wrong", "the callee raises")
    assert other.mark == "open"


def test_a_table_is_written_for_people_too(tmp_path: Path) -> None:
    write("t", [replace(ROW, message="a|b")], {"files": 1}, tmp_path)
    text = (tmp_path / "t.md").read_text()
    assert "| open | HC101 error | a.py:3 | f | `while True:` | a\\|b |  |" in text
    assert "- files: 1" in text
    assert read_rows(tmp_path / "absent.jsonl") == []


def test_figures_are_per_hundred_thousand_lines() -> None:
    sights = [
        Sight("a.py", Answer.HALT, loops=((Answer.HALT, Basis.PROOF),), peak=50.0),
        Sight("b.py", Answer.UNKNOWN, seconds=11.0, error="cut", fault="crash", peak=99.6),
    ]
    table = [replace(ROW, mark="wrong"), ROW, replace(ROW, severity="warning")]
    figures = summary(sights, table, 50_000)
    assert figures["errors_per_100_kloc"] == 4.0
    assert figures["wrong_errors_per_100_kloc"] == 2.0
    assert figures["warnings_per_100_kloc"] == 2.0
    assert figures["faults"] == ["b.py: crash"]
    assert figures["slow_files"] == ["b.py"]
    assert figures["peak_mib"] == 100
    assert figures["loops"] == {"halt proof": 1}


def test_folders_can_be_skipped(tmp_path: Path) -> None:
    for name in ("a.py", "tests/b.py", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    assert source_files([tmp_path], ["tests"]) == [tmp_path / "a.py"]
    assert len(source_files([tmp_path], [])) == 2
    assert source_files([tmp_path / "c.txt"], []) == [tmp_path / "c.txt"]
