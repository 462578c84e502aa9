"""What calls can run, and the cycles and order of the call graph."""

import pytest

from haltcheck.model import instruction as i
from haltcheck.model.calls import Dotted, Resolved, Resolver, Unresolved
from haltcheck.model.recursion import call_graph, order, recursions
from tests.model.source import lowered


def resolutions(text, qualname):
    program = lowered(text)
    resolver = Resolver(program)
    function = program.functions[qualname]
    found = {}
    for block in function.blocks:
        for x in block.instructions:
            if isinstance(x, i.Call | i.CallMethod):
                found[x.text] = resolver.resolve(function, x)
    return found


SOURCE = """
import os, time as t
from sys import exit as leave

def plain(): return plain()
def twice(): return 1
def twice(): return 2
@unknown
def wrapped(): return wrapped()
handler = plain

class Base:
    def __init__(self): self.n = 0
    def step(self): return self.step()
    def free(self): return self.free()
    @staticmethod
    def helper(x): return Base.helper(x)
    @classmethod
    def make(cls): return cls.make()

class Derived(Base):
    def step(self): return super().step()
    def go(self, other: "Base"):
        while True:
            self.step(); self.free(); self.missing(); Base.helper(1); other.step(); self.make()
            Derived().step(); self.n.bit_length()
            plain(); twice(); wrapped(); handler(); unknown()
            os.read(0, 1); t.sleep(1); leave(); os.path.join("a"); len([]); self.__hidden()

    def __hidden(self): return self.go(self)

class Foreign(Elsewhere):
    def step(self):
        while True: self.step(); self.other(); Foreign()
"""


def test_calls_are_resolved_as_far_as_the_file_tells():
    found = resolutions(SOURCE, "Derived.go")
    assert found["plain"] == Resolved(("plain",))
    assert found["twice"] == Unresolved("twice")
    assert isinstance(found["wrapped"], Unresolved)
    assert isinstance(found["handler"], Unresolved)
    assert found["self.step"] == Resolved(("Derived.step",), open_method="Derived.step")
    assert found["self.free"] == Resolved(("Base.free",), open_method="Base.free")
    assert isinstance(found["self.missing"], Unresolved)
    assert found["Base.helper"] == Resolved(("Base.helper",))
    assert found["other.step"].qualnames == ("Base.step", "Derived.step")
    assert found["self.make"].qualnames == ("Base.make",)
    assert found["Derived"] == Resolved(("Base.__init__",), constructs="Derived")
    assert found["self.__hidden"] == Resolved(("Derived.__hidden",))
    assert isinstance(found["self.n.bit_length"], Unresolved)
    assert found["os.read"] == Dotted("os.read")
    assert found["t.sleep"] == Dotted("time.sleep")
    assert found["leave"] == Dotted("sys.exit")
    assert found["os.path.join"] == Dotted("os.path.join")
    assert found["len"] == Dotted("len")


def test_super_and_foreign_bases():
    above = resolutions(SOURCE, "Derived.step")[""]
    assert above == Resolved(("Base.step",), open_method="Base.step")
    found = resolutions(SOURCE, "Foreign.step")
    assert found["self.step"].qualnames == ("Foreign.step",)
    assert isinstance(found["self.other"], Unresolved)
    assert isinstance(found["Foreign"], Unresolved)


def test_an_exact_object_has_no_overriders():
    program = lowered(
        "class A:\n    def f(self):\n        while self.f(): pass\n"
        "class B(A):\n    def f(self): return 1\n"
        "def g():\n    a = A()\n    while a.f(): pass\n"
    )
    resolver = Resolver(program)
    function = program.functions["g"]
    (call,) = [x for b in function.blocks for x in b.instructions if isinstance(x, i.CallMethod)]
    assert resolver.resolve(function, call) == Resolved(("A.f",))


def test_closures():
    text = (
        "def f(n):\n    def g(k):\n        return g(k - 1)\n    h = lambda x: h(x)\n"
        "    while n: n = g(n) + h(n)\n    def s(): return 1\n    s = n\n    return s()\n"
    )
    found = resolutions(text, "f")
    assert found["g"] == Resolved(("f.g",))
    assert found["h"] == Resolved(("f.<lambda>",))
    assert isinstance(found["s"], Unresolved)
    assert resolutions(text, "f.g")["g"] == Resolved(("f.g",))


RECURSIVE = {
    "direct": ("def f(n): return f(n - 1)\n", ("f",)),
    "mutual": ("def a(n): return b(n)\ndef b(n): return a(n)\n", ("a", "b")),
    "method": ("class C:\n    def m(self): return self.m()\n", ("C.m",)),
    "property": ("class C:\n    @property\n    def p(self): return self.p\n", ("C.p",)),
    "length": ("class C:\n    def __len__(self): return len(self)\n", ("C.__len__",)),
    "text": ("class C:\n    def __repr__(self): return str(self)\n", ("C.__repr__",)),
    "equality": ("class C:\n    def __eq__(self, o): return self == o\n", ("C.__eq__",)),
    "item": ("class C:\n    def __getitem__(self, k): return self[k]\n", ("C.__getitem__",)),
    "attribute": ("class C:\n    def __getattr__(self, n): return self.x\n", ("C.__getattr__",)),
    "iteration": ("class C:\n    def __iter__(self):\n        for x in self: yield x\n",
                  ("C.__iter__",)),
    "truth": ("class C:\n    def __bool__(self):\n        if self: return 1\n", ("C.__bool__",)),
    "membership": ("class C:\n    def __contains__(self, x): return x in self\n",
                   ("C.__contains__",)),
    "constructor": ("class C:\n    def __init__(self): self.c = C()\n", ("C.__init__",)),
    "closure": ("def f():\n    def g(): return g()\n    while g(): pass\n", ("f.g",)),
    "lambda": ("def f():\n    g = lambda n: g(n)\n    while g(1): pass\n", ("f.<lambda>",)),
}  # fmt: skip


@pytest.mark.parametrize("name", RECURSIVE)
def test_recursions(name):
    text, expected = RECURSIVE[name]
    assert expected in recursions(Resolver(lowered(text)))


def test_no_recursion_where_an_override_is_called():
    text = "def f(): return g()\ndef g(): return h()\ndef h(): return 1\nwhile f(): pass\n"
    resolver = Resolver(lowered(text))
    assert recursions(resolver) == ()
    flat = [name for component in order(resolver) for name in component]
    assert flat.index("h") < flat.index("g") < flat.index("f")


def test_the_rest_of_the_file_is_in_the_graph():
    graph = call_graph(Resolver(lowered(SOURCE)))
    assert {"plain", "Base.step", "twice", "twice#2"} <= set(graph)


def test_a_lambda_is_called_by_the_only_name_that_the_module_gives_it() -> None:
    text = "half = lambda n: 0 if n < 1 else half(n // 2)\n"
    program = lowered(text)
    assert recursions(Resolver(program)) == (("<lambda>",),)
    again = lowered(text + "half = lambda n: 1\n")
    assert recursions(Resolver(again)) == ()
