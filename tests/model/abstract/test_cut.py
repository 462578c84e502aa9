"""Terms that explode are cut, and the rest is left alone."""

from __future__ import annotations

import pytest

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust, build, show
from haltcheck.model.abstract.cut import extent, is_moderate
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import Faith, System
from haltcheck.model.term import (
    ONE,
    Integer,
    Term,
    Variable,
    add,
    choose,
    compare,
    floor_divide,
    multiply,
)
from tests.model.abstract.conformance import lowered

X, Y = Variable("x"), Variable("y")


def test_extents() -> None:
    assert extent(X) == (1, 1, 1)
    assert extent(add(X, Y, ONE))[1:] == (1, 3)
    assert extent(multiply(add(X, ONE), add(X, Y)))[1:] == (2, 4)
    assert extent(choose(compare("<", X, Y), X, ONE))[1] == 1


@pytest.mark.parametrize(
    "term",
    [X, Integer(2**4096), multiply(*[X] * 8), add(*[X] * 60), floor_divide(add(X, Y), Y)],
    ids=str,
)
def test_what_people_write_is_moderate(term: Term) -> None:
    assert is_moderate(term)


@pytest.mark.parametrize(
    "term",
    [Integer(2**9000), multiply(*[X] * 9), add(*[X] * 400), multiply(*[add(X, Y)] * 7)],
    ids=lambda term: str(term)[:20],
)
def test_what_explodes_is_not(term: Term) -> None:
    assert not is_moderate(term)


@pytest.mark.parametrize(
    "line",
    [
        "x = x * x",
        "x = x + x",
        "x = (x + 1) * (x + y)",
        "x = max(x, y) - min(x, y + x)",
        "x, y = x * y, x + y",
        "x = x // 2 + y",
        "x = abs(x - y) * 3 ** 200",
        "x = 2 ** (10 ** 9) + x ** 5000",
        "x = divmod(x, 7)[0] * (x > y)",
        "x = x << 200",
        "x = pow(x, 2) + pow(x, 2, y)",
    ],
)
def test_a_hundred_lines_are_built_at_once(line: str) -> None:
    lines = "".join(f"  {line}\n" for _ in range(100))
    program = lowered(f"def f(x: int, y: int):\n while x > 0:\n{lines}  x -= 1\n")
    system = build(program, LoopSubject("f", 0), Trust.NOTHING, Budget())
    assert isinstance(system, System)
    assert len(show(system)) < 100_000
    assert all(
        one.faith is Faith.COARSE for one in system.transitions if one.source >= 0 == one.target
    )
