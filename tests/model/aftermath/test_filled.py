"""A table of objects of one class holds no others."""

import pytest

from haltcheck.api import check

TABLE = """
class Registry:
    def __init__(self):
        self.units = {}

    def define(self, name):
        self.units[name] = KIND(name)

    def unit(self, name):
        found = self.units[name]
        while not isinstance(found, Unit):
            found = self.units[found.name]
        return found
"""


@pytest.mark.parametrize(("kind", "count"), [("Unit", 0), ("Alias", 1), ("parsed", 1)])
def test_what_is_put_there_is_found_there(kind: str, count: int) -> None:
    (report,) = check(TABLE.replace("KIND", kind)).files
    assert len(report.findings) == count
