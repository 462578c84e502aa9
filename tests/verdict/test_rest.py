"""Loops over generators of the file have the answer that the generator's body allows."""

import pytest

import haltcheck

ENDS = """
def down(n: int):
    while n > 0:
        yield n
        n -= 1

def total(n: int):
    found = 0
    for one in down(n):
        found += one
    return found
"""
GROWS = """
def drain(xs: list):
    while xs:
        yield xs.pop()

def feed(xs: list):
    for one in drain(xs):
        xs.append(one)
"""
TREE = """
def walk(n: int):
    if n > 0:
        yield n
        for one in walk(n - 1):
            yield one
"""
DELEGATES = """
import itertools

def tail(n: int):
    for one in range(n):
        yield one
    yield from itertools.count()

def total(n: int):
    found = 0
    for one in tail(n):
        found += one
    return found
"""
TICKS = """
def naturals():
    n = 0
    while True:
        yield n
        n += 1

def total():
    found = 0
    for one in naturals():
        found += one
    return found
"""


def _answers(source):
    (file,) = haltcheck.check(source).files
    assert file.fault is None
    return {one.name: one.verdict.answer.value for one in file.functions}


def test_a_loop_ends_where_the_generator_does():
    assert _answers(ENDS)["total"] == "halt"


def test_what_the_consumer_feeds_back_is_not_forgotten():
    assert _answers(GROWS)["feed"] != "halt"


def test_a_generator_that_runs_itself_rests_on_its_recursion():
    assert _answers(TREE)["walk"] == "halt"


def test_what_a_generator_hands_over_to_must_end_too():
    assert _answers(DELEGATES)["total"] != "halt"


def test_a_generator_without_an_exit_makes_its_consumer_endless():
    found = _answers(TICKS)
    assert found["naturals"] == found["total"] == "non-halt"


@pytest.mark.parametrize("called", ["sum", "list"])
def test_straight_code_that_consumes_an_endless_generator_does_not_halt(called):
    source = TICKS + f"\ndef whole():\n    return {called}(naturals())\n"
    assert _answers(source)["whole"] != "halt"
