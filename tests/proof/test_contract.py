"""Contracts of recursive functions: true ones are found, false ones convince nobody."""

import pytest

from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import Source
from haltcheck.model.abstract import Trust, build
from haltcheck.model.certificate import Ranking
from haltcheck.model.lower import lower
from haltcheck.model.subject import LoopSubject, RecursionSubject
from haltcheck.model.term import Integer, Variable, compare, subtract
from haltcheck.proof.contract import RETURN, strengthened
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_halting import check_ranking
from haltcheck.proof.proposal import contracts_of
from haltcheck.proof.prove import Accepted, prove
from haltcheck.proof.ruling import Granted, Rejected

N = Variable("n")


def fresh():
    return Prover(2_000_000, 500)


NINETY_ONE = "def f(n: int) -> int:\n if n > 100:\n  return n - 10\n return f(f(n + 11))\n"
SAME = "def f(n):\n if n <= 0:\n  return 0\n return f(f(n - 1)) + 1\n"
TWICE = "def f(n):\n if n <= 0:\n  return 0\n return f(f(n - 1)) + 2\n"
STUCK = "def f(n):\n if n <= 0:\n  return 1\n return f(f(n - 1))\n"


def system_of(text):
    program = lower(parse(Source("example.py", text, "")))
    return program, build(program, RecursionSubject(("f",)), Trust.NOTHING, Budget())


def answer(text):
    last = prove(system_of(text)[0], RecursionSubject(("f",)), budget=Budget())[-1]
    return last.proof.answer.value if isinstance(last, Accepted) else "unknown"


@pytest.mark.parametrize("text", [NINETY_ONE, SAME])
def test_what_comes_back_bounds_the_next_call(text):
    assert answer(text) == "halt"


@pytest.mark.parametrize("text", [TWICE, STUCK])
def test_what_comes_back_may_be_too_large(text):
    assert answer(text) != "halt"


def test_a_false_contract_is_rejected():
    _, system = system_of(TWICE)
    measures = (((0, N),),)
    for promised in (compare("<=", RETURN, N), compare("<", RETURN, Integer(1))):
        ruling = check_ranking(system, fresh(), Ranking(measures, (), ((0, promised),)))
        assert isinstance(ruling, Rejected)
        assert "contract" in ruling.reason


def test_a_contract_of_no_function_is_rejected():
    _, system = system_of(SAME)
    for place in (-1, 1):
        certificate = Ranking((((0, N),),), (), ((place, compare("<=", RETURN, N)),))
        assert isinstance(check_ranking(system, fresh(), certificate), Rejected)


def test_what_is_found_is_granted_and_needed():
    _, system = system_of(NINETY_ONE)
    found = contracts_of(system, fresh())
    measures = (((0, subtract(Integer(100), N)),),)
    assert isinstance(check_ranking(system, fresh(), Ranking(measures, (), found)), Granted)
    assert isinstance(check_ranking(system, fresh(), Ranking(measures)), Rejected)
    assert strengthened(system, ()) == system


def test_two_functions_keep_their_contracts_together():
    text = (
        "def f(n: int) -> int:\n return 1 if n <= 0 else n - m(f(n - 1))\n"
        "def m(n: int) -> int:\n return 0 if n <= 0 else n - f(m(n - 1))\n"
    )
    program = lower(parse(Source("example.py", text, "")))
    last = prove(program, RecursionSubject(("f", "m")), budget=Budget())[-1]
    assert isinstance(last, Accepted)
    assert last.proof.certificate.contracts


STEERED = (
    "def step(n: int) -> int:\n return 1 if n <= 1 else step(n - 1)\n"
    "def main(x: int, y: int):\n while x > 0:\n  x -= step(y)\n"
)


def loop_of(text):
    program = lower(parse(Source("example.py", text, "")))
    return program, LoopSubject("main", 0)


def decided(text):
    last = prove(*loop_of(text), budget=Budget())[-1]
    return last.proof.answer.value if isinstance(last, Accepted) else "unknown"


def test_what_a_callee_gives_back_ranks_the_loop_of_its_caller():
    assert decided(STEERED) == "halt"
    assert decided(STEERED.replace("return 1", "return 0")) != "halt"
    assert decided(STEERED.replace("return 1", "return n")) != "halt"


def test_a_contract_of_a_callee_is_kept_through_callees_of_its_own():
    more = "def half(n: int) -> int:\n return 0 if n <= 1 else step(n) + half(n // 2)\n"
    text = more + STEERED.replace("x -= step(y)", "x = half(x)").replace("x > 0", "x > 1")
    assert decided(text) == "halt"


def test_a_false_contract_of_a_callee_is_rejected():
    program, subject = loop_of(STEERED)
    system = build(program, subject, Trust.NOTHING, Budget())
    (place,) = {result.source for result in system.results}
    location = next(iter(system.inside))
    measures = (((location, Variable("x")),),)
    for promised, fits in ((Integer(1), True), (Integer(2), False)):
        contract = compare("<=", promised, RETURN)
        ruling = check_ranking(system, fresh(), Ranking(measures, (), ((place, contract),)))
        assert isinstance(ruling, Granted) is fits
    unknown = Ranking(measures, (), ((place - 1, compare("<=", Integer(1), RETURN)),))
    assert isinstance(check_ranking(system, fresh(), unknown), Rejected)


def test_what_a_callee_leaves_in_a_global_ranks_the_loop_of_its_caller():
    text = (
        "G = 0\ndef rec(n: int) -> None:\n global G\n G = G - 1\n if n > 0:\n  rec(n - 1)\n"
        "def main(x: int, y: int) -> None:\n global G\n G = x\n while G > 0:\n  rec(y)\n"
    )
    assert decided(text) == "halt"
    assert decided(text.replace("G - 1", "G + n")) != "halt"
    assert decided(text.replace("G - 1", "None if n == 3 else G - 1")) != "halt"
