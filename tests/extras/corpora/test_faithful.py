"""Translations of C do what gcc's programs do, call by call and round by round; needs gcc."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import Maker

from benches.faithful import compare
from corpora.reader import FOLDER

PROGRAMS = FOLDER / "c" / "programs"
NAMES = sorted(path.relative_to(PROGRAMS).as_posix() for path in PROGRAMS.rglob("*.c"))


def test_there_are_more_than_150_programs() -> None:
    assert len(NAMES) > 150


@pytest.mark.parametrize("name", NAMES)
def test_our_own_programs_run_alike(name: str) -> None:
    path = PROGRAMS / name
    found = compare(name, path.read_text(), str(path), range(12))
    assert found.outcome == "alike", found
    assert found.runs > 0, "every run was left out"


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_made_programs_run_alike_or_are_refused(chance: Random) -> None:
    found = compare("made", Maker(chance).program(), "made.c", range(4))
    assert found.outcome in ("alike", "refused"), found


def test_a_wrong_translation_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "extern int nondet();\nint main() { int x = nondet(); while (x < 9) x = x + 1; return x; }"
    )
    assert compare("right", text, "x.c", range(3)).outcome == "alike"
    # Whoever writes 1 for 2 must be found out.
    wrong = text.replace("x + 1", "x + 2")

    import benches.faithful as bench

    true = bench.translated
    monkeypatch.setattr(bench, "translated", lambda syntax, title: _mended(true(syntax, title)))
    assert compare("wrong", wrong, "x.c", range(3)).outcome == "differs"


def _mended(found):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(found, python=found.python.replace("x + 2", "x + 1"))


def test_overflow_is_left_out() -> None:
    text = "int main() { long x = 3; while (x != 0) x = x * x; return 0; }"
    found = compare("square", text, "x.c", range(2))
    assert (found.outcome, found.runs, found.left_out) == ("alike", 0, 2)


def test_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from benches.faithful import main

    (tmp_path / "a.c").write_text("int main() { int i = 0; while (i < 5) i++; return i; }")
    (tmp_path / "b.c").write_text("int main() { int *p; return 0; }")
    assert main([str(tmp_path), "--runs", "2", "-o", str(tmp_path / "kept.json")]) == 0
    assert "1 alike, 1 refused" in capsys.readouterr().out
