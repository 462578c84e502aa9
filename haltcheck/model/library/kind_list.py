"""Lists."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, changes, each, reads


class List(Library):
    """``list``; ``pop`` of an empty one raises."""

    name = "list"
    facts: ClassVar[Facts] = {
        **each("append insert", changes()),
        "extend": also(changes(), consumes=True),
        **each("clear reverse", also(changes(), raises=False)),
        "remove": changes(),
        "sort": also(changes(), calls=True),
        "pop": changes("any"),
        "copy": also(reads("list", low=0), raises=False),
        **each("count index", reads("int", low=0)),
    }
