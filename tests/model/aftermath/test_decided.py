"""A walk that goes on with the answers finds what one finds that starts again at each question."""

from pathlib import Path

import pytest

from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.abstract import Trust
from haltcheck.model.aftermath.rounds import rounds
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject
from haltcheck.proof.problem import Problem
from haltcheck.proof.techniques import stuck

FOLDER = Path(__file__).parents[3] / "corpora" / "programs" / "outside"
PROGRAMS = sorted(FOLDER.glob("*.py"))[::3]


def _starting_again(site, event, supposed, values, chooses=None, begun=None):
    del chooses, begun
    return rounds(site, event, supposed, values)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_both_searches_claim_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    syntax = parse(from_text(path.read_text("utf-8")))
    assert isinstance(syntax, Syntax)
    program = lower(syntax)
    subjects: list[Subject] = [RecursionSubject((name,)) for name in program.functions]
    for name, function in program.functions.items():
        subjects += [LoopSubject(name, loop.id) for loop in function.loops]
    problems = [Problem(program, one, Trust.CALLEES, Budget()) for one in subjects]
    going_on = [stuck.StuckAfterEvent().attempt(one) for one in problems]
    monkeypatch.setattr(stuck, "rounds", _starting_again)
    assert going_on == [stuck.StuckAfterEvent().attempt(one) for one in problems]
