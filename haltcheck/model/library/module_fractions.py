"""Fractions."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure


class Fractions(Library):
    """A denominator of zero raises."""

    name = "fractions"
    facts: ClassVar[Facts] = {
        **each("Fraction Fraction.from_decimal Fraction.from_float", pure("object")),
    }
