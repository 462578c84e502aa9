"""Labels and programs come together, half of them halting, and slips are refused."""

from collections import Counter
from pathlib import Path

import pytest

from corpora.reader import UNSEEN, LabelError, load
from haltcheck.basis.answer import Answer
from haltcheck.frontend.family import short_name

GOOD = """["a/one"]
answer = "halt"
function = "f"
shape = "countdown"
reason = "it falls"
calls = ["f(1)"]
"""


def corpus(folder: Path, labels: str, *programs: str) -> Path:
    (folder / "labels.toml").write_text(labels)
    for name in programs:
        path = folder / "programs" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("def f(n):\n    return n\n")
    return folder


def test_there_are_enough_programs_of_every_family() -> None:
    programs = load()
    families = Counter(program.family for program in programs)
    assert families["integer"] >= 50
    assert families["recursion"] >= 30
    assert families["outside"] >= 30
    assert families["container"] >= 20
    assert families["lookalike"] >= 20
    assert families["generator"] >= 10
    assert families["service"] >= 8
    halting = sum(program.terminates for program in programs)
    assert 0.45 <= halting / len(programs) <= 0.55


def test_programs_are_different_and_their_functions_are_there() -> None:
    programs = load()
    assert len({program.code for program in programs}) == len(programs)
    for program in programs:
        name = short_name(program.function)
        assert name == "<module>" or name in program.code, program.id


def test_intended_programs_never_halt_and_are_no_errors() -> None:
    intended = [program for program in load() if program.intended]
    assert intended
    assert all(program.answer is Answer.NON_HALT for program in intended)
    assert all(program.codes == ("HC501",) for program in intended)


def test_textbook_programs_are_of_two_families() -> None:
    textbook = [program for program in load() if program.textbook]
    assert len(textbook) >= 90
    assert {program.family for program in textbook} == {"integer", "recursion"}


def test_halting_programs_expect_no_finding() -> None:
    assert not [program.id for program in load() if program.terminates and program.codes]


def test_a_good_label_is_read(tmp_path: Path) -> None:
    (program,) = load(corpus(tmp_path, GOOD, "a/one"))
    assert (program.id, program.family, program.answer) == ("a/one", "a", Answer.HALT)


@pytest.mark.parametrize(
    ("labels", "programs", "sentence"),
    [
        (GOOD, (), "do not come together: a/one"),
        (GOOD, ("a/one", "a/two"), "do not come together: a/two"),
        (GOOD + "colour = 1\n", ("a/one",), "unknown key colour"),
        (GOOD.replace('reason = "it falls"\n', ""), ("a/one",), "lacks reason"),
        (GOOD.replace('"halt"', '"perhaps"'), ("a/one",), "perhaps"),
        (GOOD.replace('"halt"', '"unknown"'), ("a/one",), "known answer"),
        (GOOD.replace('["f(1)"]', '"f(1)"'), ("a/one",), "calls that is no list"),
        (GOOD.replace('calls = ["f(1)"]\n', ""), ("a/one",), "not_runnable"),
    ],
)
def test_a_slip_is_refused(
    tmp_path: Path, labels: str, programs: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(LabelError, match=sentence):
        load(corpus(tmp_path, labels, *programs))


def test_an_entry_is_what_the_answer_is_about(tmp_path: Path) -> None:
    (program,) = load(corpus(tmp_path, GOOD + 'entry = "f"\n', "a/one"))
    assert program.entry == "f"


def test_unseen_programs_speak_of_their_entry() -> None:
    assert {program.entry for program in load(UNSEEN)} == {"main"}
