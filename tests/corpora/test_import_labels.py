"""What a list and a file's name say of a C program is found, and contradictions are named."""

import json
from pathlib import Path

import pytest

from corpora.importers.labels import Labels, read_given
from corpora.reader import LabelError
from haltcheck.basis.answer import Answer

HALT, NON_HALT, UNKNOWN = Answer.HALT, Answer.NON_HALT, Answer.UNKNOWN


def programs(root: Path, *names: str) -> list[Path]:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("int main() {}")
    return [root / name for name in names]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("foo_true-termination.c", HALT),
        ("foo_false-termination.c", NON_HALT),
        ("foo_true-unreach-call_false-termination.c", NON_HALT),
        ("foo_true-termination_true-no-overflow.c.i", HALT),
        ("foo-true-termination.i", HALT),
        ("true-termination.c", HALT),
        ("foo_false-termination_true-termination-crafted.c", None),
        ("foo_true-terminations.c", UNKNOWN),
        ("foo_untrue-termination.c", UNKNOWN),
        ("foo_unknown-termination.c", UNKNOWN),
        ("foo_true-unreach-call.c", UNKNOWN),
        ("foo_T.c", HALT),
        ("foo_NT.c", NON_HALT),
        ("foo-T.i", HALT),
        ("foo-NT.c.i", NON_HALT),
        ("foo_T_1.c", UNKNOWN),
        ("foo_t.c", UNKNOWN),
        ("fooT.c", UNKNOWN),
        ("T.c", UNKNOWN),
        ("foo.c", UNKNOWN),
        ("a.b_NT.c", NON_HALT),
        ("foo_true-termination_T.c", HALT),
        ("foo_true-termination_NT.c", None),
    ],
)
def test_a_name_may_say_it(tmp_path: Path, name: str, answer: Answer | None) -> None:
    (path,) = programs(tmp_path, name)
    if answer is None:
        with pytest.raises(LabelError, match=r"says halt, but .* says non-halt|says non-halt, but"):
            Labels(tmp_path).answer(path)
    else:
        assert Labels(tmp_path).answer(path) is answer


@pytest.mark.parametrize(
    ("given", "answers"),
    [
        ({"a/x.c": HALT}, [HALT, UNKNOWN, UNKNOWN]),
        ({"a/x.py": HALT}, [HALT, UNKNOWN, UNKNOWN]),
        ({"a/x": HALT, "b/x": NON_HALT}, [HALT, NON_HALT, UNKNOWN]),
        ({"suites/c/a/x.c": HALT, "suites/c/b/x.c": NON_HALT}, [HALT, NON_HALT, UNKNOWN]),
        ({"x.c": HALT}, [UNKNOWN, UNKNOWN, UNKNOWN]),
        ({"y.c.i": NON_HALT}, [UNKNOWN, UNKNOWN, NON_HALT]),
        ({"y": NON_HALT}, [UNKNOWN, UNKNOWN, NON_HALT]),
        ({"./elsewhere/y.c": NON_HALT}, [UNKNOWN, UNKNOWN, NON_HALT]),
        ({"one/y.c": NON_HALT, "two/y.c": HALT}, [UNKNOWN, UNKNOWN, UNKNOWN]),
        ({"y": UNKNOWN}, [UNKNOWN, UNKNOWN, UNKNOWN]),
    ],
)
def test_a_list_names_programs_by_path_name_or_stem(
    tmp_path: Path, given: dict[str, Answer], answers: list[Answer]
) -> None:
    paths = programs(tmp_path, "a/x.c", "b/x.c", "b/y.c.i")
    labels = Labels(tmp_path, given)
    assert [labels.answer(path) for path in paths] == answers


def test_one_stem_of_two_programs_in_a_folder_labels_neither(tmp_path: Path) -> None:
    source, made = programs(tmp_path, "x.c", "x.i")
    assert Labels(tmp_path, {"x": HALT}).answer(source) is UNKNOWN
    labels = Labels(tmp_path, {"x.c": HALT})
    assert [labels.answer(source), labels.answer(made)] == [HALT, UNKNOWN]


def test_one_program_alone_is_labelled(tmp_path: Path) -> None:
    (path,) = programs(tmp_path, "x.c")
    assert Labels(path, {"deep/x.c": HALT}).answer(path) is HALT


def test_a_list_and_a_name_that_disagree_are_both_named(tmp_path: Path) -> None:
    (path,) = programs(tmp_path, "x_NT.c")
    with pytest.raises(LabelError, match=r"names x_NT\.c, says halt, but the name x_NT\.c says"):
        Labels(tmp_path, {"x_NT.c": HALT}).answer(path)


def test_rows_of_a_list_are_read_as_those_beside_programs(tmp_path: Path) -> None:
    rows = [
        {"name": "a.c", "answer": "halt"},
        {"file": "b.c", "expected": "NT"},
        {"path": "c.c", "terminates": True},
        {"id": "d.c", "verdict": "false"},
        {"source": "e.c", "label": "maybe"},
    ]
    listed = tmp_path / "given.jsonl"
    listed.write_text("\n".join(json.dumps(row) for row in rows))
    given = read_given(listed)
    assert given == {"a.c": HALT, "b.c": NON_HALT, "c.c": HALT, "d.c": NON_HALT, "e.c": UNKNOWN}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"answer": "halt"}', "row 1 has none of the keys name"),
        ('{"name": "a"}', "row 1 has none of the keys answer"),
        ('{"name": "a", "answer": "perhaps"}', "unknown answer perhaps"),
        ("[]", "no object"),
        ("{", "no JSON"),
        ('{"id": "a", "label": "T"}\n{"id": "a", "label": "NT"}', "row 2 says non-halt of a"),
    ],
)
def test_a_bad_list_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    listed = tmp_path / "given.jsonl"
    listed.write_text(text)
    with pytest.raises(LabelError, match=sentence):
        read_given(listed)
