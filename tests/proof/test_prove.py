import pytest
from integer import problem, systems
from table import source

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget, BudgetSpentError
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import Source
from haltcheck.model.certificate import Claim, Entry, GaveUp, Ranking, Trapped
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject
from haltcheck.model.term import TRUE, Integer
from haltcheck.proof import prove as search
from haltcheck.proof.prove import RAISE, Accepted, Failed, prove
from haltcheck.proof.technique import Technique

OPEN = systems(source("while n != 0: n -= 1"))[0]
STUCK = "def f(n):\n    while n > 0:\n        n = n * 1\n"


class Liar(Technique):
    """Claims anything of everything.

    Decides::
    """

    cost = 0

    def __init__(self, claim):
        self.claim = claim

    def attempt(self, problem):
        if isinstance(self.claim, Exception):
            raise self.claim
        return self.claim


def settle(claim, monkeypatch):
    monkeypatch.setattr(search, "techniques", lambda: (("liar", Liar(claim)),))
    return list(search.search(problem(OPEN)))


@pytest.mark.parametrize(
    "claim",
    [
        Claim(OPEN.subject, Answer.HALT, Ranking((((0, Integer(1)),),))),
        Claim(OPEN.subject, Answer.HALT, Ranking(())),
        Claim(OPEN.subject, Answer.NON_HALT, Trapped(((0, TRUE),), Entry((), ()))),
        GaveUp("too hard"),
    ],
)
def test_a_lie_convinces_nobody(claim, monkeypatch):
    attempts = settle(claim, monkeypatch)
    assert [type(attempt) for attempt in attempts] == [Failed]
    assert attempts[0].reason


def test_a_crash_is_a_failed_attempt_unless_asked_for(monkeypatch):
    monkeypatch.delenv(RAISE, raising=False)
    assert isinstance(settle(ValueError("bug"), monkeypatch)[0], Failed)
    assert isinstance(settle(BudgetSpentError("spent"), monkeypatch)[0], Failed)
    monkeypatch.setenv(RAISE, "1")
    with pytest.raises(ValueError, match="bug"):
        settle(ValueError("bug"), monkeypatch)


def attempts_on(text):
    program = lower(parse(Source("example.py", text, "")))
    return prove(program, LoopSubject("f", 0), budget=Budget())


def test_the_last_attempt_is_the_accepted_one():
    attempts = attempts_on(STUCK)
    assert isinstance(attempts[-1], Accepted)
    assert attempts[-1].proof.answer is Answer.NON_HALT
    assert attempts[-1].proof.condition == "n > 0"
    assert not any(isinstance(attempt, Accepted) for attempt in attempts[:-1])


def test_the_same_question_gets_the_same_attempts():
    assert attempts_on(STUCK) == attempts_on(STUCK)


def test_the_end_of_a_stream_stands_against_a_number_of_the_caller():
    found = attempts_on(
        "def f(stream, n: int):\n    got = b''\n    while len(got) != n:\n"
        "        got += stream.read(n - len(got))\n    got = bytearray(got)\n    return got\n"
    )[-1]
    assert (found.technique, found.proof.condition) == ("stuck", "")


def test_a_number_of_the_caller_is_told_where_the_stream_alone_does_nothing():
    found = attempts_on(
        "def f(stream, n: int):\n    while n != 0:\n        n -= 1\n        stream.read(1)\n"
    )[-1]
    assert found.proof.condition == "n < 0"
