"""What is only handed on is of the kind that its callees take."""

import pytest

from haltcheck.model.abstract.handed import takes_whole
from haltcheck.model.calls import Resolver
from tests.model.abstract.conformance import lowered

CALLEES = "def g(n):\n return n - 1\ndef h(xs):\n return xs.append(1)\ndef k(*xs):\n pass\n"


@pytest.mark.parametrize(
    ("body", "fits"),
    [
        ("g(x)", True),
        ("g(x + 1)", False),
        ("h(x)", False),
        ("k(x)", False),
        ("g(*x)", False),
        ("x(x)", False),
        ("len(x)", False),
    ],
)
def test_the_kind_comes_from_plain_calls(body: str, fits: bool) -> None:
    program = lowered(f"{CALLEES}def f(x):\n while True:\n  {body}\n")
    assert takes_whole(Resolver(program), program.functions["f"], "x") is fits
