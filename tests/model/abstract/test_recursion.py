"""Systems of recursions."""

from haltcheck import check
from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust, build, show
from haltcheck.model.calls import Resolver
from haltcheck.model.recursion import recursions
from haltcheck.model.subject import RecursionSubject
from haltcheck.model.system import System, Unsuited
from tests.model.abstract.conformance import lowered


def built(text: str, trust: Trust = Trust.NOTHING) -> System | Unsuited:
    program = lowered(text)
    (component,) = recursions(Resolver(program))
    return build(program, RecursionSubject(component), trust, Budget())


def shown(text: str, trust: Trust = Trust.NOTHING) -> str:
    system = built(text, trust)
    assert isinstance(system, System), system
    return show(system)


def test_a_call_binds_the_parameters() -> None:
    text = "def f(n):\n if n == 0:\n  return 1\n return n * f(n - 1)\n"
    assert "0: 0 -> 0 [n != 0] n' = n - 1\n1: 0 -> exit [n == 0]" in shown(text)


def test_what_an_earlier_call_returned_is_a_choice() -> None:
    text = (
        "def a(m, n):\n if m == 0:\n  return n + 1\n if n == 0:\n  return a(m - 1, 1)\n"
        " return a(m - 1, a(m, n - 1))\n"
    )
    assert "m' = m - 1, n' = ?" in shown(text)


def test_mutual_recursion_has_a_location_for_each() -> None:
    text = (
        "def even(n):\n return True if n == 0 else odd(n - 1)\n"
        "def odd(k):\n return False if k == 0 else even(k - 1)\n"
    )
    assert "0 -> 1 [n != 0] k' = n - 1" in shown(text)
    assert "1 -> 0 [k != 0] n' = k - 1" in shown(text)


def test_sequences_go_by_length() -> None:
    text = "def f(xs):\n if not xs:\n  return 0\n return f(xs[1:])\n"
    assert "len(xs)' = (len(xs) - 1 if len(xs) > 1 else 0)" in shown(text)


def test_a_loop_on_the_way_is_any_of_its_rounds() -> None:
    text = "def f(xs: list, i: int):\n for j in range(i, len(xs)):\n  f(xs, i + 1)\n"
    first, later = [line for line in shown(text).splitlines() if "0 -> 0" in line]
    assert "i' = i + 1" in first and "~coarse" not in first
    assert "i' = i + 1" in later and "~coarse" in later


def test_a_float_on_the_way_round_is_refused() -> None:
    assert isinstance(built("def f(n: int):\n if n < 1:\n  return\n f(n / 2)\n"), Unsuited)


def test_a_method_that_may_be_overridden_takes_an_assumption() -> None:
    text = "class C:\n def f(self, n):\n  if n:\n   self.f(n - 1)\n"
    assert "NotOverridden" in shown(text, Trust.CALLEES)
    assert "n' = n - 1 ~coarse" in shown(text)


def test_a_nested_function_sees_what_its_owner_has_bound_by_now() -> None:
    text = (
        "def f(n: int):\n def g():\n  if n <= 0:\n   return 0\n  return f(n)\n"
        " n -= 1\n return g()\n"
    )
    assert "0 -> 1 [True] n' = n - 1" in shown(text)
    assert "1 -> 0 [n > 0]" in shown(text)


NESTED = "def f(x: int, y: int):\n def g(n):\n  return g(n - 1) if n else 0\n"


def test_a_closed_function_is_entered_from_its_calls() -> None:
    text = shown(NESTED + " if x > y:\n  g(x - y)\n")
    assert "entry -> 0 [y < x] n' = x - y" in text
    assert text.count("entry -> ") == 1


def test_loops_around_a_closed_function_have_locations_of_the_stem() -> None:
    text = shown(NESTED + " while y < x:\n  g(y)\n  y += 1\n")
    assert "[y < x] n' = y" in text and "10001 -> 10001 [y < x] y' = y + 1 ~coarse" in text


def test_a_function_that_escapes_is_entered_with_anything() -> None:
    assert "entry -> 0 [True]" in shown(NESTED + " return g\n")


def test_what_is_only_handed_on_is_a_whole_number() -> None:
    text = shown("def f(x):\n def g(n):\n  return g(n - 1) if n > 0 else 0\n g(x)\n")
    assert "entry -> 0 [True] n' = x" in text


def test_nested_functions_that_are_made_first_are_bound() -> None:
    text = (
        "def f(n: int):\n def a(n):\n  return b(n - 1) if n > 0 else 0\n"
        " def b(n):\n  return a(n - 1) if n > 0 else 0\n a(n)\n"
    )
    assert "coarse" not in shown(text)
    early = text.replace(" def b", " a(n)\n def b")
    assert "~coarse" in shown(early)


def test_a_global_is_no_local_of_the_same_name() -> None:
    text = (
        "x = 3\ndef a(x: int, n: int):\n if n > 0:\n  b(n - 1)\n"
        "def b(n: int):\n global x\n x = x - 1\n if x > 0:\n  a(5, n)\n"
    )
    for line in shown(text).splitlines():
        if "0 -> 1" in line:
            assert "x' = ?" in line


ROUNDS = "def f(i: int, n: int):\n j = i\n while j < n:\n  {}\n  j += 1\n"


def test_the_first_round_of_a_loop_is_exact() -> None:
    assert "0 -> 0 [i < n]" in shown(ROUNDS.format("f(j, n)"))


def test_what_only_rises_is_not_below_its_start() -> None:
    assert "0 -> 0 [i <= ?1.h.1 and ?1.h.1 < n] i' = ?1.h.1 + 1" in shown(
        ROUNDS.format("f(j + 1, n)")
    )


def test_a_factory_runs_only_where_a_key_is_missing() -> None:
    factory = (
        "from collections import defaultdict\n"
        "table = make()\n"
        "class C:\n"
        " def m(self):\n"
        "  self.rows = defaultdict(lambda: table[0]([1]))\n"
    )
    assert not check(factory).files[0].findings
    own = "class C:\n def __getitem__(self, key):\n  return self[key]([1])\n"
    assert "HC201" in [one.code for one in check(own).files[0].findings]
