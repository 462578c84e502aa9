"""Depths that are counted down: from below zero they are no limit."""

import pytest

from haltcheck.api import check

LIMITED = """
def walk(node, children, depth=3):
    yield node
    if depth > 0:
        for one in children(node):
            yield from walk(one, children, depth - 1)
"""

EXACT = """
def walk(node, children, depth=3):
    yield node
    if depth != 0:
        for one in children(node):
            yield from walk(one, children, depth - 1)
"""

UNLIMITED = """
def walk(node, children, depth=-1):
    yield node
    if depth != 0:
        for one in children(node):
            yield from walk(one, children, depth - 1)
"""

UNLIMITED_TOO = """
def names(table, key, deepest=-1):
    if deepest == 0:
        return []
    found = [key]
    for other in table.get_references(key):
        found += names(table, other, deepest - 1)
    return found
"""


def _found(text):
    (file,) = check(text).files
    return [one.code for one in file.findings]


@pytest.mark.parametrize("text", [LIMITED, EXACT])
def test_a_depth_is_a_limit(text):
    assert _found(text) == []


@pytest.mark.parametrize("text", [UNLIMITED, UNLIMITED_TOO])
def test_a_depth_below_zero_is_none(text):
    assert _found(text) == ["HC202"]
