"""Nested functions in the place of their calls, and when they must stay where they are."""

import pytest

from haltcheck.model.abstract.splice import spliced
from haltcheck.model.calls import Resolver
from tests.model.abstract.conformance import lowered

TICK = "def f(n, other):\n def tick(by):\n  nonlocal n\n  n -= by\n  return n\n while n > 0:\n  "


def rebound(text: str) -> frozenset[str]:
    program = lowered(text)
    return spliced(program, Resolver(program), program.functions["f"]).rebound


@pytest.mark.parametrize("call", ["tick(1)", "print(tick(2))", "x = tick(1) + tick(2)"])
def test_names_are_plain_locals_where_every_writer_is_in_place(call: str) -> None:
    assert rebound(TICK + call + "\n") == frozenset()


@pytest.mark.parametrize(
    "call",
    ["other(tick)", "xs = [tick]", "tick(by=1)", "tick(*other)", "return tick", "tick = other"],
)
def test_a_function_that_is_used_otherwise_stays(call: str) -> None:
    assert rebound(TICK + call + "\n") == {"n"}


def test_a_writer_that_loops_stays() -> None:
    text = TICK.replace("  n -= by\n", "  while n > 9:\n   n -= by\n") + "tick(1)\n"
    assert rebound(text) == {"n"}


def test_heads_of_loops_keep_their_numbers() -> None:
    program = lowered(TICK + "tick(1)\n")
    function = program.functions["f"]
    found = spliced(program, Resolver(program), function)
    assert [loop.head for loop in found.loops] == [loop.head for loop in function.loops]
    assert all(block.id == place for place, block in enumerate(found.blocks))
    assert found.loops[0].blocks > function.loops[0].blocks
