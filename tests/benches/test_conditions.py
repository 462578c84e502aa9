"""Conditions as the bench weighs them, and some that haltcheck must find exactly."""

from pathlib import Path

import pytest

from benches.conditions import Compared, Match, compare, conditional, inputs, lines, main, weigh
from corpora.reader import FOLDER, TEXTBOOK, Program, load
from haltcheck.basis.answer import Answer, Basis
from haltcheck.verdict.verdict import Verdict

EXACT = (
    "integer/approach_by_two",
    "integer/clamped_below_target",
    "integer/countdown_exact",
    "integer/digits_negative",
    "integer/gcd_subtraction",
    "integer/growth_away",
    "integer/hailstone_negative",
    "integer/overshoot",
    "integer/parallel_gap",
    "integer/shift_left_zero",
    "integer/sign_flip",
    "integer/squaring_from",
    "integer/swap_pair",
    "integer/zero_step",
    "recursion/climb_to_equal",
    "recursion/even_odd_negative",
    "recursion/stairs_odd",
    "conditional/climb_to",
    "conditional/down_by_two",
    "conditional/mode",
    "conditional/stuck_at_value",
    "linear/sum_kept",
)
PROGRAMS = {one.id: one for one in conditional((*load(FOLDER), *load(TEXTBOOK)))}


@pytest.mark.parametrize("name", EXACT)
def test_the_condition_is_that_of_the_label(name: str) -> None:
    assert compare(PROGRAMS[name]).match is Match.EXACT


def program(condition: str, code: str = "def f(n, m: int):\n    return n < 70\n") -> Program:
    return Program("x/y", Path(), code, Answer.NON_HALT, "", "", "x", "f", condition=condition)


def said(condition: str, answer: Answer = Answer.NON_HALT) -> Verdict:
    return Verdict(answer, Basis.PROOF, 1.0, 0.0, condition=condition)


def test_a_condition_is_weighed_on_all_small_inputs() -> None:
    known = program("n < m")
    assert weigh(known, said("m > n")) is Match.EXACT
    assert weigh(known, said("n < m and m != 2")) is Match.SUFFICIENT
    assert weigh(known, said("n <= m")) is Match.WRONG
    assert weigh(known, said("")) is Match.WRONG
    assert weigh(known, said("", Answer.UNKNOWN)) is Match.UNTOLD


def test_inputs_lie_near_zero_and_near_the_constants() -> None:
    values = {one["n"] for one in inputs(program("n < 20"))}
    assert {-3, 0, 3, 19, 20, 21, 69, 70, 71, -70} <= values


def test_only_functions_of_whole_numbers_are_asked_for() -> None:
    assert conditional([program("n < m")])
    assert not conditional([program("n", "def f(n: str):\n    pass\n")])
    assert not conditional([program("")])


def test_what_falls_short_is_listed() -> None:
    short = Compared("x/y", "x", "n < m", "n == 1", Match.SUFFICIENT, False, 0.1)
    told = lines([short], whole=False)
    assert "0 exact, 1 sufficient" in told[0]
    assert any("x/y" in line for line in told)


def test_the_bench_keeps_what_it_found(tmp_path: Path) -> None:
    target = tmp_path / "found.json"
    assert main(["integer/countdown_exact", "-o", str(target)]) == 0
    assert '"exact": 1' in target.read_text(encoding="utf-8")
