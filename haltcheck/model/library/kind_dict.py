"""Dictionaries."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads


class Dict(Library):
    """``dict``; ``pop`` without a default and ``popitem`` of an empty one raise."""

    name = "dict"
    facts: ClassVar[Facts] = {
        "clear": also(changes(), raises=False),
        "copy": also(reads("dict", low=0), raises=False),
        "fromkeys": Fact(("dict",), consumes=True),
        "get": reads("any"),
        **each("items keys values", Fact(("view",), raises=False)),
        "pop": changes("any"),
        "popitem": changes("tuple"),
        "setdefault": also(changes("any")),
        "update": also(changes(), consumes=True),
    }
