"""Dictionaries that count."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads


class CounterMethods(Library):
    """``collections.Counter``; a missing key counts as 0."""

    name = "collections.Counter"
    facts: ClassVar[Facts] = {
        "clear": also(changes(), raises=False),
        "copy": reads("object"),
        "elements": reads("iterator"),
        "get": reads("any"),
        **each("items keys values", Fact(("view",), raises=False)),
        "most_common": reads("list", low=0),
        "pop": changes("any"),
        "popitem": changes("tuple"),
        "setdefault": changes("any"),
        "total": reads("any"),
        **each("subtract update", also(changes(), consumes=True)),
    }
