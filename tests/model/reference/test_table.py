"""Tables that are asked for their own keys, memos, and sets of pairs."""

import pytest

from haltcheck.model.reference.link import Ends, LinkBack
from tests.model.reference.test_link import found

MERGED = """
def merge(into, parts, links):
    for key in parts:
        print(key)
    for key in {iterated}:
        merge(into, {table}[key], links)
"""
OWN = [
    {"iterated": "links", "table": "links"},
    {"iterated": "sorted(links.keys())", "table": "links"},
]
OTHERS = [
    {"iterated": "parts", "table": "links"},
    {"iterated": "parts.keys()", "table": "links"},
]


@pytest.mark.parametrize("parts", OWN)
def test_what_stands_under_its_own_key_is_a_part_of_a_table(parts):
    assert all(isinstance(one, Ends) for one in found(MERGED.format(**parts)))


@pytest.mark.parametrize("parts", OTHERS)
def test_what_stands_under_the_key_of_another_table_may_lead_back(parts):
    assert any(isinstance(one, LinkBack) for one in found(MERGED.format(**parts)))


MEMO = """
def fields(memo, node, table):
    known = memo.get(node)
    if not known:
        {made}
        memo[{key}] = known
    return known

def walk(memo, node, table):
    for field in fields(memo, node, table):
        walk(memo, field.node, table)
"""


def test_a_memo_gives_back_what_was_made_of_the_item():
    text = MEMO.format(made="known = list(node.fields)", key="node")
    assert all(isinstance(one, Ends) for one in found(text))


@pytest.mark.parametrize(
    ("made", "key"),
    [
        ("known = table[node.name]", "node"),
        ("known = list(node.fields)", "table"),
        ("print(node)", "node"),
    ],
)
def test_a_memo_of_references_or_of_something_else_may_lead_back(made, key):
    assert any(isinstance(one, LinkBack) for one in found(MEMO.format(made=made, key=key)))


PAIRS = """
def compare(first, second, table, pairs):
    {test}
    for name in table[second].names:
        compare(first, name, table, pairs)
"""
SEEN = """if pairs.has({0}, {1}):
        return
    pairs.add({0}, {1})"""


@pytest.mark.parametrize("pair", [("first", "second"), ("second", "first")])
def test_a_set_of_pairs_remembers_either_of_them(pair):
    assert all(isinstance(one, Ends) for one in found(PAIRS.format(test=SEEN.format(*pair))))


@pytest.mark.parametrize(
    "test", ["pass", SEEN.format("first", "first"), "pairs.has(first, second)"]
)
def test_a_set_that_is_not_told_of_the_item_remembers_nothing(test):
    assert any(isinstance(one, LinkBack) for one in found(PAIRS.format(test=test)))


CLEARED = """
class Signs:
    def sign(self, edge, other):
        {first}
        for name in self.links[edge]:
            self.sign(name, None)
        {last}
"""


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("pass", "self.links[edge] = None"),
        ("if other: self.links[edge] = other.links", "pass"),
        ("if edge in self.links: self.links[edge] = other.links", "pass"),
    ],
)
def test_what_is_put_where_something_was_found_is_no_memo(first, last):
    assert any(isinstance(one, LinkBack) for one in found(CLEARED.format(first=first, last=last)))


def test_what_is_put_where_nothing_was_found_is_one():
    first = "if edge not in self.links: self.links[edge] = list(edge.parts)"
    text = CLEARED.format(first=first, last="pass")
    assert all(isinstance(one, Ends) for one in found(text))


TREES = """
class Repository:
    def files(self, {key}):
        for entry in self.client.get_tree(self.owner, {key}).entries:
            self.files(entry.{next})
"""


def test_what_is_found_by_the_hash_of_its_contents_does_not_contain_itself():
    assert all(isinstance(one, Ends) for one in found(TREES.format(key="tree_sha", next="key")))


def test_what_is_handed_on_as_a_hash_of_contents_does_not_contain_what_led_to_it():
    assert all(isinstance(one, Ends) for one in found(TREES.format(key="key", next="sha")))


@pytest.mark.parametrize("key", ["name", "shape", "share", "avoided"])
def test_what_is_found_by_another_key_may(key):
    assert any(isinstance(one, LinkBack) for one in found(TREES.format(key=key, next=key)))
