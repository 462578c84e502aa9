"""A function whose answer hinges on what its callees get is judged for its own calls."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer, Basis
from haltcheck.options import Options
from haltcheck.verdict.verdict import Verdict

FACTORIAL = "def g(n: int) -> int:\n if n == 0:\n  return 1\n return n * g(n - 1)\n"
EXACT = "def g(n: int) -> int:\n while n != 0:\n  n -= 1\n return n\n"
GUARDED = "def f(n: int) -> int:\n if n < 0:\n  return 0\n return g(n)\n"


def verdict(text: str, name: str = "f") -> Verdict:
    (file,) = check(text, options=Options(check_proofs=True)).files
    assert file.fault is None
    return next(one.verdict for one in file.functions if one.name == name)


@pytest.mark.parametrize("helper", [FACTORIAL, EXACT])
def test_a_guard_before_the_call_counts(helper: str) -> None:
    found = verdict(helper + GUARDED)
    assert (found.answer, found.basis) == (Answer.HALT, Basis.PROOF)
    assert verdict(helper + GUARDED, "g").condition == "n < 0"


@pytest.mark.parametrize("helper", [FACTORIAL, EXACT])
def test_a_private_helper_halts_where_all_its_callers_do(helper: str) -> None:
    text = (helper + GUARDED).replace("g(", "_g(")
    assert verdict(text, "_g").answer is Answer.HALT
    (file,) = check(text).files
    assert file.verdict is not None and file.verdict.answer is Answer.HALT


@pytest.mark.parametrize("helper", [FACTORIAL, EXACT])
def test_a_guard_that_is_too_weak_is_told_with_the_callers_condition(helper: str) -> None:
    found = verdict(f"{helper}def f(a: int) -> int:\n if a < -5:\n  return 0\n return g(a)\n")
    assert found.answer is Answer.NON_HALT
    assert found.condition and eval(found.condition, {}, {"a": -3})
    assert not eval(found.condition, {}, {"a": -7})


def test_a_finding_stands_at_the_loop_that_only_the_view_shows() -> None:
    text = (
        "def step(n: int, by: int) -> int:\n c = 0\n while n > 0 and c < 4:\n"
        "  n -= by\n  c += by * by\n return n\n"
        "def f(n: int) -> int:\n while n > 0:\n  n = step(n, 0)\n return n\n"
    )
    (file,) = check(text).files
    assert verdict(text).answer is Answer.NON_HALT
    assert {one.span.line for one in file.findings} <= {3, 8}
    assert file.findings


@pytest.mark.parametrize(
    "spoiler",
    [
        "h = g",
        "TABLE = {'g': g}",
        "def other(k: int) -> int:\n return list(map(g, [k]))[0]",
        "def other(k: int):\n return lambda: g",
    ],
)
def test_what_is_known_by_more_than_its_calls_is_not_closed(spoiler: str) -> None:
    assert verdict(f"{FACTORIAL}{spoiler}\n{GUARDED}").answer is not Answer.HALT


@pytest.mark.parametrize(
    "caller",
    [
        "class A:\n def m(self, x: int) -> int:\n  return g(x - 1)\n"
        "def f(n: int) -> int:\n if n < 0:\n  return 0\n g(n)\n return A().m(0)\n",
        "def gen(x: int):\n yield g(x - 1)\n"
        "def f(n: int) -> int:\n if n < 0:\n  return 0\n g(n)\n return sum(gen(0))\n",
        "def other(n: int) -> int:\n return g(n)\ndef f(n: int) -> int:\n return other(n)\n",
        "def f(n: int) -> int:\n def inner(x: int) -> int:\n  return g(x - n)\n return inner(-1)\n",
    ],
)
@pytest.mark.parametrize("helper", [FACTORIAL, EXACT])
def test_bad_calls_behind_the_entry_count(helper: str, caller: str) -> None:
    assert verdict(helper + caller).answer is not Answer.HALT


def test_a_replay_of_the_callee_is_none_of_the_caller() -> None:
    text = (
        "def g(n: int) -> int:\n if n & (n - 1) == 4:\n  return 0\n return g(n & 5)\n"
        "def f(k: int) -> int:\n return g(5)\n"
    )
    assert verdict(text).answer is not Answer.NON_HALT


def test_callables_that_are_handed_on_keep_their_promise() -> None:
    text = (
        "from collections.abc import Callable\n"
        "def g(n: int, ask: Callable[[], int]) -> int:\n while n < 9:\n"
        "  n += max(ask(), 1)\n return n\n"
        "def f(n: int, tell: Callable[[], int]) -> int:\n while n > 0:\n"
        "  n -= 1\n  g(n, tell)\n return n\n"
    )
    assert (verdict(text).answer, verdict(text).basis) == (Answer.HALT, Basis.PROOF)


def test_callables_that_change_are_not_grafted() -> None:
    text = (
        "class A:\n def __call__(self, j):\n  return f(j)\n"
        "def g(n, h):\n while n > 0:\n  n = n - 1\n  h(n + 1)\n return n\n"
        "def f(k: int) -> int:\n hs = [A()]\n return g(k, hs[0])\n"
    )
    assert verdict(text).answer is Answer.UNKNOWN


def test_what_some_runs_miss_is_not_passed_on() -> None:
    text = (
        "def f(k: int) -> int:\n if k == 0:\n  while True:\n   pass\n return k\n"
        "def good() -> int:\n return f(7)\n"
        "def bad() -> int:\n return f(0)\n"
    )
    assert verdict(text).answer is Answer.NON_HALT
    assert verdict(text, "good").answer is Answer.HALT
    assert verdict(text, "bad").answer is Answer.NON_HALT


def test_calls_from_elsewhere_do_not_count() -> None:
    text = FACTORIAL + GUARDED + "def other(n: int) -> int:\n return g(n)\n"
    assert verdict(text).answer is Answer.HALT
    assert verdict(text, "other").answer is Answer.NON_HALT
