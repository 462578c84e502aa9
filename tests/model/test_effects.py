"""What blocks may write: directly, through calls in the file, closures, generators, libraries."""

from haltcheck.basis.answer import Answer
from haltcheck.model.calls import Resolver
from haltcheck.model.effect import Effects
from haltcheck.model.gather import effects_of
from haltcheck.model.recursion import order
from haltcheck.model.summary import strengthened, summarise
from tests.model.source import lowered


def summaries_of(text):
    resolver = Resolver(lowered(text))
    summaries = {}
    for component in order(resolver):
        summaries.update(summarise(resolver, component, summaries))
    return resolver, summaries


def loop_effects(text, qualname):
    resolver, summaries = summaries_of(text)
    function = resolver.program.functions[qualname]
    known = {name: summary.effects for name, summary in summaries.items()}
    return effects_of(resolver, function, function.loops[0].blocks, known)


def plain(names):
    return {name for name in names if not name.startswith("$")}


def test_only_the_loop_counts():
    found = loop_effects(
        "def f(n, xs):\n    a = 1\n    while n: n -= 1; xs[n] = a\n    b = 2\n", "f"
    )
    assert plain(found.locals) == {"n"}
    assert {"n", "xs"} >= found.contents
    assert "xs" in found.contents
    assert not found.unknown


def test_attributes_through_methods_and_parameters():
    text = """
class C:
    def bump(self, other, k=1):
        while k: k -= 1
        self.i += 1
        other.a.j = 2
        self.items.append(k)
    def go(self, o):
        while self.i < 3: self.bump(o.p)
"""
    found = loop_effects(text, "C.go")
    assert ("self", "i") in found.attributes
    assert ("o.p.a", "j") in found.attributes
    # ``items`` may be of any class: its ``append`` is not known.
    (append, override) = sorted(found.unknown, key=lambda call: call.text, reverse=True)
    assert append.text == "self.items.append"
    assert "self.items" in append.handed
    assert override.text == "C.bump"


def test_closures_and_globals():
    text = """
total = 0
def f(n):
    k = 0
    xs = []
    def g():
        nonlocal k
        global total
        k += 1
        total = k
        xs.append(1)
    while k < n: g()
"""
    found = loop_effects(text, "f")
    assert "k" in found.locals
    assert found.globals == {"total"}


def test_library_calls():
    text = """
import os, heapq, time, random
def f(h, n):
    while n:
        heapq.heappush(h, n); time.sleep(1); n = len(h) - random.randint(0, 1); os.getpid()
        mystery(h)
"""
    found = loop_effects(text, "f")
    assert "h" in found.contents
    assert found.waits
    (call,) = found.unknown
    assert (call.text, call.line, call.handed) == ("mystery", 6, {"h"})


def test_generators_run_when_they_are_asked():
    text = """
class C:
    def items(self):
        while self.i: self.i -= 1; yield self.i
    def go(self):
        made = self.items()
        for x in made: print(x)
"""
    found = loop_effects(text, "C.go")
    assert ("self", "i") in found.attributes


def test_functions_that_are_handed_over():
    text = """
def f(xs):
    n = 0
    def key(x):
        nonlocal n
        n += 1
        return x
    while n < 10: xs = sorted(xs, key=key)
"""
    assert "n" in loop_effects(text, "f").locals


def test_recursion_settles():
    text = """
class T:
    def walk(self, n):
        n.seen = True
        self.walk(n.left); self.walk(n.right); other(self)
def other(t): t.walk(t.root); t.k = 1
"""
    _, summaries = summaries_of(text)
    names = {name for _, name in summaries["T.walk"].effects.attributes}
    assert {"seen", "k"} <= names


def test_what_is_unknown_may_rebind_shared_variables():
    text = """
def f(call):
    n = 0
    def g():
        nonlocal n
        n = 1
    call(g)
    while n == 0: call()
"""
    found = loop_effects(text, "f")
    assert "n" in found.locals
    assert found.may_set("anything")


def test_summaries():
    text = """
def fail():
    while True: raise ValueError
def texts(n):
    while n: n -= 1
    return f"{n}" if n else "x".join([])
def gen():
    while True: yield 1
"""
    _, summaries = summaries_of(text)
    assert summaries["fail"].never_returns
    assert summaries["texts"].returns == {"any"} or summaries["texts"].returns == {"str"}
    assert not summaries["texts"].never_returns
    assert summaries["gen"].is_generator
    assert strengthened(summaries["fail"], Answer.HALT).halts is Answer.HALT


def test_objects_made_in_a_callee_are_its_own():
    text = """
def split(s):
    out = []
    word = ""
    for c in s:
        if c == " ":
            out.append(word)
            word = ""
        else: word += c
    return out
def keep(xs):
    ys = xs
    for x in range(3): ys[x] = 1
def f(s, t):
    while s: s = split(s)
    while t: keep(t)
"""
    found = loop_effects(text, "f")
    assert not found.contents - {"s"}
    assert not found.attributes
    _, summaries = summaries_of(text)
    assert "xs" in summaries["keep"].effects.contents


def test_no_effects_is_quiet():
    assert not Effects().may_set("x")
    assert not Effects().may_change("x")
