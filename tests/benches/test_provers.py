"""The bench of the provers scores, times and keeps; a wrong answer is an exit of 1."""

import json
from pathlib import Path

import pytest

from benches.provers import by_technique, curves, figures, lines, main, opened
from benches.score import Judged
from benches.street import Sight
from corpora.sample import Sample
from haltcheck.basis.answer import Answer, Basis

HALT, NON_HALT, UNKNOWN = Answer.HALT, Answer.NON_HALT, Answer.UNKNOWN


def judged(family: str, expected: Answer, said: Answer, cpu: float, technique: str = "") -> Judged:
    basis = Basis.NONE if said is UNKNOWN else Basis.PROOF
    sight = Sight("p", said, basis, technique, cpu=cpu, seconds=9.0)
    return Judged(Sample(f"{family}/p", "pass", expected, family), sight)


EVERY = [
    judged("linear", HALT, HALT, 0.1, "ranking, phases"),
    judged("linear", NON_HALT, NON_HALT, 0.3, "drift"),
    judged("nested", HALT, NON_HALT, 0.2, "drift"),
    judged("nested", HALT, UNKNOWN, 0.0),
    judged("nested", HALT, HALT, 2.0, "ranking"),
]


def test_points_stand_by_family() -> None:
    text = "\n".join(lines(EVERY))
    assert "3 right    1 wrong    1 unknown   60.0%  -11/9" in text
    assert "2 right    0 wrong    0 unknown  100.0%  +3/3" in text
    assert "WRONG  nested/p: non-halt by proof drift, but halt" in text


def test_techniques_are_credited_for_right_answers_only() -> None:
    assert {name: len(part) for name, part in by_technique(EVERY).items()} == {
        "ranking": 2,
        "drift": 1,
        "phases": 1,
    }


def test_times_are_those_of_right_answers() -> None:
    assert curves(EVERY) == {"all": (0.1, 0.3, 2.0), "halt": (0.1, 2.0), "non-halt": (0.3,)}
    kept = figures(EVERY)
    assert (kept["proof_cpu_median"], kept["proof_cpu_p95"]) == (0.3, 2.0)


def test_a_program_that_was_cut_costs_what_passed() -> None:
    (told,) = (line for line in lines(EVERY) if line.startswith("a program"))
    assert told.split()[-1] == "9.000"


def test_programs_without_a_label_are_counted_apart() -> None:
    every = [*EVERY, judged("linear", UNKNOWN, HALT, 0.1, "ranking")]
    every += [judged("free", UNKNOWN, UNKNOWN, 0.1)]
    text = "\n".join(lines(every))
    assert "5    3 right    1 wrong    1 unknown   60.0%  -11/9" in text
    assert "without a label, beside these: 1 halt, 0 non-halt, 1 unknown" in text
    assert "free/p" not in text
    assert figures(every)["unlabelled"] == {"halt": 1, "non-halt": 0, "unknown": 1}
    assert "without a label" not in "\n".join(lines(EVERY))


def test_what_is_open_is_listed() -> None:
    assert opened([*EVERY, judged("free", UNKNOWN, UNKNOWN, 0.1)]) == [
        "2 of 6 programs are open",
        "unknown  nested/p (halt): ",
        "unknown  free/p (no label): ",
    ]


@pytest.mark.parametrize("hidden", [True, False])
def test_open_programs_are_told_unless_they_are_hidden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hidden: bool
) -> None:
    (tmp_path / "hard.py").write_text("def f(:\n")
    words = [str(tmp_path), "-o", str(tmp_path / "result.json"), *["--hide-unknown"] * hidden]
    assert main(words) == 0
    assert ("1 of 1 programs are open" in capsys.readouterr().out) is not hidden


def test_a_folder_without_programs_and_a_bad_list_are_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(tmp_path), "-o", str(tmp_path / "out" / "result.json")]
    assert main(words) == 2
    (tmp_path / "labels.json").write_text("{")
    assert main(words) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("no program in")
    assert "labels.json is no JSON" in second


@pytest.mark.parametrize(("answer", "status"), [("halt", 0), ("non-halt", 1)])
def test_a_folder_is_scored_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answer: str, status: int
) -> None:
    (tmp_path / "down.py").write_text("def f(n: int) -> None:\n    while n > 0:\n        n -= 1\n")
    (tmp_path / "labels.json").write_text(json.dumps({"down": answer}))
    target = tmp_path / "out" / "result.json"
    assert main([str(tmp_path), "--ablate", "-o", str(target)]) == status
    assert ("WRONG" in capsys.readouterr().out) is bool(status)
    kept = json.loads(target.read_text())
    assert kept["all"]["points"] == (2 if status == 0 else -32)
    assert len(kept["cactus"]["all"]) == 1 - status
    assert len(kept["ablation"]) == 1 - status
    assert target.with_suffix(".svg").read_text().startswith("<svg")
