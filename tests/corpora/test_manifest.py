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


IMPORTED = [
    {"name": "a/x.py", "source": "a/x.c", "status": "translated", "reason": "", "answer": "halt"},
    {"name": "a/y.py", "source": "a/y.c", "status": "refused", "reason": "goto", "answer": "halt"},
    {"name": "b/deep/z.py", "source": "b/deep/z.c", "status": "translated", "answer": "unknown"},
    {"name": "c/w.py", "source": "c/w.c", "status": "refused", "answer": "non-halt"},
]


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    out = tmp_path / "ours" / "out"
    for name in ("a/x.py", "b/deep/z.py", "c/more.py"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(name)
    (tmp_path / "ours" / "labels.toml").write_text("")
    return listed(out, "manifest.jsonl", [{**row, "entry": "main"} for row in IMPORTED])


def test_the_list_of_an_import_passes_over_what_was_refused(imported: Path) -> None:
    samples = read(imported)
    assert [(s.id, s.expected, s.family, s.entry) for s in samples] == [
        ("a/x.py", Answer.HALT, "a", "main"),
        ("b/deep/z.py", Answer.UNKNOWN, "b/deep", "main"),
    ]


@pytest.mark.parametrize(
    ("part", "names"),
    [("a", ["a/x.py"]), ("b", ["b/deep/z.py"]), ("b/deep/z.py", ["b/deep/z.py"]), ("c", [])],
)
def test_a_part_of_an_import_has_the_rows_below_it(
    imported: Path, part: str, names: list[str]
) -> None:
    assert [sample.id for sample in read(imported / part)] == names


def test_a_file_that_a_list_names_without_its_suffix_is_a_part(folder: Path) -> None:
    listed(folder, "labels.jsonl", ROWS)
    (sample,) = read(folder / "deep" / "b.py")[:1]
    assert (sample.id, sample.expected) == ("deep/b.py", Answer.NON_HALT)
    assert [sample.code for sample in read(folder / "a.py")] == ["a"]


@pytest.mark.parametrize("text", ["{", "[3]", '[{"start": "x"}]', '{"name": "x"}', "7", "\x00"])
def test_a_list_of_something_else_further_up_is_not_heard(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text)
    assert [(s.code, s.expected) for s in read(folder / "deep")] == [
        ("deep/b", Answer.UNKNOWN),
        ("deep/c", Answer.UNKNOWN),
    ]


def test_a_list_that_is_neither_array_nor_object_is_named(folder: Path) -> None:
    with pytest.raises(LabelError, match="neither an array nor an object"):
        read(listed(folder, "labels.json", 7))
