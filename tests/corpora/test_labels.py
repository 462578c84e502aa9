"""Every program of our own does what its label says."""

import pytest

from corpora.confirm import Outcome, Patience, run
from corpora.reader import TEXTBOOK, UNSEEN, Program, load
from haltcheck.basis.answer import Answer

PROGRAMS = (*load(), *load(TEXTBOOK), *load(UNSEEN))
RUNNABLE = [program for program in PROGRAMS if program.calls]
PATIENT = Patience(steps=200_000, seconds=30.0)
IMPATIENT = Patience(steps=20_000, seconds=0.3)


def named(answer: Answer) -> list[object]:
    return [pytest.param(p, id=p.id) for p in RUNNABLE if p.answer is answer]


@pytest.mark.parametrize("program", named(Answer.HALT))
def test_every_call_of_a_halting_program_ends(program: Program) -> None:
    outcomes = {call: run(program, call, PATIENT) for call in program.calls}
    assert set(outcomes.values()) == {Outcome.ENDED}, outcomes


@pytest.mark.parametrize("program", named(Answer.NON_HALT))
def test_the_first_call_of_a_program_that_does_not_halt_goes_on(program: Program) -> None:
    assert run(program, program.calls[0], IMPATIENT) is Outcome.STOPPED


@pytest.mark.parametrize("program", [p for p in RUNNABLE if p.condition], ids=lambda p: p.id)
def test_a_conditional_program_has_calls_that_end(program: Program) -> None:
    rest = program.calls[1:]
    assert not rest or run(program, rest[-1], PATIENT) is Outcome.ENDED
