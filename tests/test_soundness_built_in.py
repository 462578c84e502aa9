"""What built-in code does not refuse never ends a loop: each expression is tried for real."""

from itertools import product

import pytest

import haltcheck
from haltcheck.basis.answer import Answer

_VALUES = (
    "{1: 2}",
    "{1: 2}.keys()",
    "{1: 2}.values()",
    "{1: 2}.items()",
    "{1}",
    "frozenset([1])",
    "[1]",
    "(1,)",
    "'ab'",
    "b'ab'",
    "bytearray(b'ab')",
    "3",
    "2.5",
    "True",
    "None",
    "range(3)",
)
_SIGNS = (
    *("+", "-", "|", "<"),
    *(pytest.param(sign, marks=pytest.mark.nightly) for sign in ("*", "%", "&", "^", "==")),
)
_CALLS = ("len", "hash", "sorted", "sum", "list", "set", "dict", "iter", "abs", "min", "bool")


def _succeeds(expression: str) -> bool:
    """The expressions are our own."""
    try:
        eval(expression)
    except Exception:
        return False
    return True


def _wrong(expressions: list[str]) -> list[str]:
    """Those that raise nothing, and whose endless repetition is said to end."""
    loops = [f"def f{n}():\n    while True:\n        x = {e}\n" for n, e in enumerate(expressions)]
    (file,) = haltcheck.check("\n\n".join(loops)).files
    answers = {one.name: one.loops[0].verdict.answer for one in file.functions if one.loops}
    return [
        one
        for number, one in enumerate(expressions)
        if answers[f"f{number}"] is (Answer.HALT if _succeeds(one) else Answer.NON_HALT)
    ]


@pytest.mark.parametrize("sign", _SIGNS)
def test_operators(sign: str) -> None:
    assert _wrong([f"{a} {sign} {b}" for a, b in product(_VALUES, repeat=2)]) == []


def test_calls() -> None:
    assert _wrong([f"{call}({value})" for call, value in product(_CALLS, _VALUES)]) == []
