"""Functions join their loops, their recursions and what they call."""

from textwrap import dedent

from haltcheck.api import check
from haltcheck.basis.answer import Answer, Basis
from haltcheck.verdict.verdict import Verdict
from haltcheck.writers.report import FileReport


def _file(text: str) -> FileReport:
    (report,) = check(dedent(text)).files
    assert report.fault is None
    return report


def _verdicts(text: str) -> dict[str, Verdict]:
    return {function.name: function.verdict for function in _file(text).functions}


def test_straight_code_halts_by_proof() -> None:
    verdicts = _verdicts("def f(x):\n    return x + 1\n")
    assert {verdict.basis for verdict in verdicts.values()} == {Basis.PROOF}
    assert verdicts["f"].technique == "no loops"
    assert list(verdicts) == ["<module>", "f"]


SPIN = """
    def spin():
        n = 1
        while n > 0:
            n += 1

"""
LIMITED = """
    def down(n: int):
        while n != 0:
            n -= 1

"""
HAILSTONE = """
    def fall(n: int):
        while n != 1:
            n = 3 * n + 1 if n % 2 else n // 2

"""
LOOPING = "    for _ in [1, 2]:\n            pass\n"


def test_a_divergence_of_one_function_is_none_of_another_that_recurs_through_it() -> None:
    verdicts = _verdicts(
        """
        def f(x: int):
            if x > 5:
                return f(x + 1)
            return g(0) if x == 3 else 0
        def g(x: int):
            return f(0) if x == 3 else 0
        """
    )
    assert verdicts["f"].answer is Answer.NON_HALT
    assert verdicts["g"].answer is not Answer.NON_HALT


def test_a_sure_call_of_a_divergence_diverges() -> None:
    verdicts = _verdicts(f"{SPIN}    def f():\n    {LOOPING}        spin()\n")
    assert verdicts["f"].answer is Answer.NON_HALT
    assert verdicts["f"].basis is Basis.PROOF
    assert "spin" in verdicts["f"].explanation


def test_a_call_behind_a_test_is_met_by_some_runs() -> None:
    text = f"{SPIN}    def f(x):\n    {LOOPING}        if x:\n            spin()\n"
    verdict = _verdicts(text)["f"]
    assert verdict.answer is Answer.NON_HALT
    assert verdict.missed


def test_a_condition_is_met_by_a_literal() -> None:
    verdict = _verdicts(f"{LIMITED}    def f():\n    {LOOPING}        down(-1)\n")["f"]
    assert verdict.answer is Answer.NON_HALT and verdict.condition == ""


def test_a_call_outside_of_an_exact_condition_halts() -> None:
    verdict = _verdicts(f"{LIMITED}    def f(x):\n    {LOOPING}        down(5)\n")["f"]
    assert (verdict.answer, verdict.basis) == (Answer.HALT, Basis.PROOF)


def test_an_exact_condition_speaks_of_whole_numbers_only() -> None:
    verdict = _verdicts(f"{LIMITED}    def f(x):\n    {LOOPING}        down(0.5)\n")["f"]
    assert verdict.answer is Answer.UNKNOWN


def test_a_condition_that_is_not_met_says_nothing_where_there_may_be_more() -> None:
    verdict = _verdicts(f"{HAILSTONE}    def f(x):\n    {LOOPING}        fall(5)\n")["f"]
    assert verdict.answer is Answer.UNKNOWN


def test_a_condition_takes_the_callers_names() -> None:
    text = f"{LIMITED}    def f(count: int):\n    {LOOPING}        down(count)\n"
    verdict = _verdicts(text)["f"]
    assert (verdict.answer, verdict.condition) == (Answer.NON_HALT, "count < 0")


def test_a_changed_argument_is_followed_where_the_callee_can_be_put_in_place() -> None:
    text = f"{LIMITED}    def f(c: int):\n        c = c * c\n    {LOOPING}        down(c)\n"
    assert _verdicts(text)["f"].answer is Answer.HALT
    assert _verdicts(text.replace("down(c)", "down(*[c])"))["f"].answer is Answer.UNKNOWN


def test_unseen_calls_before_it_are_supposed_to_return() -> None:
    text = f"{SPIN}    def f(log):\n    {LOOPING}        log()\n        spin()\n"
    verdict = _verdicts(text)["f"]
    assert verdict.basis is Basis.ASSUMED
    assert [type(item).__name__ for item in verdict.assumptions] == ["ReturnsNormally"]


def test_calling_a_generator_halts() -> None:
    text = """
        def numbers():
            n = 0
            while True:
                yield n
                n += 1

        def f():
            for _ in [1, 2]:
                pass
            return numbers()
    """
    verdicts = _verdicts(text)
    assert verdicts["f"].answer is Answer.HALT


def test_the_file_joins_everything() -> None:
    report = _file(f"{SPIN}    def f(x):\n        return x\n")
    assert report.verdict is not None
    assert report.verdict.answer is Answer.NON_HALT
    assert report.verdict.p_halt == 0.0


def test_the_finding_stands_at_the_innermost_loop() -> None:
    text = """
        def f():
            for _ in [1, 2]:
                n = 1
                while n > 0:
                    n += 1
    """
    report = _file(text)
    assert [finding.span.line for finding in report.findings] == [5]
    (function,) = [one for one in report.functions if one.name == "f"]
    assert [loop.verdict.answer for loop in function.loops] == [Answer.NON_HALT] * 2


def test_gaps_are_not_proved_around() -> None:
    report = _file("def f(x):\n    for _ in [1]:\n        pass\n    type A[T] = T\n    return x\n")
    if report.gaps:
        assert report.verdict is not None and report.verdict.answer is not Answer.HALT


def test_the_only_run_settles_what_the_parts_leave_open() -> None:
    text = f"{HAILSTONE}    def f():\n    {LOOPING}        fall(5)\n        return 1\n"
    verdict = _verdicts(text)["f"]
    assert (verdict.answer, verdict.basis) == (Answer.HALT, Basis.REPLAY)


NESTED = """
    def f(x, y):
        def g(n):
            if n == 0:
                return 0
            return g(n - 1)
"""


def test_a_closed_function_takes_its_inputs_from_its_calls() -> None:
    verdicts = _verdicts(NESTED + "        if x > 0:\n            g(x)\n")
    assert verdicts["f"].answer is verdicts["f.g"].answer is Answer.HALT


def test_its_condition_is_about_the_function_around_it() -> None:
    verdicts = _verdicts(NESTED + "        g(x - y)\n")
    assert verdicts["f"].answer is Answer.NON_HALT
    assert verdicts["f"].condition == verdicts["f.g"].condition == "x < y"


def test_a_call_that_does_not_fit_never_enters() -> None:
    text = f"{SPIN}    def f():\n    {LOOPING}        spin(1, 2, 3, 4)\n"
    assert _verdicts(text)["f"].answer is not Answer.NON_HALT
