"""A loop whose body adds to what it iterates, in whatever way, is never said to halt."""

import pytest

import haltcheck
from haltcheck.basis.answer import Answer
from haltcheck.options import Options

_HEAD = """
import bisect, contextlib, copy, functools, heapq, operator

TABLE = {"k": [1]}

def same(xs):
    return xs

def push(xs, y):
    xs.append(y)

def put(xs, y):
    push(xs, y)

def for_each(f, y):
    f(y)

def pusher(xs, y):
    xs.append(y)
    yield 1

def log(f):
    @functools.wraps(f)
    def run(*args):
        return f(*args)
    return run

@log
def decorated(xs, y):
    xs.append(y)

class Pusher:
    def __init__(self, xs):
        self.xs = xs
    def push(self, y):
        self.xs.append(y)

class C:
    def add(self, xs, y):
        xs.append(y)
    def grow(self, y):
        self.todo.append(y)
"""
_METHOD = """
    def f{}(self, refs):
        todo = {}
        {}
            {}
"""
_MADE = (
    *("list(refs)", "sorted(refs)", "refs[:]", "refs.copy()", "[*refs]", "[0]", "refs"),
    *("'a b'.split()", "foo(refs)", "same(refs)", "refs or [1]", "self.refs", "TABLE['k']"),
)
_HEADS = ("for x in todo:", "for _, x in enumerate(todo):", "for x in (y for y in todo):")
_ADDING = (
    *("todo.append(x)", "todo.insert(0, x)", "todo.extend([x])", "todo += [x]", "todo *= 2"),
    *("todo[len(todo):] = [x]", "heapq.heappush(todo, 1)", "bisect.insort(todo, 9)"),
    *("list.append(todo, x)", "operator.iadd(todo, [x])", "getattr(todo, 'append')(x)"),
    *("d = {'t': todo}; d['t'].append(x)", "t = (todo, 1); t[0].append(x)", "push(todo, x)"),
    *("(lambda y: todo.append(y))(x)", "self.add(todo, x)", "put(*[todo, x])"),
    *("push(xs=todo, y=x)", "list(map(todo.append, [x]))", "{}.setdefault(1, todo).append(x)"),
    *("any(todo.append(y) for y in [x])", "[todo.append(y) for y in [x]]", "decorated(todo, x)"),
    *("functools.partial(todo.append, x)()", "(u := todo).append(x)", "Pusher(todo).push(x)"),
    *("(todo if x else todo).append(x)", "self.todo = todo; self.grow(x)"),
    *("for q in [todo]: q.append(x)", "for_each(todo.append, x)"),
    *("with contextlib.nullcontext(todo) as q: q.append(x)", "for _ in pusher(todo, x): pass"),
    "functools.reduce(lambda a, b: a.append(b) or a, [x], todo)",
)


@pytest.mark.parametrize("head", _HEADS)
@pytest.mark.parametrize("made", _MADE)
def test_what_grows_does_not_end(made: str, head: str) -> None:
    methods = [_METHOD.format(number, made, head, adding) for number, adding in enumerate(_ADDING)]
    options = Options(world_model="none", timeout=100)
    (file,) = haltcheck.check("".join((_HEAD, *methods)), options=options).files
    names = {f"C.f{number}": adding for number, adding in enumerate(_ADDING)}
    said = {one.name: one.verdict.answer for one in file.functions if one.name in names}
    assert len(said) == len(_ADDING)
    assert [names[one] for one, answer in said.items() if answer is Answer.HALT] == []


@pytest.mark.parametrize(
    "body",
    [
        "for x in list(xs): xs.append(x)",
        "for x in xs[:]: xs.append(x)",
        "todo = list(xs)\n for x in todo: xs.append(x)",
        "todo = sorted(xs)\n out = []\n for x in todo: out.append(x)",
        "for x in xs.split(): ys.append(x)",
    ],
)
def test_a_copy_that_nothing_adds_to_ends(body: str) -> None:
    (file,) = haltcheck.check(f"def f(xs, ys):\n {body}\n").files
    assert file.verdict is not None and file.verdict.answer is Answer.HALT


_WALKED = """
class Box:
    def __init__(self):
        self.items = [1]
    def walk(self):
        for x in self.items:
            yield x
    def push(self, x):
        self.items.append(x)

def gen(xs):
    for x in xs:
        yield x

def f(p, out):
    b = Box()
    for x in {walk}:
        {adding}
"""


@pytest.mark.parametrize(
    ("walk", "adding", "answer"),
    [
        ("gen(p)", "p.append(x)", Answer.UNKNOWN),
        ("b.walk()", "b.items.append(x)", Answer.UNKNOWN),
        ("b.walk()", "b.push(x)", Answer.UNKNOWN),
        ("gen(list(p))", "out.append(x)", Answer.HALT),
        ("b.walk()", "out.append(x)", Answer.HALT),
    ],
)
def test_what_a_generator_goes_through_may_grow(walk: str, adding: str, answer: Answer) -> None:
    (file,) = haltcheck.check(_WALKED.format(walk=walk, adding=adding)).files
    assert [one.verdict.answer for one in file.functions if one.name == "f"] == [answer]


_KEEPER = """
import collections

ITEMS = [1]
FRONT = slice(0, 0)

def walk_items():
    for x in ITEMS:
        yield x

def adding(xs):
    while True:
        xs.append(1)
        yield 1

class Box:
    def __init__(self, t):
        self.t = t
    def walk(self):
        for i, x in enumerate(self.t):
            yield x
    def again(self):
        yield from self.walk()
    def __enter__(self):
        return self
    def __exit__(self, *found):
        self.t.append(1)
    @property
    def p(self):
        self.t.append(1)
    def __eq__(self, other):
        self.t.append(1)
        return False

def f(xs):
    todo = list(xs)
    {}
    {}
"""


_PUT = "def put(x):\n        todo[:0] = [x]\n        return 0"


@pytest.mark.parametrize(
    ("before", "loop"),
    [
        ("pass", "for x in walk_items(): ITEMS.append(x)"),
        ("def walk():\n        yield from (x for x in todo)", "for x in walk(): todo.append(x)"),
        ("def walk():\n        for x in todo: yield x", "for x in walk(): todo.append(x)"),
        ("b = Box([1])", "for x in b.walk(): b.t.append(x)"),
        ("b = Box([1])", "for x in b.again(): b.t.append(x)"),
        ("it = adding(todo)", "for x in todo: next(it)"),
        ("pass", "for x in todo: todo[slice(0, 0)] = [x]"),
        ("pass", "for x in todo: todo[FRONT] = [x]"),
        (_PUT, "for x in todo: sorted([1], key=put)"),
        ("b = Box(todo)", "for x in todo:\n        with b: pass"),
        ("b = Box(todo)", "for x in todo: b.p"),
        ("b = Box(todo)", "for x in todo: b == x"),
    ],
)
def test_what_something_else_adds_to_does_not_end(before: str, loop: str) -> None:
    (file,) = haltcheck.check(_KEEPER.format(before, loop)).files
    (said,) = (one for one in file.functions if one.name == "f")
    assert said.verdict.answer is not Answer.HALT
