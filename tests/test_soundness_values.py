"""Functions, generators and iterators that flow as values to where they run or are iterated.

Each is a text whose function ``f`` never returns.
"""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer

NEVER_HALTS = {
    "halt_for_obj": """
class L:
    def __iter__(self):
        return self
    def __next__(self):
        return 1
def run(xs):
    for x in xs:
        pass
def f():
    run(L())
""",
    "halt_for_attr": """
class L:
    def __iter__(self):
        return self
    def __next__(self):
        return 1
class P:
    def __init__(self):
        self.xs = L()
    def run(self):
        for x in self.xs:
            pass
def f():
    P().run()
""",
    "halt_zip_gen": """
def forever():
    while True:
        yield 1
def f():
    return list(zip(forever(), forever()))
""",
    "halt_return_gen_list": """
def forever():
    while True:
        yield 0
def make():
    return forever()
def f():
    return list(make())
""",
    "halt_lambda_gen": """
def forever():
    while True:
        yield 0
make = lambda: forever()
def f():
    return list(make())
""",
    "halt_gen_in_dict": """
def forever():
    while True:
        yield 0
T = {"a": forever}
def f():
    return list(T["a"]())
""",
    "halt_gen_prop_for": """
class C:
    @property
    def items(self):
        while True:
            yield 0
    def f(self):
        for x in self.items:
            pass
def f():
    return C().f()
""",
    "halt_gen_global": """
def forever():
    while True:
        yield 0
G = forever()
def f():
    for x in G:
        pass
""",
    "halt_gen_closure": """
def f():
    def forever():
        while True:
            yield 0
    g = forever()
    def run():
        for x in g:
            pass
    run()
""",
    "halt_gen_default": """
def forever():
    while True:
        yield 0
def f(xs=forever()):
    for x in xs:
        pass
""",
    "halt_count_attr": """
import itertools
class C:
    def __init__(self):
        self.ids = itertools.count()
    def f(self):
        for i in self.ids:
            pass
def f():
    C().f()
""",
    "halt_count_arg": """
import itertools
def run(xs):
    for x in xs:
        pass
def f():
    run(itertools.count())
""",
    "halt_count_global": """
import itertools
IDS = itertools.count()
def f():
    for i in IDS:
        pass
""",
    "halt_count_list_arg": """
import itertools
def run(xs):
    return list(xs)
def f():
    return run(itertools.count())
""",
    "halt_read_attr": """
class L:
    def read(self, n):
        return b"x"
class P:
    def __init__(self, src):
        self.src = src
    def run(self):
        while self.src.read(1):
            pass
def f():
    P(L()).run()
""",
    "rec_dict_dispatch": """
def a(n):
    return T["b"](n)
def b(n):
    return T["a"](n)
T = {"a": a, "b": b}
def f():
    return a(1)
""",
    "rec_list_dispatch": """
def a(n):
    return T[0](n)
T = [a]
def f():
    return a(1)
""",
    "rec_self_apply": """
def u(x):
    return x(x)
def f():
    return u(u)
""",
    "rec_getattr": """
class C:
    def go(self, name):
        return getattr(self, name)(name)
def f():
    return C().go("go")
""",
    "rec_getattr_const": """
class C:
    def go(self):
        return getattr(self, "go")()
def f():
    return C().go()
""",
    "rec_globals": """
def g(n):
    return globals()["g"](n)
def f():
    return g(1)
""",
    "rec_attr_fn": """
def g(n):
    return g.again(n)
g.again = g
def f():
    return g(1)
""",
    "rec_class_attr_fn": """
class C:
    def go(self, n):
        return self.again(n)
    again = go
def f():
    return C().go(1)
""",
    "rec_inst_attr_fn": """
class C:
    def __init__(self):
        self.again = self.go
    def go(self, n):
        return self.again(n)
def f():
    return C().go(1)
""",
    "rec_inst_attr_fn2": """
class C:
    def __init__(self, cb):
        self.cb = cb
    def go(self):
        return self.cb()
def f():
    c = C(None)
    c.cb = c.go
    return c.go()
""",
    "rec_deco": """
def again(fn):
    def inner(n):
        return inner(n)
    return inner
@again
def g(n):
    return n
def f():
    return g(1)
""",
    "rec_deco2": """
def again(fn):
    def inner(n):
        return g(n)
    return inner
@again
def g(n):
    return n
def f():
    return g(1)
""",
    "rec_deco_class": """
class again:
    def __init__(self, fn):
        self.fn = fn
    def __call__(self, n):
        return self(n)
@again
def g(n):
    return n
def f():
    return g(1)
""",
    "rec_default": """
def g(n, h=None):
    h = h or g
    return h(n)
def f():
    return g(1)
""",
    "rec_closure": """
def make():
    def inner(n):
        return outer(n)
    def outer(n):
        return inner(n)
    return inner
def f():
    return make()(1)
""",
    "rec_descriptor": """
class D:
    def __get__(self, o, t):
        return o.x
class V:
    x = D()
def f():
    return V().x
""",
    "rec_descriptor_set": """
class D:
    def __set__(self, o, v):
        o.x = v
class V:
    x = D()
def f():
    V().x = 1
""",
    "rec_metaclass": """
class M(type):
    def __call__(cls):
        return cls()
class V(metaclass=M):
    pass
def f():
    return V()
""",
    "rec_class_getitem": """
class V:
    def __class_getitem__(cls, k):
        return cls[k]
def f():
    return V[int]
""",
    "rec_dataclass_factory": """
from dataclasses import dataclass, field
@dataclass
class V:
    x: object = field(default_factory=lambda: V())
def f():
    return V()
""",
    "rec_enum_str": """
from enum import Enum
class V(Enum):
    A = 1
    def __str__(self):
        return f"{self}"
def f():
    return str(V.A)
""",
    "rec_exception_str": """
class E(Exception):
    def __str__(self):
        return str(self)
def f():
    try:
        raise E
    except E as e:
        return str(e)
""",
    "rec_excepthook": """
class W:
    def write(self, s):
        print(s, file=self)
def f():
    print("a", file=W())
""",
}


@pytest.mark.parametrize("name", NEVER_HALTS)
def test_it_is_not_said_to_halt(name: str) -> None:
    (report,) = check(NEVER_HALTS[name]).files
    assert report.fault is None and report.error is None
    told = {one.name: one.verdict.answer for one in report.functions}
    assert told["f"] is not Answer.HALT
    assert report.verdict is not None and report.verdict.answer is not Answer.HALT
