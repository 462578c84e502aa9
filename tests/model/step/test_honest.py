"""What the machine must not take for known."""

import pytest

from haltcheck.model.step.event import Finished, Stopped
from haltcheck.model.step.start import start

from .conftest import program_of

HOLES = {
    "a decorated class": "import x\n@x.wrap\nclass A:\n    pass\ndef f():\n    return A()\n",
    "a metaclass": "import x\nclass A(metaclass=x.M):\n    pass\ndef f():\n    return A()\n",
    "an unknown base": "import x\nclass A(x.B):\n    pass\ndef f():\n    return A()\n",
    "a class that is patched": (
        "class A:\n    pass\nA.n = 3\ndef f():\n    return hasattr(A(), 'n')\n"
    ),
    "a class attribute that is filled": (
        "class A:\n    n = []\nA.n.append(1)\ndef f():\n    return A().n\n"
    ),
    "a table that is filled": "T = {}\nT['a'] = 1\ndef f():\n    return T\n",
    "a table that is filled under another name": (
        "T = {}\nU = T\nU['a'] = 1\ndef f():\n    return T\n"
    ),
    "a table inside of another that is filled": (
        "T = {'a': []}\nfor x in T.values():\n    x.append(1)\ndef f():\n    return T\n"
    ),
    "a table that is handed over": ("import x\nT = {}\nx.register(T)\ndef f():\n    return T\n"),
    "a table that a decorator fills": (
        "T = {}\ndef keep(f):\n    T[f.__name__] = f\n    return f\n"
        "@keep\ndef g():\n    pass\ndef f():\n    return T\n"
    ),
    "a table that a constructor fills": (
        "T = {}\nclass A:\n    def __init__(self):\n        T['a'] = self\n"
        "a = A()\ndef f():\n    return T\n"
    ),
    "a global bound under a condition": (
        "import sys\nif sys.argv:\n    n = 1\ndef f():\n    return n\n"
    ),
    "a class attribute bound under a condition": (
        "import sys\nclass A:\n    if sys.argv:\n        n = 1\ndef f():\n    return A.n\n"
    ),
    "a value made of one that the run has changed": (
        "A = [1]\nB = list(A)\ndef f():\n    A.append(2)\n    return B\n"
    ),
    "a value made of a class attribute that the run has changed": (
        "class C:\n    n = [1]\nB = list(C.n)\ndef f():\n    C.n.append(2)\n    return B\n"
    ),
    "a value made of a class attribute that the run has set": (
        "class C:\n    n = 1\nB = C.n + 1\ndef f():\n    C.n = 5\n    return B\n"
    ),
    "an abstract class": (
        "import abc\nclass A(abc.ABC):\n    @abc.abstractmethod\n    def g(self):\n"
        "        pass\ndef f():\n    return A()\n"
    ),
    "a protocol": (
        "from typing import Protocol\nclass A(Protocol):\n    pass\ndef f():\n    return A()\n"
    ),
    "a frozen data class": (
        "import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass A:\n    n: int\n"
        "def f():\n    A(1).n = 2\n"
    ),
    "the equality of data classes": (
        "import dataclasses\n@dataclasses.dataclass\nclass A:\n    n: int\n"
        "def f():\n    return A(1) == A(1)\n"
    ),
    "a global that is bound twice": "n = 0\nn = 1\ndef f():\n    return n\n",
    "a global that a function writes": (
        "n = 0\ndef g():\n    global n\n    n = 5\ndef f():\n    return n\n"
    ),
    "a decorated function": (
        "import functools\n@functools.lru_cache\ndef g():\n    return 1\ndef f():\n    return g()\n"
    ),
    "a finalizer": "class A:\n    def __del__(self):\n        pass\ndef f():\n    return A()\n",
    "the clock": "import time\ndef f():\n    return time.time()\n",
    "a draw": "import random\ndef f():\n    return random.random() < 2\n",
    "the platform": "import sys\ndef f():\n    return sys.platform == 'win32'\n",
    "an external constant": "import socket\ndef f():\n    return socket.AF_INET is None\n",
    "an address": "def f():\n    return id([]) == 0\n",
    "a string's hash": "def f():\n    return hash('a')\n",
    "identity of numbers": "def f():\n    a = 1000\n    return a is 10 ** 3\n",
    "a raise of what is handled elsewhere": (
        "def g():\n    raise\n"
        "def f():\n    try:\n        1 / 0\n    except ArithmeticError:\n        g()\n"
    ),
}


@pytest.mark.parametrize("name", HOLES)
def test_it_stops_before_what_it_cannot_know(name):
    machine = start(program_of(HOLES[name]), "f", {})
    assert isinstance(machine.run(999), Stopped)


ARBITRARY = {
    "iteration": "def f():\n    for x in {1, 2}:\n        return x\n",
    "pop": "def f():\n    return {1, 2}.pop()\n",
    "text": "def f():\n    return f'{[{1, 2}]}'\n",
    "unpacking": "def f():\n    a, b = {1, 2}\n    return a\n",
    "extreme of NaNs": "def f():\n    return max({1.0, float('nan')})\n",
    "a dropped generator": (
        "def g(xs):\n    try:\n        yield 1\n    finally:\n        xs.append(1)\n"
        "def f():\n    xs = []\n    for x in g(xs):\n        break\n    return xs\n"
    ),
}


@pytest.mark.parametrize("name", ARBITRARY)
def test_it_marks_runs_that_cpython_leaves_open(name):
    machine = start(program_of(ARBITRARY[name]), "f", {})
    assert isinstance(machine.run(999), Finished)
    assert machine.arbitrary


def test_what_does_not_depend_on_an_order_is_exact():
    source = "def f():\n    s = {3, 1, 2}\n    return sorted(s), max(s), len(s), sum(s), 2 in s\n"
    machine = start(program_of(source), "f", {})
    assert machine.run(999) == Finished(([1, 2, 3], 3, 3, 6, True))
    assert not machine.arbitrary


def test_a_list_is_empty_while_it_is_sorted(compared):
    compared(
        "def f():\n    xs = [3, 1]\n    n = []\n"
        "    xs.sort(key=lambda v: n.append(len(xs)) or v)\n    return xs, n\n"
    )
