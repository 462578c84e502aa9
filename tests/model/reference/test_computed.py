"""Tables that are walked along before anything is put there."""

import pytest

from haltcheck.api import check

ALIASES = """
class Query:
    def __init__(self):
        self.relations = {{}}

    def add(self, alias, relation):
        {first}
        self.relations[alias] = relation

    def solve(self, text):
        return self.path(text.split("__"))

    def count(self, text):
        return text.split("__")

    def path(self, names):
        found = []
        for name in names:
            if name in self.relations:
                found += self.path(self.relations[name].text.split("__"))
        return found
"""
REFUSED = "if {}(relation.text):\n            raise ValueError(alias)"


@pytest.mark.parametrize(
    ("first", "codes"),
    [
        (REFUSED.format("self.path"), []),
        (REFUSED.format("self.solve"), []),
        (REFUSED.format("self.count"), ["HC202"]),
        ("self.solve(relation.text)", ["HC202"]),
    ],
)
def test_who_fills_a_table_may_walk_along_it_first(first: str, codes: list[str]) -> None:
    (report,) = check(ALIASES.format(first=first)).files
    assert [one.code for one in report.findings] == codes
