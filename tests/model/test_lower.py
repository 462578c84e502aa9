"""The shape of lowered programs: loops, ways out, unreachable code, depth."""

import sys
from typing import get_args

import pytest

from haltcheck.basis.span import Span
from haltcheck.frontend import expression as e
from haltcheck.frontend import statement as s
from haltcheck.frontend.syntax import Contents, Syntax
from haltcheck.model import instruction as i
from haltcheck.model import lower as lower_module
from haltcheck.model import program as p
from haltcheck.model.lower import lower
from haltcheck.model.lower_target import TARGETS
from haltcheck.model.program import Next, Raise, Return, successors
from tests.model.show import show
from tests.model.source import lowered

HERE = Span(1, 1, 1, 2)


def function(text, name="f"):
    return lowered(text).functions[name]


def instructions(function, kind):
    return [x for block in function.blocks for x in block.instructions if isinstance(x, kind)]


def test_every_form_of_the_syntax_is_lowered():
    assert set(get_args(e.Expression)) - {e.Comprehension, e.Lambda} <= set(lower_module._VALUES)
    assert {e.Comprehension, e.Lambda} <= set(lower_module._VALUES)
    assert set(get_args(s.Statement)) == set(lower_module._STATEMENTS)
    assert set(TARGETS) <= set(get_args(e.Expression))


def test_a_while_loop():
    f = function("def f(n):\n    while n > 0:\n        n -= 1\n    return n\n")
    (loop,) = f.loops
    assert (loop.kind, loop.span.line, loop.span.end_line) == ("while", 2, 3)
    assert f.blocks[loop.head].instructions[0].operator == ">"
    assert len(loop.blocks) == 2
    assert show(f).splitlines()[0] == "function f(n)"


def test_conditions_branch_without_making_values():
    f = function("def f(a, b, c):\n    while a and (b or not c) and 0 < a < b: a = b\n")
    assert not instructions(f, i.Copy)[1:]
    assert sum(isinstance(block.terminator, p.Test) for block in f.blocks) == 5


def test_an_endless_loop_has_no_test():
    f = function("def f():\n    while True: g()\n    return 1\n")
    assert not any(isinstance(block.terminator, p.Test | Return) for block in f.blocks)
    assert f.blocks[f.loops[0].head].instructions


def test_a_loop_without_a_way_back_is_a_subject_still():
    f = function("def f():\n    while True:\n        return 1\n")
    assert [(loop.blocks, loop.parent) for loop in f.loops] == [
        (frozenset({f.loops[0].head}), None)
    ]


def test_loops_nest_by_the_graph():
    f = function(
        "def f(a):\n    while a:\n        for x in a:\n            if x: break\n"
        "        else:\n            while x: x -= 1\n            return [y for y in x if y]\n"
    )
    kinds = [(loop.kind, loop.parent) for loop in f.loops]
    # What follows the inner ``else`` leaves the outer loop.
    assert kinds == [("while", None), ("for", 0), ("while", None), ("comprehension", None)]
    assert f.loops[1].blocks < f.loops[0].blocks


def test_a_for_loop_asks_its_iterator_at_the_head():
    f = function("def f(xs):\n    for i, x in xs: print(x)\n")
    head = f.blocks[f.loops[0].head]
    assert isinstance(head.terminator, Next)
    assert not head.instructions
    assert len(instructions(f, i.GetIterator)) == 1


def test_finally_is_lowered_once():
    f = function(
        "def f(n):\n    while n:\n        try:\n            if n == 1: break\n"
        "            if n == 2: continue\n            if n == 3: return n\n            n = g(n)\n"
        "        finally:\n            for k in n: h(k)\n"
    )
    assert len(f.loops) == 2
    assert [x.text for x in instructions(f, i.Call)].count("h") == 1


def test_exceptions_are_edges():
    f = function("def f(n):\n    while n:\n        try: n = g(n)\n        except KeyError: n = 1\n")
    (call,) = [b for b in f.blocks if any(isinstance(x, i.Call) for x in b.instructions)]
    assert call.handler is not None
    assert call.caught.startswith("$error")
    catches = [x for x in instructions(f, i.Operate) if x.operator == "catches"]
    assert catches[0].operands[0] == i.Local(call.caught)
    assert any(isinstance(b.terminator, Raise) for b in f.blocks)


