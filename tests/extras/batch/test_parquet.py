"""Parquet in and out: needs the extra ``batch``."""

import json

import pyarrow.parquet
import pytest

from haltcheck.cli import main

PROGRAMS = [
    {"id": "a", "code": "x = 1\n"},
    {"id": "b", "code": "def f(:\n"},
    {"id": "c", "nothing": None},
]


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """The same programs as Parquet and as JSONL."""
    monkeypatch.chdir(tmp_path)
    table = pyarrow.Table.from_pylist([{"id": p["id"], "code": p.get("code")} for p in PROGRAMS])
    pyarrow.parquet.write_table(table, "in.parquet")
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(p) + "\n" for p in PROGRAMS))
    return tmp_path


def plain(rows):
    """What does not depend on the clock or on the name of the input."""
    return [{k: v for k, v in row.items() if k not in ("seconds", "path")} for row in rows]


def test_both_kinds_of_input_and_output_say_the_same(corpus):
    assert main(["score", "in.parquet", "-o", "out.parquet"]) == 0
    assert main(["score", "in.jsonl", "-o", "out.jsonl"]) == 0
    lines = (corpus / "out.jsonl").read_text().splitlines()
    rows = pyarrow.parquet.read_table("out.parquet").to_pylist()
    expected = plain(json.loads(line) for line in lines)
    assert plain(rows) == expected


def test_a_finished_score_is_not_done_again(corpus):
    assert main(["score", "in.parquet", "-o", "out.parquet"]) == 0
    before = (corpus / "out.parquet").read_bytes()
    assert main(["score", "in.parquet", "-o", "out.parquet"]) == 0
    assert (corpus / "out.parquet").read_bytes() == before
    assert main(["score", "in.jsonl", "-o", "out.parquet"]) == 2


def test_a_broken_file_is_a_mistake(corpus, capsys):
    (corpus / "bad.parquet").write_bytes(b"no parquet")
    assert main(["score", "bad.parquet", "-o", "out.jsonl"]) == 2
    assert "bad.parquet" in capsys.readouterr().err
