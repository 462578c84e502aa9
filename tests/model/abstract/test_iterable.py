"""What loops iterate."""

import pytest

import haltcheck
from haltcheck.basis.answer import Answer
from haltcheck.model.abstract.iterable import (
    Delegated,
    Endless,
    Finite,
    Grows,
    Iterability,
    Unclear,
    classify,
)
from haltcheck.model.subject import LoopSubject
from tests.model.abstract.conformance import lowered


def classified(text: str, qualname: str = "f") -> Iterability:
    program = lowered(text)
    loop = program.functions[qualname].loops[0]
    return classify(program, LoopSubject(qualname, loop.id))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("def f(xs):\n for x in xs:\n  print(x)\n", Finite),
        ("def f(xs):\n for x in xs:\n  xs.append(x)\n", Grows),
        ("def f(xs, ys):\n for x in xs:\n  ys.append(x)\n", Unclear),
        ("def f(xs):\n ys = []\n for x in xs:\n  ys.append(x)\n", Finite),
        ("def f(xs):\n for x in list(xs):\n  xs.append(x)\n", Finite),
        ("def f(xs):\n for x in xs[:]:\n  xs.append(x)\n", Finite),
        ("def f(n):\n for i in range(n):\n  n += 1\n", Finite),
        ("def f(d):\n for k in d.keys():\n  d[k] = 1\n", Finite),
        ("import itertools\ndef f():\n for i in itertools.count():\n  print(i)\n", Endless),
        (
            "import itertools\ndef f(xs):\n for i in zip(xs, itertools.count()):\n  pass\n",
            Finite,
        ),
        (
            "def g():\n n = 0\n while 1:\n  yield n\n  n += 1\ndef f():\n for i in g():\n  pass",
            Endless,
        ),
        (
            "def g(n):\n while n:\n  yield n\n  n = h(n)\ndef f():\n for i in g(3):\n  pass\n",
            Delegated,
        ),
        ("def f(s):\n for line in iter(s.readline, ''):\n  pass\n", Unclear),
        ("def f(xs):\n it = iter(xs)\n for x in it:\n  it = iter(xs)\n", Unclear),
    ],
)
def test_shapes(text: str, kind: type) -> None:
    assert isinstance(classified(text), kind), classified(text)


def test_what_an_unresolved_call_returns_is_supposed_to_end() -> None:
    found = classified("def f():\n for x in unknown():\n  pass\n")
    assert isinstance(found, Finite) and found.assumptions


def test_a_callee_that_is_handed_the_list_is_supposed_to_leave_it() -> None:
    found = classified("def f(xs):\n for x in xs:\n  unknown(xs)\n")
    assert isinstance(found, Finite) and found.assumptions


def test_growth_in_some_rounds_only_is_no_growth_in_every_round() -> None:
    found = classified("def f(xs):\n for x in xs:\n  if x:\n   xs.append(x)\n")
    assert isinstance(found, Grows) and not found.every_round
    sure = classified("def f(xs):\n for x in xs:\n  xs.append(x)\n")
    assert isinstance(sure, Grows) and sure.every_round


def test_a_name_that_is_bound_anew_is_another_list() -> None:
    found = classified("def f(xs):\n for x in xs:\n  xs = []\n  xs.append(x)\n")
    assert not isinstance(found, Grows)


def _module_answer(source):
    (file,) = haltcheck.check(source).files
    assert file.fault is None
    return file.verdict.answer


def test_a_global_list_that_grows_never_ends():
    assert _module_answer("xs = [1]\nfor x in xs:\n    xs.append(x)\n") is Answer.NON_HALT


@pytest.mark.parametrize(
    "source",
    [
        "xs = [1]\nys = xs\nfor x in xs:\n    xs.append(x)\n    ys.pop()\n    ys.pop()\n",
        "xs = []\nfor x in xs:\n    xs.append(x)\n",
        "xs = [1]\nfor x in xs:\n    xs.append(x)\n    xs *= 0\n",
        "xs = [1]\nys = xs\nfor x in xs:\n    xs.append(x)\n    ys[:] = []\n",
    ],
)
def test_a_global_list_that_may_shrink_is_not_endless(source):
    assert _module_answer(source) is not Answer.NON_HALT
