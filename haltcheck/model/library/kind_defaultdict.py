"""Dictionaries that fill in what is missing."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads


class DefaultDictMethods(Library):
    """``collections.defaultdict``; only looking up with brackets fills in."""

    name = "collections.defaultdict"
    facts: ClassVar[Facts] = {
        "clear": also(changes(), raises=False),
        "copy": reads("object"),
        "get": reads("any"),
        **each("items keys values", Fact(("view",), raises=False)),
        "pop": changes("any"),
        "popitem": changes("tuple"),
        "setdefault": changes("any"),
        "update": also(changes(), consumes=True),
    }
