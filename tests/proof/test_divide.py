"""Divergences tell for which inputs, and whether for those alone."""

from textwrap import indent

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Answer
from haltcheck.verdict.verdict import Verdict

EXACT = {
    "n < 0": "while n:\n    n -= 1",
    "n < 0 or n % 2 != 0": "while n:\n    n -= 2",
    "b < a or (a - b) % 2 != 0": "while a != b:\n    a += 2\n    b += 0",
    "n > 0 and step <= 0": "while n > 0:\n    n -= step",
    "n > 2": "i = 0\nwhile i < n:\n    if i == 2:\n        continue\n    i += 1",
    "a > 0 and b == 0": "while a > 0:\n    a -= b * b",
}


def verdict(body: str, *names: str) -> Verdict:
    text = f"def f({', '.join(names)}):\n{indent(body, '    ')}\n"
    (file,) = check(text).files
    return next(one.verdict for one in file.functions if one.name == "f")


@pytest.mark.parametrize("condition", EXACT)
def test_the_condition_is_exact_and_plain(condition: str) -> None:
    names = [name for name in ("a", "b", "n", "step") if name in condition.replace("and", "")]
    found = verdict(EXACT[condition], *names)
    assert (found.answer, found.exact) == (Answer.NON_HALT, True)
    assert _ways(found.condition) == _ways(condition)


def _ways(condition: str) -> set[frozenset[str]]:
    return {frozenset(way.split(" and ")) for way in condition.split(" or ")}


def test_a_condition_may_be_sufficient_only() -> None:
    found = verdict("while n != 1:\n    n = 3 * n + 1 if n % 2 else n // 2", "n")
    assert (found.answer, found.exact) == (Answer.NON_HALT, False)


def test_inputs_that_return_early_are_no_part_of_it() -> None:
    found = verdict("if n > 9:\n    return\nwhile n != 5:\n    n += 1", "n")
    assert found.condition == "n > 5 and n < 10"
    assert found.exact


def test_two_loops_tell_both_conditions() -> None:
    found = verdict("i = n\nwhile i < 0:\n    i -= 1\nwhile i > 3:\n    i += 1", "n")
    assert eval(found.condition, {"n": -1}) and eval(found.condition, {"n": 4})
    assert not eval(found.condition, {"n": 2})


def test_a_run_alone_becomes_a_region() -> None:
    found = verdict("while x < limit:\n    x = min(x + 3, top)", "x: int", "limit: int", "top: int")
    assert set(found.condition.split(" and ")) == {"x < limit", "top < limit"}
