"""Programs that once were answered wrongly, or lie close to one: what must never be said of them.

Each is a text and an answer that would be wrong; another answer, or none, is right.
"""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer

NEVER_HALTS = [
    # Results of calls and operators in place may be the very object that is counted.
    "def f():\n    n = [5]\n    m = max(n, n)\n    while n:\n        n.pop()\n"
    "        m.append(1)\n",
    # What is written by a computed name is written.
    "class C:\n    def __init__(self):\n        self.i = 0\n    def f(self):\n"
    "        while self.i < 10:\n            self.i += 1\n"
    "            setattr(self, 'i', 0)\n",
    "class C:\n    def __init__(self):\n        self.i = 0\n    def f(self):\n"
    "        while self.i < 10:\n            self.i += 1\n"
    "            self.__dict__['i'] = 0\n",
    "class C:\n    def __setattr__(self, k, v):\n        pass\n    i = 0\n    def f(self):\n"
    "        while self.i < 10:\n            self.i += 1\n",
    # Special methods of classes in the file run.
    "class C:\n    def __init__(self):\n        self.n = 3\n    def __enter__(self):\n"
    "        return self\n    def __exit__(self, *a):\n        self.n += 1\n"
    "    def f(self):\n        while self.n > 0:\n            with self:\n"
    "                self.n -= 1\n",
    # Values that another module chooses may be false, or None.
    "import conf\ndef f():\n    while not conf.stop:\n        pass\n",
    "from conf import stop\ndef f():\n    while not stop:\n        pass\n",
    "class C:\n    on = False\ndef f():\n    n = 5\n    while n > 0:\n"
    "        if C.on:\n            n -= 1\n",
    # What texts and bytes share says nothing of which of them it is.
    "def f(fp):\n    while True:\n        line = fp.readline().strip().decode('ascii')\n"
    "        if line:\n            return line\n",
    "def f(line):\n    while True:\n        if line.strip().decode('ascii'):\n"
    "            return line\n",
    "def f(fp):\n    line = fp.readline()\n    while line.startswith(b''):\n"
    "        line = fp.readline()\n",
]

ENDLESS_CLASS = (
    "class C:\n    def __iter__(self):\n        return self\n"
    "    def __next__(self):\n        return 1\n"
)

NEVER_HALTS += [
    # What a callee raises leads to a loop that nothing else leads to.
    "def f(fn):\n    try:\n        fn()\n    except Exception:\n        while True:\n"
    "            pass\n",
    "def f(fn):\n    try:\n        return fn()\n    except ValueError:\n        n = 1\n"
    "        while n != 10:\n            n += 2\n",
    # Straight code asks objects of the file for all of their items.
    ENDLESS_CLASS + "    def run(self):\n        return list(self)\nC().run()\n",
    ENDLESS_CLASS + "    def run(self):\n        return sum(self)\nC().run()\n",
    ENDLESS_CLASS + "    def run(self):\n        return 5 in self\nC().run()\n",
    ENDLESS_CLASS + "    def run(self):\n        a, *b = self\nC().run()\n",
    ENDLESS_CLASS + "def run():\n    return sorted(C())\nrun()\n",
    ENDLESS_CLASS + "print(max(C()))\n",
    # A float that the file itself hands over is no integer.
    "def g(x):\n    while x > 0:\n        x -= 1\ndef f():\n    g(float('inf'))\n",
    "def g(x):\n    return 0 if x <= 0 else g(x - 1)\ndef f(y: float):\n    return g(y)\n",
    # What is imported by a star may hide built-in functions.
    "from maths import *\ndef f(n: int):\n    while n > 0:\n        n = max(n - 1, 0)\n",
    # What a class of the file calculates is its own affair.
    "class A(int):\n    def __sub__(self, o):\n        return self\ndef g(n: int):\n"
    "    while n > 0:\n        n = n - 1\ndef f():\n    g(A(3))\n",
    # True is an integer as well.
    "def f(n: int):\n    while isinstance(n, bool):\n        n = n\n",
    "def f(n: int):\n    while n is True:\n        n = n\n",
    # What a class defines may be replaced from outside of it.
    "class A:\n    def s(self):\n        return 1\nA.s = lambda self: 0\ndef f(n):\n    a = A()\n"
    "    while n > 0:\n        n -= a.s()\n",
    "class A:\n    def s(self):\n        return 1\nsetattr(A, 's', lambda self: 0)\ndef f(n):\n"
    "    a = A()\n    while n > 0:\n        n -= a.s()\n",
    # A function that calls what it is handed.
    "def g(h, n):\n    return h(n)\ndef f(n):\n    return g(f, n)\n",
]

