"""Which calls every run comes to, and what generators' callers run of them."""

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.instruction import Call, Instruction
from haltcheck.model.lower import lower
from haltcheck.model.program import Function
from haltcheck.verdict.consumption import Consumption, consumption
from haltcheck.verdict.reach import Certain, Reach, Return, Uncertain, reach


def _function(body: str) -> Function:
    text = "def f(x, log):\n    for _ in x:\n        pass\n" + body
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    return lower(syntax).functions["f"]


def _call(function: Function, text: str) -> tuple[int, Instruction]:
    return next(
        (block.id, one)
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, Call) and one.text == text
    )


def _reach(body: str, before: Return = Return.SURE) -> Reach:
    function = _function(body)
    block, call = _call(function, "spin")
    return reach(function, block, call, lambda _: before)


@pytest.mark.parametrize(
    "body",
    [
        "    spin()\n",
        "    if x:\n        log()\n    spin()\n",
        "    if x:\n        raise ValueError\n    spin()\n",
        "    with log:\n        spin()\n",
    ],
)
def test_straight_ways_are_certain(body: str) -> None:
    expected = Uncertain if "raise" in body else Certain
    assert isinstance(_reach(body), expected)


@pytest.mark.parametrize(
    "body",
    [
        "    if x:\n        spin()\n",
        "    if x:\n        return\n    spin()\n",
        "    for _ in x:\n        spin()\n",
        "    x and spin()\n",
    ],
)
def test_ways_around_are_uncertain(body: str) -> None:
    assert isinstance(_reach(body), Uncertain)


def test_calls_before_it_are_supposed_to_return_or_not_followed() -> None:
    supposed = _reach("    log()\n    spin()\n", Return.UNSEEN)
    assert isinstance(supposed, Certain) and len(supposed.assumptions) == 1
    assert isinstance(_reach("    log()\n    spin()\n", Return.SEEN), Uncertain)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("    return make()\n", Consumption.NEVER),
        ("    y = make()\n    return y\n", Consumption.NEVER),
        ("    for y in make():\n        pass\n", Consumption.BY_ROUNDS),
        ("    y = make()\n    return next(y)\n", Consumption.BY_ROUNDS),
        ("    return list(make())\n", Consumption.WHOLLY),
        ("    log(make())\n", Consumption.WHOLLY),
    ],
)
def test_how_much_of_a_generator_is_run(body: str, expected: Consumption) -> None:
    function = _function(body)
    _, call = _call(function, "make")
    assert consumption(function, call) is expected
