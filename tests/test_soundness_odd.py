"""Floats, and objects that change what a built-in class does, come to loops by many ways.

Each is a text whose function ``f`` never returns.
"""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer

NEVER_HALTS = {
    "int_sub_attr": """
class I(int):
    def __sub__(self, o):
        return self
class H:
    def __init__(self, n):
        self.n = n
    def go(self):
        while self.n > 0:
            self.n -= 1
def f():
    H(I(3)).go()
""",
    "int_sub_list": """
class I(int):
    def __sub__(self, o):
        return self
def f():
    xs = [I(3)]
    n = xs[0]
    while n > 0:
        n -= 1
""",
    "int_sub_global": """
class I(int):
    def __sub__(self, o):
        return self
N = I(3)
def f():
    n = N
    while n > 0:
        n -= 1
""",
    "list_pop_over_ann": """
class L(list):
    def pop(self):
        return None
def g(xs: list):
    while xs:
        xs.pop()
def f():
    g(L([1]))
""",
    "list_bool_over": """
class L(list):
    def __bool__(self):
        return True
    def pop(self):
        return 1
def g(xs: list):
    while xs:
        xs.pop()
def f():
    g(L([1]))
""",
    "list_append_over": """
class L(list):
    def append(self, x):
        pass
def g(xs):
    while len(xs) < 5:
        xs.append(1)
def f():
    g(L())
""",
    "str_over": """
class S(str):
    def __getitem__(self, k):
        return self
def g(s):
    while s:
        s = s[1:]
def f():
    g(S("abc"))
""",
    "float_arg_attr": """
class H:
    def __init__(self, n):
        self.n = n
    def go(self):
        while self.n > 0:
            self.n -= 1
def f():
    H(float("inf")).go()
""",
    "float_list": """
def f():
    xs = [float("inf")]
    n = xs[0]
    while n > 0:
        n -= 1
""",
    "float_global": """
import math
N = math.inf
def f():
    n = N
    while n > 0:
        n -= 1
""",
    "float_default": """
def f(n=float("inf")):
    while n > 0:
        n -= 1
""",
    "float_dict": """
T = {"a": float("inf")}
def g(n):
    while n > 0:
        n -= 1
def f():
    g(T["a"])
""",
    "float_kwargs": """
def g(n):
    while n > 0:
        n -= 1
def f():
    g(**{"n": float("inf")})
""",
    "float_star": """
def g(n):
    while n > 0:
        n -= 1
def f():
    g(*[float("inf")])
""",
    "float_map": """
def g(n):
    while n > 0:
        n -= 1
def f():
    list(map(g, [float("inf")]))
""",
    "float_method": """
class C:
    def go(self, n):
        while n > 0:
            n -= 1
def f():
    C().go(float("inf"))
""",
    "float_partial": """
from functools import partial
def g(n):
    while n > 0:
        n -= 1
def f():
    partial(g, float("inf"))()
""",
    "decimal": """
from decimal import Decimal
def g(n):
    while n > 0:
        n -= 1
def f():
    g(Decimal("inf"))
""",
}


@pytest.mark.parametrize("name", NEVER_HALTS)
def test_it_is_not_said_to_halt(name: str) -> None:
    (report,) = check(NEVER_HALTS[name]).files
    assert report.fault is None and report.error is None
    told = {one.name: one.verdict.answer for one in report.functions}
    assert told["f"] is not Answer.HALT


HALTS = {
    "integers": """
class C:
    def __init__(self, n: int):
        self.n = n

    def go(self):
        while self.n > 0:
            self.n -= 1


def f():
    C(3).go()
""",
    "a float that is counted here": """
def f():
    x = 0.0
    while x < 1.0:
        x += 0.1
""",
}


@pytest.mark.parametrize("name", HALTS)
def test_plain_numbers_are_still_said_to_halt(name: str) -> None:
    (report,) = check(HALTS[name]).files
    assert report.verdict is not None and report.verdict.answer is Answer.HALT