NEVER_HALTS += [
    # A descriptor stands behind an attribute.
    "class D:\n    def __get__(self, o, t):\n        return 0\n    def __set__(self, o, v):\n"
    "        pass\nclass C:\n    i = D()\n    def f(self):\n        while self.i < 10:\n"
    "            self.i += 1\n",
    # One list under two names, whichever is looked at first.
    "G = [1]\ndef f(n: list):\n    while n:\n        n.pop()\n        G.append(1)\n",
    "G = [1]\ndef g():\n    G.append(1)\ndef f(n: list):\n    while n:\n        n.pop()\n"
    "        g()\n",
    "def f():\n    n = [5]\n    d = {}\n    m = d.setdefault(1, n)\n    while n:\n"
    "        n.pop()\n        m += [1]\n",
    # Recursion that no name shows.
    "class C:\n    def __repr__(self):\n        return '%r' % self\n",
    "class C:\n    def __repr__(self):\n        return '{!r}'.format(self)\n",
    "class C:\n    def __hash__(self):\n        return {self: 1}[self]\n",
    "class C:\n    def __call__(self):\n        return self()\n",
    "class C:\n    def __new__(cls):\n        return cls()\n",
    "class C:\n    def __init__(self, n=0):\n        self.c = type(self)(n + 1)\n",
    "def f(n):\n    g = lambda s: s(s)\n    return g(g)\n",
    "class C:\n    @property\n    def x(self):\n        return 1\n    @x.setter\n"
    "    def x(self, v):\n        self.x = v\n",
    "def f(xs):\n    return list(map(lambda y: f(xs), xs))\n",
    "from functools import partial\ndef f(n):\n    return partial(f, n)()\n",
    "def d(fn):\n    def w(n):\n        return f(n)\n    return w\n@d\ndef f(n):\n    return n\n",
    # Straight code that asks for all items of what never ends.
    "import itertools\ndef f():\n    return -1 in itertools.count()\n",
    "import itertools\ndef f():\n    print(*itertools.count())\n",
    "import itertools\ndef f():\n    a, *b = itertools.count()\n",
    "from itertools import repeat\ndef f():\n    return next(filter(None, repeat(0)))\n",
    *(
        "class A:\n    def __iter__(self):\n        return self\n    def __next__(self):\n"
        f"        return 1\ndef f():\n    x = []\n    {use}\n"
        for use in ("list(A())", "2 in A()", "max(A())", "x += A()", "x[:] = A()", "[*A()]")
    ),
]

NEVER_HALTS += [
    # What replaces globals or built-ins by other ways than an assignment.
    ("STEP = 1\ndef f():\n    i = 0\n    while i < 5:\n        i += STEP\nglobals()['STEP'] = 0\n"),
    (
        "import builtins\n"
        "import itertools\n"
        "builtins.range = itertools.count\n"
        "def f(n):\n"
        "    for i in range(n):\n"
        "        pass\n"
    ),
    # Methods in the file, or with a telling name, change what they are called on.
    ("def f():\n    xs = [1]\n    def add(): xs.append(1)\n    for x in xs:\n        add()\n"),
    (
        "class A:\n"
        "    def __init__(self): self.xs = [1]\n"
        "    def add(self): self.xs.append(1)\n"
        "    def f(self):\n"
        "        for x in self.xs:\n"
        "            self.add()\n"
    ),
    (
        "class A:\n"
        "    def __init__(self):\n"
        "        self.n = 3\n"
        "        self.c = B(self)\n"
        "    def f(self):\n"
        "        while self.n > 0:\n"
        "            self.n -= 1\n"
        "            self.c.bump()\n"
        "class B:\n"
        "    def __init__(self, a): self.a = a\n"
        "    def bump(self): self.a.n += 1\n"
    ),
    (
        "class A:\n"
        "    def __init__(self):\n"
        "        self.n = 3\n"
        "        self.cbs = [self.bump]\n"
        "    def bump(self): self.n += 1\n"
        "    def f(self):\n"
        "        while self.n > 0:\n"
        "            self.n -= 1\n"
        "            for cb in self.cbs: cb()\n"
    ),
    (
        "class A:\n"
        "    n = 3\n"
        "    def f(self):\n"
        "        while self.n > 0:\n"
        "            self.n -= 1\n"
        "            del self.n\n"
    ),
]

