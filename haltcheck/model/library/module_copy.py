"""Copies of objects."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library


class Copies(Library):
    """A deep copy holds nothing of the original that can change."""

    name = "copy"
    facts: ClassVar[Facts] = {
        "copy": Fact(("any",), calls=True),
        "deepcopy": Fact(("any",), calls=True),
    }
