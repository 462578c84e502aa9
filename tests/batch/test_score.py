"""Scoring: one row per program, in order, resumed, and never mixed with other rows."""

import json
import sys

import pytest

from haltcheck.cli import main

KEYS = [
    "id", "path", "function", "line", "answer", "basis", "confidence", "p_halt", "technique",
    "condition", "intended", "findings", "seconds", "error",
]  # fmt: skip
LINES = [
    '{"code": "x = 1"}',
    '{"source": "# ERROR", "id": 7, "path": "else/where.py"}',
    "no json",
    '{"content": "\\ufeff# WARNING", "id": "w"}',
    '{"nothing": 1}',
    "",
    "[1]",
    '{"code": "# \\ud800 ERROR"}',
]

pytestmark = pytest.mark.usefixtures("pipeline")


@pytest.fixture
def corpus(write):
    """Eight lines of JSONL, some of them bad."""
    folder = write(b="# ERROR\n", a="def f(): pass\n")
    (folder / "in.jsonl").write_text("\n".join(LINES) + "\n")
    return folder


def score(*words):
    return main(["score", *words, "-o", "out.jsonl", "--engine", "serial"])


def rows(folder):
    return [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]


def test_each_line_gives_one_row_in_order(corpus):
    assert score("in.jsonl") == 0
    found = rows(corpus)
    assert [row["id"] for row in found] == [
        "in.jsonl:1", "7", "in.jsonl:3", "w", "in.jsonl:5", "in.jsonl:6", "in.jsonl:7",
        "in.jsonl:8",
    ]  # fmt: skip
    assert all(list(row) == KEYS for row in found)
    assert [row["answer"] for row in found[:2]] == ["halt", "non-halt"]
    assert found[1]["findings"] == ["HC101"]
    assert found[1]["condition"] == "n < 0"
    for bad in (2, 4, 5, 6):
        assert found[bad]["error"]
        assert {found[bad][key] for key in KEYS[2:12]} == {None}


def test_folders_are_scored_by_sorted_path(corpus):
    assert score(".") == 0
    assert [(row["id"], row["path"]) for row in rows(corpus)] == [
        ("a.py", "a.py"),
        ("b.py", "b.py"),
    ]


def test_globs_are_expanded(corpus):
    assert score("*.py") == 0
    assert [row["id"] for row in rows(corpus)] == ["a.py", "b.py"]
    assert score("*.nothing", "--overwrite") == 2


@pytest.mark.parametrize(("per", "count"), [("program", 2), ("function", 2), ("loop", 1)])
def test_rows_may_be_about_functions_or_loops(corpus, per, count):
    assert score(".", "--per", per) == 0
    found = rows(corpus)
    assert len(found) == count
    assert all((row["function"] is None) == (per == "program") for row in found)
    assert [row["findings"] for row in found if row["path"] == "b.py"] == [["HC101"]]


def test_a_finished_score_stays_as_it_is(corpus):
    assert score("in.jsonl") == 0
    before = (corpus / "out.jsonl").read_bytes()
    assert score("in.jsonl", "--jobs", "3", "--strict") == 0
    assert (corpus / "out.jsonl").read_bytes() == before


@pytest.mark.parametrize("cut", [1, 10, 300, 900])
@pytest.mark.parametrize("per", ["program", "function", "loop"])
def test_a_score_that_was_cut_short_is_completed(corpus, cut, per):
    assert score("in.jsonl", "a.py", "--per", per) == 0
    whole = (corpus / "out.jsonl").read_bytes()
    (corpus / "out.jsonl").write_bytes(whole[:-cut])
    assert score("in.jsonl", "a.py", "--per", per) == 0
    assert (corpus / "out.jsonl").read_bytes() == whole


def test_rows_that_nobody_vouches_for_are_cut_off(corpus):
    assert score("in.jsonl") == 0
    whole = (corpus / "out.jsonl").read_bytes()
    (corpus / "out.jsonl").write_bytes(whole + b'{"id": "half')
    assert score("in.jsonl") == 0
    assert (corpus / "out.jsonl").read_bytes() == whole


def test_an_interrupted_score_goes_on(corpus, pipeline):
    assert score("in.jsonl") == 0
    whole = (corpus / "out.jsonl").read_bytes()
    text = (corpus / "in.jsonl").read_text()
    real, calls = pipeline.check_source, []

    def stop(source, options):
        calls.append(source)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(source, options)

    pipeline.check_source = stop
    assert score("in.jsonl", "--overwrite") == 130
    assert 0 < len(rows(corpus)) < 8
    assert score("in.jsonl") == 0
    assert (corpus / "out.jsonl").read_bytes() == whole
    assert (corpus / "in.jsonl").read_text() == text


def test_rows_of_another_order_are_refused(corpus, capsys):
    assert score("in.jsonl") == 0
    before = (corpus / "out.jsonl").read_bytes()
    assert score("a.py") == 2
    assert score("in.jsonl", "--timeout", "3") == 2
    assert score("in.jsonl", "--per", "loop") == 2
    assert "--overwrite" in capsys.readouterr().err
    assert (corpus / "out.jsonl").read_bytes() == before
    assert score("a.py", "--overwrite") == 0
    assert len(rows(corpus)) == 1


def test_changed_input_is_another_order(corpus):
    assert score("a.py") == 0
    (corpus / "a.py").write_text("y = 2\n")
    assert score("a.py") == 2


def test_a_file_of_somebody_else_is_left_alone(corpus):
    (corpus / "out.jsonl").write_text("precious\n")
    assert score("a.py") == 2
    assert (corpus / "out.jsonl").read_text() == "precious\n"


def test_a_missing_input_is_a_mistake_and_the_others_are_scored(corpus, capsys):
    assert score("nowhere", "a.py", "*.nothing") == 2
    assert [row["id"] for row in rows(corpus)] == ["a.py"]
    assert capsys.readouterr().err.splitlines()[:2] == [
        "haltcheck: nowhere: no such file or directory",
        "haltcheck: *.nothing: no such file or directory",
    ]


def test_a_fault_of_our_own_costs_one_row(corpus):
    (corpus / "a.py").write_text("FAULT")
    assert score("a.py", "b.py") == 0
    first, second = rows(corpus)
    assert "ZeroDivisionError" in first["error"]
    assert first["answer"] is None
    assert second["answer"] == "non-halt"


def test_out_is_no_input_of_its_own(corpus):
    assert score("*.jsonl") == 0
    before = (corpus / "out.jsonl").read_bytes()
    assert score("*.jsonl", "out.jsonl") == 0
    assert (corpus / "out.jsonl").read_bytes() == before


def test_what_cannot_be_written_is_a_mistake(corpus):
    assert main(["score", "a.py", "-o", "nowhere/out.jsonl"]) == 2


def test_parquet_without_its_library_names_the_remedy(corpus, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["score", "a.py", "-o", "out.parquet"]) == 2
    assert "haltcheck[batch]" in capsys.readouterr().err
