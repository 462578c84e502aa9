"""Sets."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads

_COMBINED = Fact(("set",), 0, consumes=True)


class Set(Library):
    """``set``; ``add`` of a member changes nothing, ``pop`` of an empty one raises."""

    name = "set"
    facts: ClassVar[Facts] = {
        "add": changes(),
        "clear": also(changes(), raises=False),
        "copy": also(reads("set", low=0), raises=False),
        **each("difference intersection symmetric_difference union", _COMBINED),
        **each("discard remove", changes()),
        **each(
            "difference_update intersection_update symmetric_difference_update update",
            also(changes(), consumes=True),
        ),
        "pop": changes("any"),
        **each("isdisjoint issubset issuperset", Fact(("bool",), consumes=True)),
    }
