"""True proofs survive being followed; false ones are contradicted."""

from dataclasses import replace

import pytest

from haltcheck.basis.answer import Answer
from haltcheck.follow import follow
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.certificate import Bounded, Entry, NoWayBack, Ranking, Recurrent
from haltcheck.model.instruction import Local
from haltcheck.model.lower import lower
from haltcheck.model.program import Next, Program
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject
from haltcheck.model.term import TRUE, ZERO, Formula, Integer, Variable, add, compare, multiply
from haltcheck.options import Options
from haltcheck.pipeline import check_source
from haltcheck.proof.region import Partition
from haltcheck.pursuit import Consistent, Contradicted, Following, may_fall
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


LEXICOGRAPHIC = (
    "def f(n: int, m: int):\n    while n > 0:\n        if m > 0:\n            m -= 1\n"
    "        else:\n            n -= 1\n            m = 5\n"
)
INNER = (
    "def f(n: int):\n    while n > 0:\n        i = 0\n        while i < n:\n"
    "            i += 1\n        n -= 1\n"
)
FIBONACCI = "def f(n: int):\n    return n if n < 2 else f(n - 1) + f(n - 2)\n"
N, M, COUNT = Variable("n"), Variable("m"), Variable("i")


def _followed(text: str, ranking: Ranking, subject: Subject = SUBJECT) -> Following:
    return follow(_program(text), subject, Settled(Answer.HALT, ranking, "guess"))


def test_a_lexicographic_measure_is_followed() -> None:
    head = _head(_program(LEXICOGRAPHIC))
    assert _followed(LEXICOGRAPHIC, Ranking((((head, N),), ((head, M),)))) == Consistent(100)
    for wrong in ((M, N), (N,), (M,)):
        ranking = Ranking(tuple(((head, term),) for term in wrong))
        assert isinstance(_followed(LEXICOGRAPHIC, ranking), Contradicted)


def test_a_measure_falls_in_the_rounds_of_inner_loops_too() -> None:
    outer, inner = (loop.head for loop in _program(INNER).functions["f"].loops)
    left = add(N, multiply(Integer(-1), COUNT))
    right = Ranking((((outer, N), (inner, N)), ((outer, Integer(1)), (inner, left))))
    within = Ranking((((outer, N), (inner, N)),))
    assert isinstance(_followed(INNER, within), Contradicted)
    assert isinstance(_followed(INNER, replace(right, measures=right.measures[:1])), Contradicted)


def test_a_measure_falls_from_call_to_call() -> None:
    recursion = RecursionSubject(("f",))
    assert _followed(FIBONACCI, Ranking((((0, N),),)), recursion) == Consistent(100)
    for wrong in (multiply(Integer(-1), N), Integer(3)):
        found = _followed(FIBONACCI, Ranking((((0, wrong),),)), recursion)
        assert isinstance(found, Contradicted) and "call" in found.why


def test_a_bound_of_rounds_is_followed() -> None:
    few = "def f(x: int):\n    while x >= 0:\n        x = -2 * x + 10\n"
    program = _program(few)
    assert follow(program, SUBJECT, Settled(Answer.HALT, Bounded(8), "t")) == Consistent(100)
    assert isinstance(follow(program, SUBJECT, Settled(Answer.HALT, Bounded(2), "t")), Contradicted)


@pytest.mark.parametrize(
    ("before", "now", "may"),
    [
        ((3,), (2,), True), ((3,), (3,), False), ((3,), (4,), False), ((0,), (-1,), True),
        ((-1,), (-2,), False), ((1, 0), (1, -1), True), ((1, 5), (2, 4), False), ((), (), True),
        ((-1, 5), (-2, 4), True), ((None, 1), (None, 9), True), ((2, None), (3, None), False),
    ],
)  # fmt: skip
def test_falling_is_lexicographic_and_bounded(before: object, now: object, may: bool) -> None:
    assert may_fall(before, now) is may  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "exact", "kind"),
    [
        (compare("<", N, ZERO), False, Consistent), (compare("<", N, ZERO), True, Consistent),
        (compare("<", N, Integer(5)), False, Contradicted),
        (compare("<", N, Integer(-5)), False, Consistent),
    ],
)  # fmt: skip
def test_inputs_that_meet_the_condition_do_not_end(said: Formula, exact: bool, kind: type) -> None:
    program = _program(DOWN)
    certificate = Recurrent(_head(program), TRUE, (), Entry((("n", -1),), ()))
    settled = Settled(Answer.NON_HALT, certificate, "guess", partition=Partition(said, ()))
    assert isinstance(follow(program, SUBJECT, replace(settled, exact=exact)), kind)


def test_without_the_condition_no_state_comes_back() -> None:
    program = _program("def f(n: int):\n    while n > 0:\n        n = n\n")
    partition = Partition(compare("<", Integer(4), N), ())
    certificate = Recurrent(_head(program), TRUE, (), Entry((("n", 5),), ()))
    settled = Settled(Answer.NON_HALT, certificate, "guess", partition=partition, exact=True)
    assert isinstance(follow(program, SUBJECT, settled), Contradicted)
