"""Frozen sets."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, total

_COMBINED = Fact(("frozenset",), 0, consumes=True)


class FrozenSet(Library):
    """``frozenset``."""

    name = "frozenset"
    facts: ClassVar[Facts] = {
        "copy": total("frozenset"),
        **each("difference intersection symmetric_difference union", _COMBINED),
        **each("isdisjoint issubset issuperset", Fact(("bool",), consumes=True)),
    }
