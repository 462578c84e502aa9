"""What a system says of arithmetic is what Python does."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust, build, show
from haltcheck.model.program import Program
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import EXIT, Faith, System
from haltcheck.model.term import (
    Formula,
    Integer,
    Truth,
    Variable,
    apply,
    compare,
    conjunction,
    evaluate,
    holds,
    substitute,
)
from haltcheck.proof.encode import Prover
from tests.model.abstract.conformance import lowered

EXPRESSIONS = [
    *(f"a {sign} b" for sign in ("+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>")),
    "int(a ** b)",
    *(f"a {sign} 3" for sign in ("//", "%", "&", "|", "^", "<<", ">>", "**")),
    *(f"a {sign} -4" for sign in ("//", "%", "&", "|", "^")),
    *(
        "a ** 6",
        "a ** 7",
        "int(2 ** a)",
        "1 << a",
        "int((-2) ** a)",
        "a & (a - 1)",
        "a & -a",
        "a | (a + 1)",
    ),
    *("~a", "-a", "+a", "a ^ a", "a ^ ~a", "a & ~a", "a | -1", "a & 10", "a ^ 37 | 8"),
    *("abs(a)", "min(a, b)", "max(a, b, 2)", "divmod(a, b)[1]", "pow(a, 2)", "int(pow(a, b))"),
    *("pow(a, b, 5)", "pow(a, 2, b)", "round(a)", "int(a)", "int(a > b)", "bool(a) + 1", "a // 1"),
    *(
        "(a > b) + (a < b)",
        "(a > 0) * 3 - True",
        "int(a / 2)",
        "int(a / -3)",
        "int(a / b)",
        "a % 1",
        "not a",
    ),
    *("a if a > b else b", "1 if a < b < 4 else 2", "a and b", "a or b", "a.bit_length()"),
    *("(a > 0.5) + (a <= -1.5)", "(a < b / 2) + 0", "(a >= b / 3) + 0", "(b / 2 > a) + 0"),
    *(
        "math.isqrt(a)",
        "int(math.sqrt(a))",
        "(b <= a ** 0.5) + 0",
        "math.gcd(a, b)",
        "math.floor(a)",
        "math.floor(a / b)",
        "math.ceil(a / -2)",
        "round(a / 2)",
        "(a < float('inf')) + (a == 2.0)",
    ),
    *("(a > b) & (a > 1)", "(a > b) ^ True", "(a > 0) | b", "(a < b) ** 2"),
]


@cache
def system_of(expression: str) -> System:
    text = f"import math\ndef f(a: int, b: int, c: int):\n while c != 0:\n  c = {expression}\n"
    program: Program = lowered(text)
    system = build(program, LoopSubject("f", 0), Trust.NOTHING, Budget())
    assert isinstance(system, System)
    return system


def outcome(expression: str, a: int, b: int) -> int | None:
    """What Python makes of it; None where it raises or gives no integer."""
    import math

    try:
        found = eval(expression, {"math": math, "a": a, "b": b})
    except (ArithmeticError, TypeError, ValueError):
        return None
    assume(isinstance(found, int))
    return int(found)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(a=st.integers(-9, 9), b=st.integers(-5, 5))
@settings(max_examples=25, deadline=None)
def test_what_python_does_is_allowed(expression: str, a: int, b: int) -> None:
    system = system_of(expression)
    after = outcome(expression, a, b)
    known = {"a": Integer(a), "b": Integer(b), "c": Integer(1)}
    prover = Prover(200_000, 1000)
    allowed = False
    for one in system.transitions:
        if one.source not in system.inside:
            continue
        guard = apply(one.guard, known)
        new = substitute(dict(one.update).get("c", Variable("c")), known)
        if after is None or one.target == EXIT:
            fits: Formula = Truth((after is None) == (one.target == EXIT))
        else:
            fits = compare("==", new, Integer(after))
        if not prover.refutes(conjunction(guard, fits)):
            allowed = True
        if one.faith is Faith.EXACT and not one.choices and holds(guard, {}):
            assert (one.target == EXIT) == (after is None), show(system)
            assert after is None or evaluate(new, {}) == after, show(system)
    assert allowed, show(system)


def shown(text: str) -> str:
    program = lowered(text)
    system = build(program, LoopSubject("f", 0), Trust.NOTHING, Budget())
    assert isinstance(system, System)
    return show(system)


def test_half_of_a_number_is_a_quotient() -> None:
    text = "def f(n: int):\n while n != 7:\n  n = int(n / 2)\n"
    assert "n // 2" in shown(text)


def test_a_root_of_a_negative_number_is_no_float() -> None:
    text = "def f(n: int, x: float):\n r = x ** 0.5\n while n:\n  n -= 1\n  if r < 1:\n   n -= 1\n"
    lines = shown(text).splitlines()
    assert sum("exit" in line.lower() for line in lines) >= 2, lines


def test_the_items_of_a_quotient_with_remainder_are_integers() -> None:
    text = "def f(a: int, b: int):\n while b:\n  q, r = divmod(a, b)\n  a, b = b, r\n"
    assert "a % b" in shown(text)
