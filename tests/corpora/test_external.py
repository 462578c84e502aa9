"""Programs of others are read from JSONL and folders, and bad rows are named."""

from pathlib import Path

import pytest

from corpora.external import read
from corpora.reader import FOLDER, LabelError, load
from haltcheck.basis.answer import Answer


def test_rows_of_jsonl_become_samples(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "x/1", "code": "pass", "terminates": true}\n\n{"code": "", "terminates": false}\n'
    )
    first, second = read(path)
    assert (first.id, first.family, first.expected) == ("x/1", "x", Answer.HALT)
    assert (second.id, second.family, second.expected) == (f"{path}:3", "rows", Answer.NON_HALT)


def test_rows_may_name_an_entry_and_a_family(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "x/1", "code": "", "terminates": true, "entry": "main", "family": "f"}\n'
    )
    (sample,) = read(path)
    assert (sample.entry, sample.family) == ("main", "f")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("{", "no JSON"),
        ("[]", "no code"),
        ('{"terminates": true}', "no code"),
        ('{"code": "pass"}', "whether it terminates"),
        ('{"code": "pass", "terminates": 1}', "whether it terminates"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, sentence: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(row)
    with pytest.raises(LabelError, match=f":1 .*{sentence}"):
        read(path)


def test_a_plain_folder_has_no_expected_answers(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_text("b")
    (tmp_path / "a.py").write_text("a")
    assert [(s.code, s.expected) for s in read(tmp_path)] == [
        ("a", Answer.UNKNOWN),
        ("b", Answer.UNKNOWN),
    ]
    assert [sample.code for sample in read(tmp_path / "b.py")] == ["b"]


def test_our_own_folder_brings_its_labels() -> None:
    samples = read(FOLDER)
    assert [s.id for s in samples] == [p.id for p in load()]
    assert {s.expected for s in samples} == {Answer.HALT, Answer.NON_HALT}
