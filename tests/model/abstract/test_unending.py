"""Library iterators without an end, and those that only look like it."""

import pytest

import haltcheck

HEAD = "from itertools import count, cycle, repeat\n"


def _answer(body):
    source = f"{HEAD}def f(n: int, xs: list):\n    found = 0\n{body}"
    (file,) = haltcheck.check(source).files
    assert file.fault is None
    return next(one.verdict.answer.value for one in file.functions if one.name == "f")


@pytest.mark.parametrize(
    "made",
    [
        "count()",
        "count(n)",
        "repeat(n)",
        "cycle([1, 2])",
        "zip(count(), cycle('ab'))",
        "enumerate(count())",
    ],
)
def test_nothing_ends_it(made):
    assert _answer(f"    for one in {made}:\n        found += 1\n") == "non-halt"


@pytest.mark.parametrize("made", ["repeat(n, 3)", "cycle([])", "zip(count(), xs)", "enumerate(xs)"])
def test_something_ends_it(made):
    assert _answer(f"    for one in {made}:\n        found += 1\n") != "non-halt"


def test_the_numbers_of_count_are_known():
    leaves = "    for i in count():\n        if i * i > n:\n            break\n    return i\n"
    assert _answer(leaves) == "halt"


def test_a_number_that_is_stepped_over_never_comes():
    misses = "    for i in count(0, 2):\n        if i == n:\n            break\n    return i\n"
    assert _answer(misses) == "non-halt"


def test_an_iterator_that_others_ask_has_no_known_numbers():
    shared = "    it = count()\n    for i in it:\n        next(it)\n        if i == 3:\n"
    assert _answer(f"{shared}            break\n") == "unknown"
