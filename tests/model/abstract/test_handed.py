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
        ("g(x) + x", True),
        ("print(x, g(x))", True),
        ("x is None or g(x)", False),
        ("isinstance(x, str) or g(x)", False),
        ("x == 'a' or g(x)", False),
        ("y = x; g(y) + g(x)", False),
    ],
)
def test_the_kind_comes_from_plain_calls(body: str, fits: bool) -> None:
    program = lowered(f"{CALLEES}def f(x):\n while True:\n  {body}\n")
    assert takes_whole(Resolver(program), program.functions["f"], "x") is fits


@pytest.mark.parametrize(("default", "fits"), [("3", True), ("None", False), ("0.5", False)])
def test_a_default_may_be_of_another_kind(default: str, fits: bool) -> None:
    program = lowered(f"{CALLEES}def f(x={default}):\n while True:\n  g(x)\n")
    assert takes_whole(Resolver(program), program.functions["f"], "x") is fits
    program = lowered(
        f"def g(n: int = {default}):\n return n - 1\ndef f(x):\n while True:\n  g(x)\n"
    )
    assert takes_whole(Resolver(program), program.functions["f"], "x") is fits
