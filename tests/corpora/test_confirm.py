"""The runner tells runs that end from runs that go on."""

from pathlib import Path

import pytest

from corpora.confirm import Outcome, Patience, Peer, run
from corpora.reader import Guard, Program
from haltcheck.basis.answer import Answer

BRIEF = Patience(steps=500, seconds=0.2)


def program(code: str, guard: Guard = Guard.STEPS) -> Program:
    return Program(
        id="x",
        path=Path("x.py"),
        code=code,
        answer=Answer.HALT,
        reason="",
        shape="",
        family="",
        function="f",
        guard=guard,
    )


@pytest.mark.parametrize("guard", Guard)
@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("return 1", Outcome.ENDED),
        ("raise SystemExit", Outcome.ENDED),
        ("return input()", Outcome.ENDED),
        ("return f()", Outcome.STOPPED),
        ("\n    while True:\n        pass", Outcome.STOPPED),
    ],
)
def test_outcome_of_a_call(guard: Guard, body: str, outcome: Outcome) -> None:
    assert run(program(f"def f():\n    {body}\n", guard), "f()", BRIEF) is outcome


def test_a_diverging_module_body_is_stopped() -> None:
    assert run(program("while True:\n    pass\n"), "0", BRIEF) is Outcome.STOPPED


def test_a_peer_delivers_its_chunks_and_then_nothing() -> None:
    peer = Peer(b"abc", b"d")
    assert [peer.recv(2) for _ in range(5)] == [b"ab", b"c", b"d", b"", b""]
