"""What uses say of the kinds of what comes from outside."""

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.demand import demands_of
from tests.model.source import lowered


def _mask(text: str, name: str) -> int:
    return demands_of(lowered(text).functions["f"]).mask(name)


def test_what_is_compared_with_none_may_be_none() -> None:
    text = "def f(n):\n while n:\n  if n is not None:\n   n -= 1\n"
    assert _mask(text, "n") == k.INT | k.NONE
    assert _mask(text.replace("n is not None", "n > 1"), "n") == k.INT


def test_a_flag_says_nothing_of_what_its_name_is_bound_to_next() -> None:
    text = "def f(it):\n found = False\n while found is False:\n  found, x = next(it)\n"
    assert _mask(text, "found") == k.ANY


def test_what_is_asked_for_a_class_may_be_of_it() -> None:
    text = "def f(n):\n while isinstance(n, (list, str)):\n  n.strip()\n"
    assert _mask(text, "n") == k.STR | k.LIST
    assert _mask(text.replace("(list, str)", "Shape"), "n") == k.ANY
    refused = "def f(n):\n if isinstance(n, float):\n  raise TypeError\n while n:\n  n -= 1\n"
    assert _mask(refused, "n") == k.INT
