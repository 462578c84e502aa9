"""Calls that the next call does not make, as a parameter shuts the way to them."""

import pytest

from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

BEGUN = """
def walk(table, name, {parameter}):
    if {asked}:
        walk(table, table[name], {argument})
    print(name)
"""
OPENED = (
    BEGUN
    + """
    walk(table, name, {parameter})
"""
)
ONCE = [
    ("begun=None", "begun is None", "()"),
    ("begun=None", "not begun and name", "True"),
    ("top=True", "top", "top=False"),
    ("top=True", "top == 1", "2"),
    ("top=False", "top is not None", "None"),
    ("again=False, top=True", "top", "True, False"),
]
AGAIN = [
    ("begun=None", "begun is None", "begun"),
    ("begun=None", "begun is None or name", "()"),
    ("begun=None", "begun is None", "begun=None"),
    ("begun=None", "begun is None", "name"),
    ("top=True", "top", "top=True"),
    ("top=True", "top", "*table"),
    ("again=False, top=True", "top", "False"),
]


@pytest.mark.parametrize(("parameter", "asked", "argument"), ONCE)
def test_a_call_that_shuts_its_own_way_is_made_once(parameter, asked, argument):
    text = BEGUN.format(parameter=parameter, asked=asked, argument=argument)
    assert all(isinstance(one, Ends) for one in found(text))


@pytest.mark.parametrize(("parameter", "asked", "argument"), AGAIN)
def test_a_call_that_leaves_its_way_open_may_lead_back(parameter, asked, argument):
    text = BEGUN.format(parameter=parameter, asked=asked, argument=argument)
    assert any(isinstance(one, LinkBack) for one in found(text))


def test_another_call_may_open_the_way_again():
    parts = {"parameter": "begun=None", "asked": "begun is None", "argument": "()"}
    assert any(isinstance(one, LinkBack) for one in found(OPENED.format(**parts)))
    shut = OPENED.format(**parts).removesuffix("begun=None)\n") + "0)\n"
    assert all(isinstance(one, Ends) for one in found(shut))


EXPANDED = """
class Index:
    def expand(self, name, on):
        info = self.packages.find(name)
        {test}
        self.expand(info.children, (*on, info.name))
"""


def test_a_way_that_an_attribute_is_added_to_remembers():
    assert all(
        isinstance(one, Ends) for one in found(EXPANDED.format(test="if info.name in on: return"))
    )
    assert any(isinstance(one, LinkBack) for one in found(EXPANDED.format(test="pass")))
