"""Systems of loops, by their text and against the exact machine."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust, build, show
from haltcheck.model.step.fault import HoleError
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import EXIT, Faith, System, Unsuited
from tests.model.abstract.conformance import follow, lowered, systems
from tests.model.abstract.generator import program


def first(text: str, trust: Trust = Trust.NOTHING) -> System:
    return systems(lowered(text), trust)[0]


def rounds(system: System) -> list[str]:
    """The transitions that stay inside, as text."""
    text = show(system).splitlines()
    inside = [
        index
        for index, one in enumerate(system.transitions)
        if one.source in system.inside and one.target in system.inside
    ]
    return [line for line in text for index in inside if line.startswith(f"{index}: ")]


def exits(system: System) -> int:
    return sum(
        one.source in system.inside and one.target not in system.inside
        for one in system.transitions
    )


def test_a_counter_keeps_only_what_its_exit_depends_on() -> None:
    system = first("def f(n):\n i = 0\n s = 0\n while i < n:\n  s += i\n  i += 1\n return s\n")
    assert {one.name for one in system.variables} == {"i", "n"}
    assert [line.split(" [")[1] for line in rounds(system)] == ["i < n] i' = i + 1"]
    assert all(one.faith is Faith.EXACT for one in system.transitions)


def test_a_branch_that_changes_nothing_that_counts_is_one_transition() -> None:
    body = "  if a[i % 3] > 2:\n   x = 1\n  else:\n   x = 2\n"
    system = first(f"def f(n, a: int):\n i = 0\n while i < n:\n{body}  i += 1\n")
    assert len(rounds(system)) == 1


def test_division_by_zero_leaves() -> None:
    system = first("def f(n, k):\n while n > 0:\n  n = n // k\n")
    assert any("k == 0" in line and "exit" in line for line in show(system).splitlines())


def test_division_by_zero_is_caught() -> None:
    text = (
        "def f(n, k):\n while n > 0:\n  try:\n   n = n // k\n  except ZeroDivisionError:\n   pass\n"
    )
    lines = rounds(first(text))
    assert any("k == 0" in line and "n'" not in line and "~" not in line for line in lines)


def test_swaps_are_simultaneous() -> None:
    system = first("def f(a, b):\n while b:\n  a, b = b, a % b\n")
    assert "a' = b, b' = a % b" in rounds(system)[0]


def test_an_object_that_nothing_changes_has_a_steady_truth() -> None:
    system = first("def f(flag):\n while flag:\n  pass\n")
    assert [one.name for one in system.variables] == ["bool(flag)"]
    assert rounds(system)[0].endswith("[bool(flag) != 0]")


def test_unresolved_code_may_change_an_object_but_not_a_name() -> None:
    system = first("def f(xs: list, n: int):\n while xs and n:\n  unknown(xs)\n")
    (one,) = [line for line in rounds(system) if "~coarse" in line]
    assert "len(xs)' = ?" in one
    assert " n' " not in one


def test_under_trust_of_callees_it_changes_nothing_and_says_so() -> None:
    system = first("def f(xs: list):\n while xs:\n  unknown(xs)\n", Trust.CALLEES)
    inside = [one for one in system.transitions if one.source in system.inside]
    assert exits(system) == 1
    assert any(type(s).__name__ == "DoesNotWrite" for one in inside for s in one.assumptions)


def test_a_method_may_write_an_attribute() -> None:
    text = "class C:\n def f(self):\n  while self.i < 9:\n   self.step()\n"
    assert "self.i' = ?" in rounds(first(text))[0]


def test_an_attribute_counts() -> None:
    text = "class C:\n def f(self):\n  while self.i < 9:\n   self.i += 1\n"
    assert "self.i' = self.i + 1" in rounds(first(text))[0]


def test_another_object_may_be_the_same_one() -> None:
    text = "def f(a, b):\n while a.i < 9:\n  a.i += 1\n  b.i = 0\n"
    assert "a.i' = ?" in rounds(first(text))[0]


def test_lists_that_may_be_one_grow_together() -> None:
    text = "def f(xs: list, ys: list):\n while xs:\n  xs.pop()\n  ys.append(1)\n"
    assert "~coarse" in rounds(first(text))[0]


def test_a_list_that_is_built_here_is_no_other() -> None:
    text = "def f(xs: list):\n ys = []\n while xs:\n  xs.pop()\n  ys.append(1)\n"
    assert "len(xs)' = len(xs) - 1" in rounds(first(text))[0]
    assert "~" not in rounds(first(text))[0]


def test_a_nested_function_may_write_a_name() -> None:
    text = "def f(n):\n def g():\n  nonlocal n\n  n += 1\n while n > 0:\n  n -= 3\n  g()\n"
    assert any("n' = n - 2" in line for line in rounds(first(text)))
    handed = text.replace("g()\n", "g()\n  print(g)\n")
    assert all("~coarse" in line for line in rounds(first(handed)))


def test_a_global_may_be_written_elsewhere() -> None:
    text = "n = 5\ndef f():\n global n\n while n > 0:\n  n -= 1\n  other()\n"
    assert any("n' = ?" in line for line in rounds(first(text)))


def test_a_shadowed_built_in_is_not_the_built_in() -> None:
    text = "def len(x):\n return 3\ndef f(xs: list):\n while len(xs) > 2:\n  xs.pop()\n"
    assert "len(xs) > 2" not in show(first(text))


def test_an_unbound_local_leaves() -> None:
    system = first("def f():\n while True:\n  x += 1\n")
    assert exits(system) >= 1


def test_deleting_a_name_makes_the_next_read_leave() -> None:
    system = first("def f(n: int):\n while n:\n  m = n\n  del n\n")
    assert not rounds(system) or exits(system) >= 2


def test_a_small_callee_is_stepped_into() -> None:
    text = "def g(n):\n return n - 1 if n > 3 else n - 2\ndef f(n):\n while n > 0:\n  n = g(n)\n"
    lines = rounds(first(text))
    assert any("n' = n - 1" in line for line in lines)
    assert not any("~" in line for line in lines)


def test_a_float_is_no_integer() -> None:
    system = first("def f(x: int):\n y = 1.0\n while y > 0:\n  y = y / 2\n")
    assert "y" not in {one.name for one in system.variables}


def test_an_outer_loop_leads_back_in() -> None:
    text = "def f(n: int):\n while n > 0:\n  i = 0\n  while i < n:\n   i += 1\n  n -= 1\n"
    inner = systems(lowered(text))[1]
    ends = {one.target for one in inner.transitions if one.source in inner.inside}
    assert EXIT not in ends
    assert len(ends - inner.inside) == 1


def test_a_missing_subject_is_a_value() -> None:
    program_ = lowered("def f(n):\n while n:\n  pass\n")
    assert isinstance(build(program_, LoopSubject("g", 0), Trust.NOTHING, Budget()), Unsuited)


@pytest.mark.parametrize("seed", range(40))
def test_the_machine_does_nothing_that_no_transition_allows(seed: int) -> None:
    text = program(seed)
    built = lowered(text)
    for system in systems(built):
        for n, m, xs, alias in ((3, 2, [1, 1], True), (-2, 5, [], False), (1, 0, [1], False)):
            mine = list(xs)
            arguments = {"n": n, "m": m, "xs": mine, "ys": mine if alias else [1, 1, 1]}
            try:
                follow(built, system, arguments)
            except HoleError:
                continue


CLASSICS = (
    "def f(a, b):\n while b:\n  a, b = b, a % b\n",
    "def f(a, b):\n while a != b:\n  if a > b:\n   a -= b\n  else:\n   b -= a\n",
    "def f(a, b):\n while a > 0 and b > 0:\n  a, b = (a - 1, b + 3) if a % 2 else (a, b - 1)\n",
    "def f(a, b):\n for i in range(a, b, 3):\n  for j in range(i):\n   a += 1\n",
    "def f(a, b):\n while True:\n  a += 1\n  if a > b: break\n else:\n  b = 1\n",
    "def f(a, b):\n while 0 < a < b:\n  try:\n   a //= b - a - 1\n  finally:\n   b -= 1\n",
    "def f(a, b):\n while (c := a - b) > 0:\n  a -= c // 2 + 1\n",
    "def f(a, b):\n while a & b:\n  a = a >> 1 | b & 1\n  b ^= 3\n",
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(CLASSICS), st.integers(-9, 9), st.integers(-9, 9))
def test_integer_loops_agree_with_the_machine(text: str, a: int, b: int) -> None:
    built = lowered(text)
    for system in systems(built):
        follow(built, system, {"a": a, "b": b})


def test_a_supposed_call_keeps_the_round_exact() -> None:
    system = first("def f(n: int):\n while n > 0:\n  unknown()\n", Trust.CALLEES)
    inside = [one for one in system.transitions if one.source in system.inside]
    assert all(one.faith is Faith.EXACT for one in inside)


def test_a_list_that_grows_under_its_iterator_has_no_known_end() -> None:
    system = first("def f(xs: list):\n for x in xs:\n  xs.append(x)\n")
    assert "left($1)' = ?" in rounds(system)[0]


def test_a_generator_may_go_on_for_ever_and_write_what_it_can_reach() -> None:
    text = (
        "class C:\n def g(self):\n  while True:\n   self.i += 1\n   yield 1\n"
        " def f(self):\n  for x in self.g():\n   while self.i < 3:\n    self.i += 1\n"
    )
    outer = next(s for s in systems(lowered(text)) if s.subject.qualname == "C.f")
    assert not any(one.name.startswith("left") for one in outer.variables)
    assert "self.i' = ?" in rounds(outer)[0]


def test_a_global_is_not_the_local_of_the_same_name() -> None:
    text = "x = g()\ndef h():\n return x\ndef f(n: int):\n x = n\n while x > h():\n  x -= 1\n"
    assert "x < x" not in show(first(text))
    assert any("globals.x" in one.name for one in first(text).variables) or "~" in show(first(text))


def test_an_item_of_a_known_tuple_is_one_of_its_members() -> None:
    text = "DAYS = (3, 1, 3)\ndef f(n: int):\n while DAYS[n] < 2:\n  n = 0\n"
    (line,) = rounds(first(text))
    assert "~coarse" not in line and "n == 1" in line
    assert "~coarse" in rounds(first(text + "DAYS = 4\n"))[0]
