"""Tuples."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure


class Tuple(Library):
    """``tuple``."""

    name = "tuple"
    facts: ClassVar[Facts] = each("count index", pure("int", low=0))
