import pytest

from haltcheck.model.step.event import AtHead, Entered, Exceeded, Failed, Finished, Stopped
from haltcheck.model.step.replay import descends, ends, revisits
from haltcheck.model.step.snapshot import snapshot
from haltcheck.model.step.start import start

from .conftest import program_of


def heads_of(program, name="f"):
    return frozenset((name, loop.head) for loop in program.functions[name].loops)


def visits(program, count, **inputs):
    """Steps and snapshots at the first visits of the loop's head."""
    machine = start(program, "f", inputs)
    heads = heads_of(program)
    found = []
    for _ in range(count):
        if not isinstance(machine.run(10_000, heads), AtHead):
            break
        found.append((machine.steps, snapshot(machine)))
    return found


def test_equal_snapshots_mean_a_replay():
    program = program_of("def f(n):\n    while n != 1:\n        n = (n + 2) % 4\n")
    (_, _), (a, one), (b, two), (c, three) = visits(program, 4, n=0)
    assert one != two
    assert one == three
    assert revisits(program, "f", {"n": 0}, a, c - a)
    assert not revisits(program, "f", {"n": 0}, a, b - a)
    assert not revisits(program, "f", {"n": 1}, a, c - a)


SHAPES = {
    "list iterator": "def f():\n    it = iter([1] * 9)\n    while next(it):\n        pass\n",
    "range": "def f():\n    for _ in range(9):\n        pass\n",
    "dict iterator": (
        "def f():\n    it = iter({i: 0 for i in range(9)})\n    for x in it:\n        x = 0\n"
    ),
    "zip": "def f():\n    z = zip([1] * 9, [1] * 9)\n    for x in z:\n        x = 0\n",
    "islice": (
        "import itertools\ndef f():\n    for x in itertools.islice(itertools.repeat(1), 9):\n"
        "        x = 0\n"
    ),
    "generator": (
        "def g():\n    for i in range(9):\n        yield 1\n"
        "def f():\n    for x in g():\n        x = 0\n"
    ),
    "attribute": (
        "class A:\n    pass\ndef f():\n    a = A()\n    a.n = 0\n"
        "    while a.n < 9:\n        a.n += 1\n"
    ),
    "nested list": "def f():\n    a = [[0]]\n    while a[0][0] < 9:\n        a[0][0] += 1\n",
    "closure": (
        "def f():\n    n = 0\n    def up():\n        nonlocal n\n        n += 1\n        return n\n"
        "    while up() < 9:\n        pass\n"
    ),
    "global": "n = 0\ndef f():\n    global n\n    n = 0\n    while n < 9:\n        n += 1\n",
    "bool and int": "def f():\n    x = 0\n    while x is not True:\n        x = x == 0\n",
    "sign of zero": "def f():\n    x = 0.0\n    while str(x) != '-0.0':\n        x = -x\n",
    "dict order": (
        "def f():\n    d = {1: 1, 2: 2}\n    while list(d) != [2, 1]:\n"
        "        v = d.pop(1)\n        d[1] = v\n"
    ),
    "aliasing": (
        "def f():\n    a = [0]\n    b = [0]\n    while a is not b:\n        a, b = b, b\n"
    ),
    "default dict": (
        "from collections import deque\ndef f():\n    q = deque([1, 2, 3])\n"
        "    while q:\n        q.popleft()\n"
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_no_two_visits_of_a_halting_loop_look_alike(name):
    program = program_of(SHAPES[name])
    found = [form for _, form in visits(program, 40)]
    assert len(found) < 40
    assert len(set(found)) == len(found)


def test_a_snapshot_does_not_depend_on_the_run():
    program = program_of(SHAPES["attribute"])
    assert visits(program, 5) == visits(program, 5)


def test_a_chain_of_calls():
    program = program_of("def f(n):\n    return f(n) if n else 0\n")
    machine = start(program, "f", {"n": 3})
    assert machine.run(99, entries=frozenset(("f",))) == Entered("f")
    first = machine.steps
    machine.run(99, entries=frozenset(("f",)))
    assert descends(program, "f", {"n": 3}, first, machine.steps - first)
    assert not descends(program, "f", {"n": 3}, first + 1, machine.steps - first)
    assert not descends(program, "f", {"n": 0}, first, machine.steps - first)


def test_a_chain_that_has_returned_is_none():
    program = program_of("def g(n):\n    return n\ndef f():\n    while True:\n        g(1)\n")
    machine = start(program, "f", {})
    machine.run(99, entries=frozenset(("g",)))
    first = machine.steps
    machine.run(99, entries=frozenset(("g",)))
    assert not descends(program, "f", {}, first, machine.steps - first)


def test_only_a_run_that_ends_ends():
    program = program_of("def f(n):\n    while n:\n        n -= 1\n")
    assert ends(program, "f", {"n": 5}, 500)
    assert not ends(program, "f", {"n": -1}, 500)
    assert not ends(program, "f", {"n": 5}, 3)


HOSTILE = (
    "def f():\n    x = 10\n    while True:\n        x = x ** x\n",
    "def f():\n    s = 'a'\n    while True:\n        s = s * 1000\n",
    "def f():\n    x = [1]\n    while True:\n        x += x\n",
    "def f():\n    return list(range(10 ** 15))\n",
    "def f():\n    return 1 << 10 ** 12\n",
    "def f():\n    return 1.5 in range(10 ** 15)\n",
    "def f():\n    return '%1000000000d' % 1\n",
    "def f():\n    return '{:>1000000000}'.format(1)\n",
    "def f():\n    return f'{1:>1000000000}'\n",
    "def f():\n    return 'a'.ljust(10 ** 12)\n",
    "def f():\n    return 'a' * 1000 .replace('a', 'a' * 100000)\n",
    "def f():\n    return round(5, -(10 ** 12))\n",
    "def f():\n    t = ()\n    while True:\n        t = (t, t)\n        {t: 1}\n",
    "def f():\n    t = []\n    while True:\n        t = [t]\n        t == [t]\n",
    "def f():\n    t = ()\n    for i in range(10 ** 9):\n        t = (t,)\n    return hash(t)\n",
    "import itertools\ndef f():\n    return list(itertools.repeat(1))\n",
    "import itertools\ndef f():\n    return next(filter(None, itertools.repeat(0)))\n",
    "import math\ndef f():\n    return math.factorial(10 ** 9)\n",
    "def f():\n    return f() + 1\n",
    "def g(n):\n    yield n\n    yield from g(n + 1)\ndef f():\n    for x in g(0):\n        pass\n",
    "def f():\n    it = iter([])\n    while True:\n        it = enumerate(it)\n        next(it)\n",
)


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_code_is_stopped(source):
    machine = start(program_of(source), "f", {})
    event = machine.run(30_000)
    assert isinstance(event, Exceeded | Stopped | Failed)


def test_deep_recursion_is_no_problem():
    program = program_of("def f(n):\n    return 0 if n == 0 else f(n - 1) + 1\n")
    assert start(program, "f", {"n": 15_000}).run(10**6) == Finished(15_000)


def test_a_hole_waits_for_an_answer():
    program = program_of("import os\ndef f():\n    return os.getpid() + 1\n")
    machine = start(program, "f", {})
    event = machine.run(99)
    assert isinstance(event, Stopped)
    assert event.site.line == 3
    machine.resume(41)
    assert machine.run(99) == Finished(42)
    assert machine.imagined
