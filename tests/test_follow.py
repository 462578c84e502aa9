"""True proofs survive being followed; false ones are contradicted."""

import pytest

from haltcheck.basis.answer import Answer
from haltcheck.follow import Consistent, Contradicted, follow
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.certificate import Entry, NoWayBack, Ranking, Recurrent
from haltcheck.model.instruction import Local
from haltcheck.model.lower import lower
from haltcheck.model.program import Next, Program
from haltcheck.model.subject import LoopSubject
from haltcheck.model.term import TRUE, Variable
from haltcheck.options import Options
from haltcheck.pipeline import check_source
from haltcheck.verdict.evidence import Settled

SUBJECT = LoopSubject("f", 0)


def _program(text: str) -> Program:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    return lower(syntax)


def _head(program: Program) -> int:
    return program.functions["f"].loops[0].head


DOWN = "def f(n: int):\n    while n != 0:\n        n -= 1\n"
STILL = "def f(n: int):\n    while n > 0:\n        n = n\n"
NESTED = (
    "def f(n: int):\n    while True:\n        i = 0\n        while i < 3:\n            i += 1\n"
)


def test_a_state_that_comes_back_contradicts_halting() -> None:
    followed = follow(_program(STILL), SUBJECT, Settled(Answer.HALT, NoWayBack(), "lie"))
    assert isinstance(followed, Contradicted) and "comes back" in followed.why


def test_a_measure_that_rises_contradicts_halting() -> None:
    program = _program("def f(n: int):\n    while n < 10:\n        n += 1\n")
    ranking = Ranking((((_head(program), Variable("n")),),))
    followed = follow(program, SUBJECT, Settled(Answer.HALT, ranking, "lie"))
    assert isinstance(followed, Contradicted) and "measure" in followed.why


def test_an_iterable_that_grows_contradicts_its_measure() -> None:
    program = _program("def f():\n    xs = [1]\n    for x in xs:\n        xs.append(x)\n")
    function = program.functions["f"]
    (iterator,) = (
        end.iterator.name
        for block in function.blocks
        if isinstance(end := block.terminator, Next) and isinstance(end.iterator, Local)
    )
    ranking = Ranking((((_head(program), Variable(f"left({iterator})")),),))
    followed = follow(program, SUBJECT, Settled(Answer.HALT, ranking, "lie"))
    assert isinstance(followed, Contradicted) and "measure" in followed.why


def test_a_true_ranking_survives() -> None:
    program = _program("def f(n: int):\n    while n > 0:\n        n -= 1\n")
    ranking = Ranking((((_head(program), Variable("n")),),))
    followed = follow(program, SUBJECT, Settled(Answer.HALT, ranking, "truth"))
    assert followed == Consistent(100)


def test_an_inner_loop_may_start_again_in_the_same_state() -> None:
    program = _program(NESTED)
    inner = LoopSubject("f", 1)
    followed = follow(program, inner, Settled(Answer.HALT, NoWayBack(), "truth"))
    assert isinstance(followed, Consistent)


@pytest.mark.parametrize(("start", "kind"), [(-1, Consistent), (5, Contradicted)])
def test_a_looping_witness_runs_on(start: int, kind: type) -> None:
    program = _program(DOWN)
    certificate = Recurrent(_head(program), TRUE, (), Entry((("n", start),), ()))
    followed = follow(program, SUBJECT, Settled(Answer.NON_HALT, certificate, "guess"))
    assert isinstance(followed, kind)


def test_what_holds_passes_through_the_pipeline() -> None:
    report = check_source(from_text(DOWN), Options(check_proofs=True))
    assert report.fault is None and report.verdict is not None
    assert report.verdict.answer is Answer.NON_HALT


def test_a_contradicted_proof_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    import haltcheck.inquiry

    lie = Settled(Answer.HALT, NoWayBack(), "lie")
    monkeypatch.setattr(haltcheck.inquiry.Inquiry, "evidence", lambda self, subject: lie)
    report = check_source(from_text(STILL), Options(check_proofs=True))
    assert report.fault is not None and "contradicted proof" in report.fault.message
    assert report.verdict is not None and report.verdict.answer is Answer.UNKNOWN
