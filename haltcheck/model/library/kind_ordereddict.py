"""Dictionaries with an order of their own."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads


class OrderedDictMethods(Library):
    """``collections.OrderedDict``; ``pop`` and ``popitem`` of an empty one raise."""

    name = "collections.OrderedDict"
    facts: ClassVar[Facts] = {
        "clear": also(changes(), raises=False),
        "copy": reads("object"),
        "fromkeys": Fact(("object",), consumes=True),
        "get": reads("any"),
        **each("items keys values", Fact(("view",), raises=False)),
        "move_to_end": changes(),
        "pop": changes("any"),
        "popitem": changes("tuple"),
        "setdefault": changes("any"),
        "update": also(changes(), consumes=True),
    }
