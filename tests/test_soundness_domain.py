"""Arguments that never come, and things that are not what they look like.

What an annotation, a decorator or a class lets through, what an object that nobody knows says of
itself, streams that are objects of the file, modules that may be missing.
"""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer, Basis

NOT_SHOWN_TO_LOOP = {
    "dataclass_post": """
from dataclasses import dataclass
@dataclass
class C:
    step: int
    def __post_init__(self):
        if self.step < 1:
            raise ValueError
    def f(self):
        i = 0
        while i < 10:
            i += self.step
def g(n: int):
    C(n).f()
""",
    "dataclass_frozen_post": """
from dataclasses import dataclass
@dataclass(frozen=True)
class C:
    step: int
    def __post_init__(self):
        if self.step < 1:
            raise ValueError
    def f(self):
        i = 0
        while i < 10:
            i += self.step
""",
    "dataclass_post_fix": """
from dataclasses import dataclass
@dataclass
class C:
    step: int
    def __post_init__(self):
        if self.step < 1:
            self.step = 1
    def f(self):
        i = 0
        while i < 10:
            i += self.step
""",
    "setter_range": """
class C:
    def __init__(self, n: int):
        self.step = n
    @property
    def step(self):
        return self._step
    @step.setter
    def step(self, v):
        if v < 1:
            raise ValueError
        self._step = v
    def f(self):
        i = 0
        while i < 10:
            i += self.step
""",
    "literal_param": """
from typing import Literal
def f(n: Literal[1, 2]):
    i = 0
    while i < 10:
        i += n
""",
    "literal_str": """
from typing import Literal
def f(mode: Literal["a", "b"]):
    while mode == "c":
        pass
""",
    "deco_guard": """
def positive(fn):
    def inner(n):
        if n < 0:
            raise ValueError
        return fn(n)
    return inner
@positive
def f(n: int):
    while n != 0:
        n -= 1
""",
    "deco_clamp": """
def clamp(fn):
    def inner(n):
        return fn(abs(n))
    return inner
@clamp
def f(n: int):
    while n != 0:
        n -= 1
""",
    "deco_clamp_method": """
def clamp(fn):
    def inner(self, n):
        return fn(self, abs(n))
    return inner
class C:
    @clamp
    def f(self, n: int):
        while n != 0:
            n -= 1
""",
    "deco_named": """
def clamp(lo):
    def deco(fn):
        def inner(n):
            return fn(max(n, lo))
        return inner
    return deco
@clamp(0)
def f(n: int):
    while n != 0:
        n -= 1
""",
    "enum_param": """
from enum import IntEnum
class S(IntEnum):
    A = 1
    B = 2
def f(s: S):
    i = 0
    while i < 10:
        i += s
""",
    "enum_param2": """
from enum import IntEnum
class S(IntEnum):
    A = 1
    B = 2
def f(s: S):
    while s == 3:
        pass
""",
    "port_waiting": """
def f(port):
    while port.in_waiting == 0:
        pass
    return port.read()
""",
    "port_done": """
def f(job):
    while not job.done:
        pass
""",
    "port_running": """
def f(proc):
    while proc.is_running:
        pass
""",
    "port_attr_cmp": """
def f(x):
    while x.state != "ready":
        pass
""",
    "port_getattr": """
class D:
    def __init__(self):
        self.n = 0
    def __getattr__(self, k):
        self.n += 1
        return self.n < 5
def f(d):
    while d.busy:
        pass
""",
    "lexer_read": """
class Lexer:
    def __init__(self, text):
        self.text = text
        self.pos = 0
    def read(self):
        if self.pos >= len(self.text):
            raise EOFError
        c = self.text[self.pos]
        self.pos += 1
        return c
class P:
    def __init__(self, text):
        self.lexer = Lexer(text)
    def run(self):
        out = ""
        while True:
            c = self.lexer.read()
            if c == ";":
                break
            out += c
        return out
def f():
    return P("ab").run()
""",
    "lexer_read_token": """
class Lexer:
    def __init__(self, toks):
        self.toks = iter(toks)
    def read(self):
        return next(self.toks)
class P:
    def __init__(self, lexer):
        self.lexer = lexer
    def run(self):
        while True:
            c = self.lexer.read()
            if c == b";":
                break
def f():
    return P(Lexer([1, 2])).run()
""",
    "lexer_sub": """
class Base:
    def read(self, n):
        return self._read(n)
class Sub(Base):
    def _read(self, n):
        raise EOFError
class P:
    def __init__(self):
        self.f = Sub()
    def run(self):
        buf = b""
        while len(buf) < 10:
            buf += self.f.read(1)
def g():
    P().run()
""",
    "module_try_import": """
try:
    import fastmod
    n = 1
except ImportError:
    n = 0
while n:
    pass
""",
}


@pytest.mark.parametrize("name", NOT_SHOWN_TO_LOOP)
def test_no_function_is_said_to_loop(name: str) -> None:
    (report,) = check(NOT_SHOWN_TO_LOOP[name]).files
    assert report.fault is None and report.error is None
    own = [one for one in report.functions if one.name != "D.__getattr__"]
    assert Answer.NON_HALT not in {one.verdict.answer for one in own}


SUPPOSED = {
    "a decorator from elsewhere": """
from guards import positive

@positive
def f(n: int):
    while n != 0:
        n -= 1
""",
    "an attribute of an argument": """
def f(x):
    i = 0
    while i < x.count:
        print(i)
""",
}


@pytest.mark.parametrize("name", SUPPOSED)
def test_what_code_elsewhere_does_is_supposed_and_said(name: str) -> None:
    (report,) = check(SUPPOSED[name]).files
    (verdict,) = [one.verdict for one in report.functions if one.name == "f"]
    assert verdict.answer is Answer.NON_HALT and verdict.basis is Basis.ASSUMED
    assert verdict.assumptions
