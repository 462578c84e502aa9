"""Tables of children that the code fills, each child under the parent that it names."""

import pytest

from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

BATCH = """
class Group:
    def __init__(self, parent=None):
        self.parent = parent

    def move(self, parent):
        {moved}


class Batch:
    def __init__(self):
        self.children = {begun}

    def add(self, group, other):
        if group.parent not in self.children:
            self.children[group.parent] = []
        {put}

    def dump(self, roots):
        def show(group):
            print(group)
            for child in self.children.get(group, ()):
                show(child)

        for group in roots:
            show(group)
"""
PLAIN = {
    "begun": "{}",
    "put": "self.children[group.parent].append(group)",
    "moved": "pass",
}
FOREST = [
    PLAIN,
    PLAIN | {"put": "self.children.setdefault(group.parent, []).append(group)"},
    PLAIN | {"begun": "defaultdict(list)"},
]
NONE = [
    PLAIN | {"put": "self.children[group.parent].append(other)"},
    PLAIN | {"put": "self.children[group].append(other)"},
    PLAIN | {"put": "self.children[group.parent].extend(other)"},
    PLAIN | {"put": "self.children.update(other)"},
    PLAIN | {"put": "other.fill(self.children)"},
    PLAIN | {"begun": "dict(tables)"},
    PLAIN | {"moved": "self.parent = parent"},
    PLAIN | {"put": "pass"},
]


@pytest.mark.parametrize("parts", FOREST)
def test_each_child_under_the_parent_that_it_names_is_a_tree(parts):
    assert all(isinstance(one, Ends) for one in found(BATCH.format(**parts)))


@pytest.mark.parametrize("parts", NONE)
def test_children_of_any_parent_may_lead_back(parts):
    assert any(isinstance(one, LinkBack) for one in found(BATCH.format(**parts)))


def test_who_calls_the_walk_may_begin_in_a_circle():
    public = (
        BATCH.format(**PLAIN)
        + """
    def walk(self, group):
        for child in self.children.get(group, ()):
            self.walk(child)
"""
    )
    assert any(isinstance(one, LinkBack) for one in found(public))


TOLD = """
class Groups:
    def walk(self, group):
        print(self.shown[group])
        for child in self.links[group]:
            self.walk(child)
"""


def test_the_look_up_that_is_told_of_is_the_one_that_leads_on():
    (one,) = found(TOLD)
    assert isinstance(one, LinkBack)
    assert (one.text, one.line) == ("self.links[...]", 5)
