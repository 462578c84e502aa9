"""The confidence of a cause is made of what people read, and of nothing else."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from benches import findings, halts, precision
from benches.findings import Row
from haltcheck.verdict.precision import Count

ROW = Row(
    "a.py", 3, "HC102", "error", "f", "m", "x", "right", basis="assumed", cause="Stuck: end of file"
)
HALT = halts.Row(
    "a.py", 4, "f", "for", ("halt: A", "halt: B"), ("g returns",), "why", "for", "wrong"
)


def test_open_rows_and_rows_without_a_cause_do_not_count() -> None:
    marked = [("a", "right"), ("a", "wrong"), ("a", "open"), ("", "right"), ("b", "right")]
    assert precision.counts(marked) == {"a": Count(1, 2), "b": Count(1, 1)}


def test_the_table_is_written_from_both_kinds(tmp_path: Path) -> None:
    rows = [ROW, replace(ROW, mark="wrong"), replace(ROW, basis="proof", mark="wrong")]
    findings.write("t", rows, {}, tmp_path)
    (tmp_path / "h.jsonl").write_text(json.dumps(asdict(HALT)) + "\n")
    out = tmp_path / "precision.json"
    told = ["--findings", str(tmp_path / "t.jsonl"), "--halts", str(tmp_path / "h.jsonl")]
    assert precision.main([*told, "-o", str(out)]) == 0
    assert json.loads(out.read_text())["causes"] == {
        "Stuck: end of file": [1, 2],
        "halt: A": [0, 1],
        "halt: B": [0, 1],
    }
