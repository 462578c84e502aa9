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
