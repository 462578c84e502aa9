"""Objects that are looked up by name and joined, so that anybody may close a circle."""

import pytest

from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.calls import Resolver
from haltcheck.model.lower import lower
from haltcheck.model.reference.joined import joined


def found(text: str) -> frozenset[str]:
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax)
    return joined(Resolver(lower(syntax)))


START = """
class Node:
    def __init__(self, name):
        self.name = name
        self.below = []
class Graph:
    def __init__(self):
        self.nodes = {}
"""


def test_both_ends_are_looked_up() -> None:
    text = """
    def join(self, name, other):
        self.nodes[name].below.append(self.nodes[other])
"""
    assert found(START + text) == {"below"}


def test_an_edge_keeps_the_other_end() -> None:
    text = """
class Edge:
    def __init__(self, kind, end):
        self.kind = kind
        self.end = end
class Node:
    def __init__(self):
        self.edges = []
    def add_edge(self, kind, node):
        self.edges.append(Edge(kind, node))
class Graph:
    def __init__(self):
        self.nodes = {}
    def find(self, name):
        node = self.nodes.get(name, Node())
        self.nodes[name] = node
        return node
    def join(self, name, other, kind):
        node = self.find(other)
        self.nodes[name].add_edge(kind, node)
"""
    assert found(text) == {"end"}


TREES = {
    "a child stands under the parent that it names": """
    def add(self, row):
        self.nodes[row.above].below.append(self.nodes[row.name])
""",
    "a child is made for its parent": """
    def add(self, name, other):
        self.nodes[name].below.append(Node(other))
""",
    "who joins looks for circles first": """
    def join(self, name, other):
        if self.is_ancestor(other, name):
            raise ValueError(other)
        self.nodes[name].below.append(self.nodes[other])
""",
    "they stand in two tables": """
    def join(self, name, other):
        self.nodes[name].below.append(self.leaves[other])
""",
}


@pytest.mark.parametrize("name", TREES)
def test_trees_lead_to_no_circle(name: str) -> None:
    assert found(START + TREES[name]) == frozenset()
