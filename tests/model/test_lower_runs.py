"""Lowered programs do what CPython does: values, order of evaluation, ways out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.model.lower import lower
from tests.model.interpreter import Interpreter

FORCE = "\nwhile False: main()\n"


class StopError(Exception):
    pass


class OtherError(Exception):
    pass


def outcome(run, tape):
    """What a run of ``main`` logs, returns or raises; ``c()`` and ``r()`` read the tape."""
    log = []
    tape = list(tape)

    def c(tag=""):
        bit = tape.pop() if tape else False
        log.append(f"c{tag}{bit}")
        if len(log) > 300:
            raise KeyboardInterrupt
        return bit

    def r(tag=""):
        bit = c(tag)
        if bit:
            raise StopError(tag)
        return tag

    class Context:
        def __init__(self, tag):
            self.tag = tag

        def __enter__(self):
            log.append(f"enter {self.tag}")
            r("e")
            return self

        def __exit__(self, kind, error, _):
            log.append(f"exit {self.tag} {kind}")
            return c("x")

    def note(*values):
        log.append([_plain(value) for value in values])
        return values[0] if values else None

    scope = {"c": c, "r": r, "W": Context, "note": note, "Stop": StopError, "Other": OtherError}
    scope["__name__"] = "program"
    try:
        result = run(scope)
    except BaseException as error:
        if isinstance(error, AssertionError):
            raise
        result = type(error).__name__ if not isinstance(error, NameError) else "NameError"
    return log, _plain(result)


def _plain(value):
    """What two runs may be compared by: never the identity of an object."""
    if isinstance(value, BaseException) or type(value).__repr__ is object.__repr__:
        return type(value).__name__
    return value if not callable(value) else "function"


def by_cpython(source):
    def run(scope):
        exec(compile(source, "program", "exec"), scope)
        return scope["main"]()

    return run


def by_lowering(source):
    program = lower(parse(from_text(source)))

    def run(scope):
        interpreter = Interpreter(program, scope)
        interpreter.run_module()
        return scope["main"]()

    return run


def agree(source, tapes=((),)):
    source += FORCE
    lowered = by_lowering(source)
    for tape in tapes:
        assert outcome(lowered, tape) == outcome(by_cpython(source), tape), source


TAPES = [(), (True,), (False, True), (True, True, False), (True, False, True, False, True)]

PROGRAMS = {
    "order of operands": """
def main():
    x = 1
    return (x + (x := 5) * x, x), [note(2), *[note(3)], note(4)], {note("k"): note("v")}
""",
    "rebinding in a call": """
def main():
    x = 1
    def f():
        nonlocal x
        x += 1
        return x
    return x + f() + x * f(), (x, f(), x), note(x, f(), x)
""",
    "unbound before the call": """
def main():
    if c(): x = 1
    return x + note(2)
""",
    "keywords after stars": """
def f(*args, **kw): return args, kw
def main():
    it = iter([1, 2, 3])
    return f(note(1), k=note(2), *[note(3)], **{"z": note(4)}), f(*it, next(it, 9))
""",
    "chains": """
def main():
    out = []
    for a in range(4):
        out.append(1 < note(a) < note(3) != 2)
        if 0 < note(a) <= 2 < 3: out.append("in")
        elif not (a == 0 or a > 5) and a: out.append("other")
    return out
""",
    "logic": """
def main():
    return [(a and b or note(c2), a if b else c2, not a) for a in (0, 1) for b in (0, 2)
            for c2 in (3, 4) if a or b if not (a and c2 == 4)]
""",
    "while else": """
def main():
    n = 0
    while n < 5:
        n += 1
        if c(): break
        if c(): continue
        note(n)
    else:
        note("else")
    return n
""",
    "finally": """
def main():
    for k in range(3):
        try:
            note("body")
            if c(): continue
            if c(): break
            if c(): return "ret"
            r()
        except Stop as e:
            note("caught", type(e))
            if c(): return e.args
        except (Other, KeyError): note("other")
        else: note("else")
        finally:
            note("final")
            while c("f"):
                if c(): break
            if c("g"): return "swallow"
    return "end"
""",
    "nested finally": """
def main():
    try:
        try:
            r(1)
            return note("a")
        finally:
            try: r(2)
            finally: note("inner")
    except Stop as s:
        note(s.args)
        try: raise Other from s
        except Other as s:
            note(type(s.__cause__))
        return s
    finally:
        note("outer")
""",
    "handler names": """
def main():
    e = 1
    while True:
        try:
            try: r(1)
            except Stop as e:
                if c(): break
                raise Other
            else: break
        except Other:
            try: note(e)
            except NameError: return "unbound"
    return note(e)
""",
    "bare raise": """
def main():
    try:
        try: raise Stop
        except Stop:
            try: raise Other
            except Other: note("o")
            raise
    except Stop: return "again"
""",
    "with": """
def main():
    for k in range(2):
        with W("a") as a, W("b") as b:
            note(a.tag, b.tag)
            if c(): break
            if c(): continue
            if c(): return "ret"
            r()
    with W("c"): pass
    return "end"
""",
    "match": """
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(v):
    match v:
        case 0 | 1 as n: return "small", n
        case [1, *rest]: return "one", rest
        case [a, b] | [a, b, _] if a: return "pair", a, b
        case (): return "empty"
        case {"k": [k], **rest}: return k, rest
        case {"z": 1}: return "z"
        case P(1, y=q): return "P", q
        case P(x, y) if x > y: return x, y
        case str(s): return "str", s
        case None | True: return "single"
        case float(): return "float"
        case _: return "rest"
