"""Decimal numbers."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Decimals(Library):
    """What an operation gives or raises depends on the context."""

    name = "decimal"
    facts: ClassVar[Facts] = {
        **each("Decimal Decimal.from_float getcontext localcontext", reads("object")),
        "Context": Fact(("object",), consumes=True),
        "DecimalTuple": Fact(("object",)),
        "setcontext": Fact(("none",)),
    }
