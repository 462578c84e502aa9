"""Rows of a table as dictionaries."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library


class RowMethods(Library):
    """``csv.DictReader``; it takes lines from what it was made of."""

    name = "csv.DictReader"
    facts: ClassVar[Facts] = {
        "__next__": Fact(
            ("any",), writes="anything", calls=True, consumes=True, world=True, at_end="raises"
        ),
    }