def main():
    values = [0, 1, [1, 2, 3], [2, 3], [0, 3], [], {"k": [5], "w": 1}, {"k": 1}, {"z": 1, "y": 2},
              P(1, 2), P(3, 2), P(3, 4), "abc", None, True, 2.5, 77, {"z": 2}, (4, 5, 6), [[1]]]
    return [f(v) for v in values]
""",
    "augmented": """
class O: pass
def main():
    o = O(); o.n = 1
    d = {1: [2]}
    note(o).n += note(2)
    note(d)[note(1)] += [note(3)]
    xs = ys = [1]
    xs += [2]
    i = 0
    zs = [5, 6, 7]
    i, zs[i] = 1, 8
    zs[i], i = 9, 2
    a, (b, *m), o.k = 1, [2, 3, 4], 5
    a, b = b, a
    del zs[0], d[1]
    return o.n, d, xs, ys, zs, i, a, b, m, o.k
""",
    "generators": """
def g(n):
    try:
        for k in range(n):
            got = yield k
            if got: note("got", got)
    finally: note("closed")
    return "done"
def h():
    result = yield from g(2)
    yield result
def main():
    a = g(5)
    out = [next(a), a.send("x"), a.close()]
    return out, list(h()), sum(x * y for x in range(3) for y in g(x) if y), [*g(1)]
""",
    "closures": """
def main():
    fs = []
    for k in range(2):
        fs.append([lambda: x + k for x in range(2)])
        fs.append([(lambda y=x: y) for x in range(2)])
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    [add(z) for z in range(3)]
    return [f() for row in fs for f in row], total, [(last := q) for q in range(3)], last
""",
    "classes": """
def deco(f):
    while note(False): pass
    return f
class A:
    n = 1
    m = n + 1
    def __init__(self):
        while note(0): pass
        self.__v = 3
    @property
    def v(self):
        while note(0): pass
        return self.__v
    @deco
    @staticmethod
    def s(x, /, y=2, *, z=3, **kw):
        while note(0): pass
        return x, y, z, kw
class B(A):
    def __init__(self):
        super().__init__()
        self.w = self.v + self.m
def main():
    b = B()
    return b.w, b.v, A.s(1), A.s(1, 5, z=6, q=7), b._A__v
""",
    "texts": """
def main():
    w = 6
    return f"{w!r:>{w}}|{w:03d}{{}}", [1, 2, 3][::2], "abc"[1:], {**{"a": 1}, "b": 2}, -w, ~w, +w
""",
    "globals": """
import os.path
n = 0
def f():
    global n
    n += 1
    return n
def main():
    from os import path as p
    import os.path as q
    return f() + f(), n, p is q, os.path is p
""",
    "loops without a way back": """
def main():
    while True:
        if c(): return 1
        for x in [1]: break
        else: return 3
        return x
""",
    "comprehension scopes": """
def main():
    x = "outer"
    a = [x for x in range(3)]
    b = {x: [y for y in range(x)] for x in range(3)}
    d = {x % 2 for x in a if (x > 0) if x < 9}
    return x, a, b, d, [[x for x in r2] for r2 in (a, a)]
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name):
    every = [tuple(bool(n >> k & 1) for k in range(7)) for n in range(128)]
    agree(PROGRAMS[name], every if "c()" in PROGRAMS[name] else TAPES)


def _block(lines):
    return [f"    {line}" for line in lines]


def _suite(statements):
    return [line for statement in statements for line in statement] or ["pass"]


LEAVES = st.sampled_from(
    [
        ["note(1)"],
        ["r(2)"],
        ["x = r(3)"],
        ["note(x)"],
        ["return note(4)"],
        ["raise Other"],
        ["break"],
        ["continue"],
        ["raise"],
        ["del x"],
        ["e = 1"],
        ["note(e)"],
    ]
)


def _compound(inner):
    suite = st.lists(inner, min_size=1, max_size=3).map(_suite)
    return st.one_of(
        st.tuples(suite, suite).map(
            lambda t: ["if c() and not c() or c():", *_block(t[0]), "else:", *_block(t[1])]
        ),
        st.tuples(suite, suite).map(
            lambda t: ["while c():", *_block(t[0]), "else:", *_block(t[1])]
        ),
        suite.map(lambda t: ["for x in range(2):", *_block(t)]),
        st.tuples(suite, suite, suite).map(
            lambda t: [
                "try:",
                *_block(t[0]),
                "except Stop as e:",
                *_block(t[1]),
                "finally:",
                *_block(t[2]),
            ]
        ),
        st.tuples(suite, suite, suite).map(
            lambda t: [
                "try:",
                *_block(t[0]),
                "except Other:",
                *_block(t[1]),
                "else:",
                *_block(t[2]),
            ]
        ),
        st.tuples(suite, suite).map(lambda t: ["try:", *_block(t[0]), "finally:", *_block(t[1])]),
        suite.map(lambda t: ["with W('w') as x:", *_block(t)]),
    )


def _is_legal(source):
    try:
        compile(source, "program", "exec")
    except SyntaxError:
        return False
    return True


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.recursive(LEAVES, _compound, max_leaves=14), min_size=1, max_size=4).map(_suite),
    st.lists(st.lists(st.booleans(), max_size=14), min_size=3, max_size=3),
)
def test_random_control_flow(lines, tapes):
    source = "\n".join(["def main():", *_block(lines)]) + "\n"
    if _is_legal(source):
        agree(source, tapes)