NEVER_HALTS += [
    # Factories, finalizers, stars and subclasses of numbers run code of the file.
    (
        "class C(int):\n"
        "    def __sub__(self, o): return self\n"
        "def f(n: C):\n"
        "    while n > 0:\n"
        "        n = n - 1\n"
    ),
    (
        "class D:\n"
        "    def __init__(self, x): self.x = x\n"
        "    def __del__(self): self.x.append(1)\n"
        "def f():\n"
        "    n = [5]\n"
        "    while n:\n"
        "        n.pop()\n"
        "        D(n)\n"
    ),
    (
        "from collections import defaultdict\n"
        "def f():\n"
        "    n = [5]\n"
        "    d = defaultdict(lambda: n.append(1))\n"
        "    while n:\n"
        "        n.pop()\n"
        "        d[len(d)]\n"
    ),
    (
        "n = [5]\n"
        "class D:\n"
        "    def __iter__(self):\n"
        "        n.append(1)\n"
        "        return iter([])\n"
        "def f():\n"
        "    d = D()\n"
        "    while n:\n"
        "        n.pop()\n"
        "        a = [*d]\n"
    ),
]

NEVER_HALTS += [
    # A function that remembers what it gave does not run a second time.
    (
        "from functools import lru_cache\n"
        "G = 5\n"
        "@lru_cache\n"
        "def down(n: int):\n"
        "    global G\n"
        "    G -= 1\n"
        "def f():\n"
        "    while G > 0:\n"
        "        down(3)\n"
    ),
    # What a function looks for, or has by default, is of more kinds than its callees take.
    "def g(n: int):\n    return n - 1\ndef f(x=None):\n    while x is None:\n        pass\n"
    "    g(x)\n",
    "def g(n: int):\n    return n - 1\ndef h(x):\n    while isinstance(x, str):\n"
    "        pass\n    g(x)\ndef f():\n    h('a')\n",
    # What is known of a callee is known of whole numbers only.
    (
        "def g(x: int) -> int:\n"
        "    if 0 < x < 1:\n"
        "        return -1\n"
        "    return 1 if x <= 0 else g(x - 1)\n"
        "def f(n: int):\n"
        "    while n > 0:\n"
        "        n -= g(n / 2)\n"
    ),
]

