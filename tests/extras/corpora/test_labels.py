"""Task files of SV-COMP label the C programs beside them: needs the extra ``corpora``."""

from pathlib import Path

import pytest

from corpora.importers.labels import Labels
from corpora.reader import LabelError
from haltcheck.basis.answer import Answer

HALT, NON_HALT, UNKNOWN = Answer.HALT, Answer.NON_HALT, Answer.UNKNOWN
TERMINATION = "../properties/termination.prp"


def program(folder: Path, name: str = "x.c") -> Path:
    path = folder / name
    path.write_text("int main() {}")
    return path


def task(folder: Path, name: str, inputs: str, verdict: str, prop: str = TERMINATION) -> None:
    expected = f"\n    expected_verdict: {verdict}" if verdict else ""
    (folder / name).write_text(
        f"format_version: '2.0'\ninput_files: {inputs}\nproperties:\n"
        f"  - property_file: ../properties/unreach-call.prp\n    expected_verdict: true\n"
        f"  - property_file: {prop}{expected}\noptions:\n  language: C\n"
    )


@pytest.mark.parametrize(
    ("inputs", "verdict", "prop", "answer"),
    [
        ("'x.c'", "true", TERMINATION, HALT),
        ("['x.c', 'y.c']", "false", TERMINATION, NON_HALT),
        ("./x.c", "false", "termination.prp", NON_HALT),
        ("'x.c'", "", TERMINATION, UNKNOWN),
        ("'x.c'", "perhaps", TERMINATION, UNKNOWN),
        ("'x.c'", "false", "../properties/no-overflow.prp", UNKNOWN),
        ("'y.c'", "false", TERMINATION, UNKNOWN),
        ("", "false", TERMINATION, UNKNOWN),
    ],
)
def test_a_task_file_says_it(
    tmp_path: Path, inputs: str, verdict: str, prop: str, answer: Answer
) -> None:
    path = program(tmp_path)
    task(tmp_path, "another-name.yml", inputs, verdict, prop)
    assert Labels(tmp_path).answer(path) is answer


def test_several_task_files_may_speak_of_one_program(tmp_path: Path) -> None:
    path = program(tmp_path)
    task(tmp_path, "x-1.yml", "x.c", "true")
    task(tmp_path, "x-2.yml", "x.c", "true")
    task(tmp_path, "x-3.yml", "x.c", "true", "no-overflow.prp")
    assert Labels(tmp_path).answer(path) is HALT


def test_task_files_that_disagree_are_both_named(tmp_path: Path) -> None:
    path = program(tmp_path)
    task(tmp_path, "x-1.yml", "x.c", "true")
    task(tmp_path, "x-2.yml", "x.c", "false")
    with pytest.raises(LabelError, match=r"x-1\.yml says halt, but x-2\.yml says non-halt"):
        Labels(tmp_path).answer(path)


def test_a_task_file_and_a_name_that_disagree_are_both_named(tmp_path: Path) -> None:
    path = program(tmp_path, "x_false-termination.c")
    task(tmp_path, "x.yml", path.name, "true")
    with pytest.raises(LabelError, match=r"x\.yml says halt, but the name x_false-termination\.c"):
        Labels(tmp_path).answer(path)


@pytest.mark.parametrize("text", ["input_files: [", "a: b: c", "\t- x", "x: \x00", "!!python/x y"])
def test_a_broken_task_file_is_named(tmp_path: Path, text: str) -> None:
    path = program(tmp_path)
    (tmp_path / "x.yml").write_text(text)
    with pytest.raises(LabelError, match=r"x\.yml is no YAML: \S") as found:
        Labels(tmp_path).answer(path)
    assert "\n" not in str(found.value)


@pytest.mark.parametrize("text", ["", "- 1", "properties: 3", "properties: [1, {a: 2}]\n"])
def test_a_file_that_is_no_task_says_nothing(tmp_path: Path, text: str) -> None:
    path = program(tmp_path)
    (tmp_path / "x.yml").write_text(text)
    assert Labels(tmp_path).answer(path) is UNKNOWN
