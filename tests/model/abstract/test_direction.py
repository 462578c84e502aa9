"""Which way loops move their locals."""

import pytest

from haltcheck.model.abstract.direction import directions
from tests.model.abstract.conformance import lowered


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("x = x - 1", "<="),
        ("x -= 2", "<="),
        ("x = x + 1", ">="),
        ("x += -3", "<="),
        ("x -= 1\n  x -= 1", "<="),
        ("x -= 1\n  x += 1", None),
        ("x = x * 2", None),
        ("x = y - 1", None),
        ("x -= y", None),
        ("y = x - 1\n  y = 99\n  x = y", None),
        ("y = x - 1\n  x = y", None),
        ("x -= 1\n  x = y", None),
        ("if y:\n   x -= 1", "<="),
        ("for x in y:\n   x -= 1", None),
        ("def g():\n   nonlocal x\n   x = 9\n  x -= 1\n  g()", None),
        ("x -= 1\n  del x", None),
    ],
)
def test_every_write_is_a_step_in_one_direction(body: str, sign: str | None) -> None:
    function = lowered(f"def f(x, y):\n while x > 0:\n  {body}\n").functions["f"]
    blocks = function.loops[0].blocks
    assert directions(function, blocks).get("x") == sign
