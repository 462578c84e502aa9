"""Memos that are asked by an exception: ``try: return seen[key]``."""

import pytest

from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

COPIED = """
def copied(value, table):
    seen = {{}}

    def copy(part):
        try:
            {asked}
        except KeyError:
            pass
        {noted}
        return fill(begun, part)

    def fill(begun, part):
        for name in part.names:
            begun.append(copy(table[name]))
        return begun

    return copy(value)
"""
REMEMBERS = {
    "asked": "return seen[id(part)]",
    "noted": "seen[id(part)] = begun = []",
}
FORGETS = [
    REMEMBERS | {"noted": "begun = []"},
    REMEMBERS | {"asked": "print(seen[id(part)])"},
    REMEMBERS | {"asked": "return table.mark"},
]


def test_a_memo_by_identity_that_is_filled_before_the_descent_remembers():
    assert all(isinstance(one, Ends) for one in found(COPIED.format(**REMEMBERS)))


@pytest.mark.parametrize("parts", FORGETS)
def test_a_memo_that_is_not_filled_or_does_not_answer_remembers_nothing(parts):
    assert any(isinstance(one, LinkBack) for one in found(COPIED.format(**parts)))
