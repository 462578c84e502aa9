"""Who can call a function."""

import pytest

from haltcheck.model.abstract.surrounding import Closed, Open, access, surrounding
from haltcheck.model.calls import Resolver
from tests.model.abstract.conformance import lowered

NESTED = "def f(x):\n def g(n):\n  return g(n - 1) if n else 0\n"


def test_what_is_only_called_is_closed() -> None:
    resolver = Resolver(lowered(NESTED + " if x > 0:\n  g(x)\n"))
    assert access(resolver, "f.g") == Closed(("f", "f.g"))
    assert isinstance(access(resolver, "f"), Open)


@pytest.mark.parametrize(
    "use",
    [
        " return g\n",
        " return [g]\n",
        " x(g)\n",
        " g(g)\n",
        " h = g\n if x:\n  h = x\n h(1)\n",
        " def h():\n  nonlocal g\n  g = x\n h()\n g(1)\n",
        " def h(k=g):\n  k(1)\n h()\n",
        " h = lambda: g\n h()(1)\n",
        " eval('g')(1)\n",
    ],
)
def test_what_is_handed_on_or_bound_again_is_open(use: str) -> None:
    assert isinstance(access(Resolver(lowered(NESTED + use)), "f.g"), Open)


def test_callers_are_followed_up_to_open_ones() -> None:
    text = NESTED + " def h(k):\n  g(k)\n h(x)\n"
    found = surrounding(Resolver(lowered(text)), ("f.g",))
    assert (found.open, found.stems, found.roots) == (frozenset(), ("f.h",), ("f",))
