"""A list beside programs labels them, whichever way it is spelled, and bad rows are named."""

import json
from pathlib import Path

import pytest

from corpora.external import read
from corpora.reader import LabelError
from haltcheck.basis.answer import Answer

ROWS = [
    {"name": "a", "answer": "halt"},
    {"file": "deep/b.py", "expected": "NT", "family": "crafted"},
    {"path": "deep/c.py", "terminates": True},
    {"id": "d.py", "label": None},
]
ANSWERS = [Answer.HALT, Answer.NON_HALT, Answer.HALT, Answer.UNKNOWN]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "suite" / "deep").mkdir(parents=True)
    for name in ("a", "deep/b", "deep/c", "d"):
        (tmp_path / "suite" / f"{name}.py").write_text(name)
    return tmp_path / "suite"


def listed(folder: Path, name: str, rows: object) -> Path:
    lines = isinstance(rows, list) and name.endswith(".jsonl")
    text = "\n".join(json.dumps(row) for row in rows) if lines else json.dumps(rows)
    (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize("name", ["labels.jsonl", "manifest.jsonl", "manifest.json"])
def test_rows_name_programs_and_answers(folder: Path, name: str) -> None:
    samples = read(listed(folder, name, ROWS))
    assert [sample.code for sample in samples] == ["a", "deep/b", "deep/c", "d"]
    assert [sample.expected for sample in samples] == ANSWERS
    assert [sample.family for sample in samples] == ["suite", "crafted", "deep", "suite"]


def test_an_object_gives_names_and_answers(folder: Path) -> None:
    samples = read(listed(folder, "labels.json", {"a.py": "halt", "deep/b": False}))
    assert [(s.id, s.expected) for s in samples] == [
        ("a.py", Answer.HALT),
        ("deep/b", Answer.NON_HALT),
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ([], "no object"),
        ({"answer": "halt"}, "none of the keys name"),
        ({"name": "a"}, "none of the keys answer"),
        ({"name": "a", "answer": "perhaps"}, "unknown answer perhaps"),
        ({"name": "z", "answer": "halt"}, "no file"),
    ],
)
def test_a_bad_row_is_named(folder: Path, row: object, sentence: str) -> None:
    with pytest.raises(LabelError, match=f"row 2 .*{sentence}"):
        read(listed(folder, "labels.jsonl", [ROWS[0], row]))


def test_a_list_that_is_no_json_is_named(folder: Path) -> None:
    (folder / "labels.jsonl").write_text("{")
    with pytest.raises(LabelError, match="no JSON"):
        read(folder)
