"""Which locals are never negative."""

from haltcheck.model.abstract.sign import never_negative
from tests.model.source import lowered

TEXT = """
def f(n: int, xs: list):
    a = 0
    b = 1
    c = 5
    d = True
    e = 0.5
    g = 3
    h = 2
    while n > 0:
        a += 1
        b = b * 2 + a
        c -= 1
        d = a < b
        e = e + 1
        g = g + n
        h = c
    for i in xs:
        a = a // 2
"""


def test_what_only_grows_from_zero() -> None:
    program = lowered(TEXT)
    found = never_negative(program.functions["f"])
    assert {"a", "b", "d"} <= found
    assert not found & {"c", "e", "g", "h", "i", "n", "xs"}


def test_what_another_function_binds_is_not() -> None:
    text = "def f():\n a = 0\n def g():\n  nonlocal a\n  a = -1\n while a ** a:\n  g()\n"
    assert "a" not in never_negative(lowered(text).functions["f"])