def test_generator_expressions_are_functions():
    program = lowered("def f(xs, k):\n    while any(x + k for x in xs for k in x): pass\n")
    inner = program.functions["f.<genexpr>"]
    assert inner.is_generator
    assert [x.name for x in inner.parameters] == [".0"]
    assert [loop.kind for loop in inner.loops] == ["comprehension", "comprehension"]
    assert inner.loops[1].parent == 0


def test_comprehension_variables_are_renamed_apart():
    f = function("def f(x):\n    while x: x = [x for x in x if [x for x in x]]\n")
    names = {b.terminator.target for b in f.blocks if isinstance(b.terminator, Next)}
    assert len(names) == 2
    assert all(name.startswith("x@") for name in names)
    assert names <= f.locals


def test_private_names_carry_their_class():
    f = function("class _C:\n    def f(self):\n        while self.__n: self.__g()\n", "_C.f")
    assert instructions(f, i.GetAttribute)[0].name == "_C__n"
    assert instructions(f, i.CallMethod)[0].name == "_C__g"


def test_swaps_need_no_tuple():
    f = function("def f(a, b):\n    while b: a, b = b, a % b\n")
    assert not instructions(f, i.Build)
    assert not instructions(f, i.Unpack)


def test_async_and_groups():
    f = function(
        "async def f(xs):\n    async for x in xs:\n        async with x as y: await y\n"
        "        try: g()\n        except* KeyError as k: h(k)\n"
        "        async for z in (w async for w in x): pass\n"
    )
    assert any(isinstance(b.terminator, Next) and b.terminator.is_async for b in f.blocks)
    assert all(x.is_async for x in instructions(f, i.EnterContext))
    assert [x.kind for x in instructions(f, i.Suspend)] == ["await"]
    assert instructions(f, i.Hole)


def test_class_bodies():
    program = lowered(
        "def f():\n    class A(B, k=1):\n        n = 1\n        m = n\n"
        "        def g(self): return self.g()\n"
        "    class D:\n        if x: y = 1\n    while A(): pass\n"
    )
    f = program.functions["f"]
    (made,) = instructions(f, i.MakeClass)
    assert [name for name, _ in made.members] == ["n", "m", "g"]
    assert any(gap.construct == "class body" for gap in program.gaps)


def _call(text):
    return e.Call(HERE, e.Name(HERE, text), ())


def _lower_one(body):
    scope = e.Scope(locals=frozenset({"x"}))
    made = s.Function("f", "f", HERE, (), body, scope)
    return lower(Syntax(Contents(), {"f": made}, {})).functions["f"]


@pytest.mark.parametrize("depth", [5_000])
def test_depth_does_not_exhaust_the_stack(depth):
    before = sys.getrecursionlimit()
    value, test, target = _call("a"), e.Name(HERE, "x"), e.Name(HERE, "x")
    branch = ()
    for _ in range(depth):
        value = e.Binary(HERE, "+", value, e.Constant(HERE, 1))
        test = e.Unary(HERE, "not", e.Logical(HERE, "and", (e.Name(HERE, "x"), test)))
        branch = (s.Branch(HERE, e.Name(HERE, "x"), (), branch),)
        target = e.Attribute(HERE, target, "y")
    nested = (s.Branch(HERE, test, (s.Assign(HERE, (e.Name(HERE, "x"),), value),), ()),)
    for _ in range(500):
        nested = (s.Try(HERE, (s.While(HERE, e.Name(HERE, "x"), nested, ()),), (), (), (), False),)
    f = _lower_one((*branch, *nested, s.Assign(HERE, (target,), e.Constant(HERE, 1))))
    assert len(f.loops) == 500
    assert sys.getrecursionlimit() == before


def test_blocks_are_numbered_and_reachable():
    f = function(
        "def f(n):\n    while n:\n        with n as m:\n            try: return g(m)\n"
        "            finally:\n                if m: continue\n        raise n\n        print(1)\n"
    )
    seen, work = {0}, [0]
    while work:
        for to in successors(f.blocks[work.pop()]):
            if to not in seen:
                seen.add(to)
                work.append(to)
    assert seen == set(range(len(f.blocks)))
    assert [block.id for block in f.blocks] == list(range(len(f.blocks)))
    assert "print" not in show(f)
