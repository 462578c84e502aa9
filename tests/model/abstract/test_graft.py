"""A body in the place of its call does what the call did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.model import instruction as i
from haltcheck.model.abstract.focus import focused
from haltcheck.model.abstract.graft import arguments
from haltcheck.model.program import Function, Program
from haltcheck.model.step.event import Failed, Finished
from haltcheck.model.step.replay import begin
from tests.model.abstract.conformance import lowered

HELPERS = """\
def down(n: int, by: int = 1) -> int:
    c = 0
    while n > 0:
        n -= by
        c += 1
        if c > 20:
            return -1
    return c


def tens(a: int, b: int) -> int:
    total = 0
    for k in range(a):
        try:
            total += 10 // (k - b)
        except ZeroDivisionError as error:
            total -= 1
    return total


def both(a: int, b: int) -> int:
    x = down(a, by=1)
    while b > 0:
        b -= 1
        x += down(b)
    return x

"""

BODIES = (
    "return down(a) + down(b, 2) * 100",
    "x = a\n while x > 0:\n  x = x - 1 - down(b)\n return x",
    "try:\n  return down(a, b)\n finally:\n  a = tens(b, a)",
    "try:\n  return 1 // down(a)\n except ZeroDivisionError:\n  return tens(a, b)",
    "return both(a, b) if a > b else both(b, a)",
    "for k in range(3):\n  if down(k + a) == 2:\n   return k\n return tens(a, b)",
    "return down(down(a)) + down(by=1, n=b)",
)


def focus(text: str) -> Program:
    seen = focused(lowered(text), "f")
    assert isinstance(seen, Program)
    return seen


def outcome(program: Program, inputs: dict[str, object]) -> object:
    machine = begin(program, "f", inputs)
    assert not isinstance(machine, str)
    event = machine.run(20_000)
    if isinstance(event, Failed):
        return event.error
    assert isinstance(event, Finished)
    return event.value


def calls_of(function: Function) -> list[str]:
    return [
        part.text
        for block in function.blocks
        for part in block.instructions
        if isinstance(part, i.Call)
    ]


@pytest.mark.parametrize("body", BODIES)
@settings(max_examples=25, deadline=None)
@given(a=st.integers(-3, 6), b=st.integers(-3, 6))
def test_grafted_programs_do_what_they_did(body: str, a: int, b: int) -> None:
    text = f"{HELPERS}def f(a: int, b: int) -> int:\n {body}\n"
    inputs: dict[str, object] = {"a": a, "b": b}
    before, after = outcome(lowered(text), inputs), outcome(focus(text), inputs)
    assert str(before) == str(after)


@pytest.mark.parametrize("body", BODIES)
def test_blocks_and_loops_fit_together(body: str) -> None:
    function = focus(f"{HELPERS}def f(a: int, b: int) -> int:\n {body}\n").functions["f"]
    assert not {"down", "both"} & set(calls_of(function))
    assert all(block.id == place for place, block in enumerate(function.blocks))
    by_id = {loop.id: loop for loop in function.loops}
    assert len(by_id) == len(function.loops)
    for loop in function.loops:
        assert loop.head in loop.blocks
        if loop.parent is not None:
            assert loop.blocks < by_id[loop.parent].blocks


@pytest.mark.parametrize(
    "call", ["down()", "down(*xs)", "down(**k)", "down(1, 2, 3)", "down(1, n=2)", "down(1, c=2)"]
)
def test_calls_that_do_not_fit_have_no_arguments(call: str) -> None:
    program = lowered(f"{HELPERS}def f(xs, k):\n return {call}\n")
    (made,) = (
        one
        for block in program.functions["f"].blocks
        for one in block.instructions
        if isinstance(one, i.Call)
    )
    assert arguments(made, program.functions["down"]) is None


@pytest.mark.parametrize(
    "helper",
    [
        "def g(n):\n while n > 0:\n  n -= 1\n  yield n\n",
        "async def g(n):\n while n > 0:\n  n -= 1\n",
        "def g(n):\n h = lambda: n\n while n > 0:\n  n = h() - 1\n",
        "def g(n):\n while n > 0:\n  n -= 1\n return x\n if n:\n  x = 1\n",
        "def g(n):\n while n > 0:\n  n -= 1\n return g(n - 1) if n > 0 else 0\n",
    ],
)
def test_what_needs_a_frame_of_its_own_stays_a_call(helper: str) -> None:
    seen = focus(f"{helper}def f(n: int):\n g(n)\n while n > 0:\n  n -= 1\n")
    assert "g" in calls_of(seen.functions["f"])


@pytest.mark.parametrize(
    "more",
    [
        "h = g\n",
        "def k(n):\n return lambda: g(n)\n",
        "class A:\n def m(self):\n  g(1)\n",
    ],
)
def test_what_may_run_a_callee_unseen_forbids_the_view(more: str) -> None:
    text = f"def g(n):\n while n > 0:\n  n -= 1\n{more}def f(n: int):\n g(n)\n"
    assert not isinstance(focused(lowered(text), "f"), Program)