MAY_HALT = [
    # What is read in the round comes to its end, and raises there.
    "def f(fp):\n    n = int(fp.readline())\n    while n:\n        int(fp.readline())\n"
    "        n -= 1\n",
    "import struct\ndef f(fp):\n    (n,) = struct.unpack('<i', fp.read(4))\n    while n:\n"
    "        struct.unpack('<i', fp.read(4))\n        n -= 1\n",
    # Some branch takes every byte, and some way of the pattern every sign.
    "def f(data: bytes):\n    i = 0\n    while i < len(data):\n        k = data[i] >> 6\n"
    "        if k == 0 or k == 1:\n            i += 1\n        elif k == 2:\n            i += 3\n"
    "        elif k == 3:\n            i += 4\n",
    "import re\nTOKEN = re.compile(r'\\s+|\\w+|.', re.S)\ndef f(text):\n    pos = 0\n"
    "    while pos < len(text):\n        m = TOKEN.match(text, pos)\n        if m:\n"
    "            pos = m.end()\n",
    # The separator was put there, and the number was made finite, before.
    "def f(text):\n    text = text + '\\n'\n    pos = 0\n    while pos < len(text):\n"
    "        end = text.find('\\n', pos)\n        pos = end + 1\n",
    "def f(a: float):\n    a = a % 360.0\n    while a > 180:\n        a -= 360.0\n    return a\n",
    # The left operand is asked first, and who refuses another type is not seen.
    "from other import refuse\nclass F(dict):\n    def __le__(self, other):\n"
    "        return set(self).issubset(other)\n    def __ge__(self, other):\n"
    "        if not isinstance(other, F):\n            refuse(self, other)\n"
    "        return other <= self\n",
    # No object is two things at once.
    "def f(x):\n    if x == 'a':\n        while x == 'b':\n            pass\n",
    "def f(x, y):\n    if x is y and x:\n        while not y:\n            pass\n",
    "def f(xs: list, i: int):\n    if i == 3 and i in xs:\n        while 3 not in xs:\n"
    "            pass\n",
    "def f(x: float, y: float):\n    if x < y:\n        while y < x:\n            pass\n",
    "def f(xs: list):\n    i = 10\n    if i not in xs:\n        return\n"
    "    while not xs:\n        i += 1\n",
    # The process ends, whatever is caught.
    "import os\ndef f():\n    while True:\n        try:\n            os._exit(1)\n"
    "        except BaseException:\n            continue\n",
    "import conf\ndef f():\n    n = 5\n    while n > 0:\n        if conf.x is None:\n"
    "            n -= 1\n",
    # A flag that code elsewhere sets comes.
    "class C:\n    def __init__(self):\n        self.done = False\n    def stop(self):\n"
    "        self.done = True\n    def run(self):\n        while not self.done:\n"
    "            pass\n",
    "done = False\ndef stop():\n    global done\n    done = True\ndef run():\n"
    "    while not done:\n        pass\n",
    "class C:\n    def __init__(self):\n        self.q = []\n    def put(self, x):\n"
    "        self.q.append(x)\n    def run(self):\n        while not self.q:\n"
    "            pass\n",
]

NEVER_HALTS += [
    # A class says itself how it is iterated, and what its methods give.
    "import itertools\nclass C:\n    def __iter__(self):\n        return itertools.count()\n"
    "    def run(self):\n        for x in self:\n            pass\nC().run()\n",
    # What is handed on, or captured, may add to what is iterated; so may the library.
    "def run(m: list):\n    for x in map(m.append, m):\n        pass\nrun([1])\n",
    "def run():\n    h = [1]\n    for x in h:\n        list(map(h.append, [1]))\nrun()\n",
    "import heapq\ndef run():\n    h = [1]\n    for x in h:\n        heapq.heappush(h, x)\nrun()\n",
]


def _answers(text: str) -> set[Answer]:
    (report,) = check(text).files
    assert report.fault is None
    assert report.verdict is not None
    loops = {loop.verdict.answer for one in report.functions for loop in one.loops}
    return loops | {report.verdict.answer}


NEVER_HALTS += [
    # What is spread out of a container is handed on.
    "def add(xs, y):\n    xs.append(y)\ndef f(n):\n    p = [n]\n    while p:\n"
    "        add(*[p, 1])\n        del p[0]\n",
    "def add(xs, y):\n    xs.append(y)\ndef f(n):\n    p = [n]\n    while p:\n"
    "        add(**{'xs': p, 'y': 1})\n        p.pop()\n",
]


@pytest.mark.parametrize("text", NEVER_HALTS)
def test_what_may_go_on_is_not_said_to_halt(text: str) -> None:
    (report,) = check(text).files
    assert report.fault is None
    assert report.verdict is not None
    assert report.verdict.answer is not Answer.HALT


@pytest.mark.parametrize("text", MAY_HALT)
def test_what_may_end_is_not_said_to_go_on(text: str) -> None:
    assert Answer.NON_HALT not in _answers(text)
