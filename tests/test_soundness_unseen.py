"""What runs without being called by name may never end: nothing around it is said to halt.

Special methods, properties, functions that are handed on, and methods that add to what is iterated
under another name. Each is a text whose last function never returns.
"""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer

NEVER_HALTS = {
    "next_yield_from": """
class C:
    def __iter__(self):
        return self
    def __next__(self):
        return "a"
def g():
    yield from C()
def f():
    return list(g())
""",
    "factory_that_misses_a_key_itself": """
from collections import defaultdict
def f():
    table = defaultdict(lambda: table[0])
    return table[1]
""",
    "factory_that_is_a_method": """
from collections import defaultdict
class C:
    def __init__(self):
        self.d = defaultdict(self.make)
    def make(self):
        return self.d[len(self.d) + 1]
def f():
    return C().d[1]
""",
    "factory_of_what_is_added_to": """
from collections import defaultdict
def make():
    while True:
        pass
seen = defaultdict(make)
def f(k):
    seen[k] += 1
""",
    "factory_of_the_module": """
from collections import defaultdict
def make():
    return seen[0]
seen = defaultdict(make)
def f():
    return seen[1]
""",
    "eq_loop_in_list": """
class C:
    def __eq__(self, o):
        while True:
            pass
def f():
    c = C()
    xs = [1, 2, 3]
    for i in range(3):
        if c in xs:
            print(i)
""",
    "eq_index": """
class C:
    def __eq__(self, o):
        while True:
            pass
def f():
    xs = [1, C(), 3]
    return xs.index(3)
""",
    "eq_remove": """
class C:
    def __eq__(self, o):
        return self == o
def f():
    xs = [1, C(), 3]
    xs.remove(3)
""",
    "hash_loop": """
class C:
    def __hash__(self):
        while True:
            pass
def f():
    d = {}
    for i in range(3):
        d[C()] = i
""",
    "prop_setter_recurs": """
class C:
    @property
    def p(self):
        return 1
    @p.setter
    def p(self, v):
        self.p = v
def f():
    c = C()
    c.p = 3
""",
    "lt_loop": """
class C:
    def __lt__(self, o):
        while True:
            pass
def f():
    return sorted([C(), C()])
""",
    "lt_recurs_max": """
class C:
    def __gt__(self, o):
        return self > o
def f():
    return max(C(), C())
""",
    "key_func": """
def key(x):
    while True:
        pass
def f():
    return sorted([1, 2], key=key)
""",
    "sum_radd": """
class C:
    def __radd__(self, o):
        while 1:
            pass
def f():
    return sum([C()])
""",
    "getattribute": """
class C:
    def __getattribute__(self, n):
        return self.x
def f():
    return C().y
""",
    "index": """
class C:
    def __index__(self):
        while True:
            pass
def f():
    return [1, 2][C()]
""",
    "index_range": """
class C:
    def __index__(self):
        while True:
            pass
def f():
    for i in range(C()):
        pass
""",
    "post_init": """
from dataclasses import dataclass
@dataclass
class C:
    a: int
    def __post_init__(self):
        while self.a != 3:
            self.a += 1
def f(n: int):
    return C(n)
""",
    "init_subclass": """
class B:
    def __init_subclass__(cls):
        while True:
            pass
def f():
    class D(B):
        pass
    return D
""",
    "missing": """
class D(dict):
    def __missing__(self, k):
        return self[k]
def f():
    return D()[3]
""",
    "deleter": """
class C:
    def __del__(self):
        while True:
            pass
def f():
    c = C()
    del c
""",
    "iadd_loop": """
class C:
    def __iadd__(self, o):
        while True:
            pass
def f():
    c = C()
    c += 1
""",
    "repr_in_list": """
class C:
    def __repr__(self):
        return str([self])
def f():
    return repr(C())
""",
    "tuple_eq": """
class C:
    def __eq__(self, other):
        return (self, 1) == (other, 1)
def f():
    return C() == C()
""",
    "dataclass_repr": """
from dataclasses import dataclass
@dataclass
class N:
    v: int
    def __str__(self):
        return f"{self!s}"
def f():
    return str(N(1))
""",
    "map_alias": """
def f():
    a = [1]
    return list(map(a.append, a))
""",
    "extend_self_iter": """
def f():
    a = [1]
    a.extend(iter(a))
""",
    "iadd_self_map": """
def f():
    a = [1]
    a += map(str, a)
""",
    "extend_enumerate": """
def f():
    a = [1]
    a.extend(enumerate(a))
""",
    "extend_zip": """
def f():
    a = [1]
    a.extend(zip(a, a))
""",
    "alias_append_default": """
def f():
    a = [1]
    def g(v, out=a):
        out.append(v)
    for x in a:
        g(x)
""",
    "alias_attr": """
class C:
    def __init__(self):
        self.a = [1]
        self.add = self.a.append
    def f(self):
        for x in self.a:
            self.add(x)
def g():
    C().f()
""",
    "alias_global": """
a = [1]
def put(x):
    a.append(x)
def f():
    for x in a:
        put(x)
""",
    "alias_global_module": """
a = [1]
put = a.append
def f():
    for x in a:
        put(x)
""",
    "alias_getattr": """
def f():
    a = [1]
    g = getattr(a, "append")
    for x in a:
        g(x)
""",
    "alias_getattr2": """
def f(n: str):
    a = [1]
    for x in a:
        getattr(a, n)(x)
""",
    "comp_alias_cb": """
def f():
    a = [1]
    cb = a.append
    return [cb(x) for x in a]
""",
}


@pytest.mark.parametrize("name", NEVER_HALTS)
def test_nothing_around_it_is_said_to_halt(name: str) -> None:
    (report,) = check(NEVER_HALTS[name]).files
    assert report.fault is None and report.error is None
    told = {one.name: one.verdict.answer for one in report.functions}
    last = "g" if name == "alias_attr" else "f"
    assert told[last] is not Answer.HALT
    assert report.verdict is not None and report.verdict.answer is not Answer.HALT


HALTS = {
    "an ordinary comparison": """
class C:
    def __init__(self, a):
        self.a = a

    def __eq__(self, other):
        return self.a == other.a

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self.a < other.a

    def __hash__(self):
        return hash((self.a, 1))

    def __repr__(self):
        return f"C({self.a!r})"

    def __str__(self):
        return repr(self)


def f():
    return C(1) in {C(2): 3}, sorted([C(2), C(1)]), str(C(3))
""",
    "what is said of numbers": """
class C:
    def __add__(self, other):
        return C()

    def __radd__(self, other):
        return self + other

    def __bool__(self):
        return False


def f():
    return sum([C(), C()], C()), not C()
""",
    "a property and its setter": """
class C:
    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, value):
        self._p = value


def f():
    c = C()
    c.p = 1
    return c.p
""",
    "a function handed on": """
def key(x):
    return -x


def f():
    return sorted([1, 2], key=key), list(map(key, [1, 2]))
""",
    "one wrapper of two functions": """
from functools import wraps


def log(fn):
    @wraps(fn)
    def inner(*args):
        return fn(*args)

    return inner


@log
def g(n):
    return n + 1


@log
def f(n):
    return g(n)
""",
    "a copy that is added": """
def f():
    a = [1]
    a.extend(a)
    a += list(map(str, a))
    a.extend(reversed(a))
    return a
""",
}


@pytest.mark.parametrize("name", HALTS)
def test_what_ends_is_still_said_to_halt(name: str) -> None:
    (report,) = check(HALTS[name]).files
    assert report.verdict is not None and report.verdict.answer is Answer.HALT
