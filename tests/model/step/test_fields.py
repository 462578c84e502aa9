"""Data classes and named tuples, as the exact machine makes them."""

from haltcheck.api import check

PRIVATE = """
from dataclasses import dataclass

@dataclass
class Node:
    __depth: int = 3

    def up(self):
        return self.__depth

def walk():
    node = Node()
    while node.up() == 3:
        node = Node(4)
    return node
"""


def test_a_private_name_of_a_data_class_is_no_fault() -> None:
    (report,) = check(PRIVATE).files
    assert report.fault is None
    assert report.findings == ()
