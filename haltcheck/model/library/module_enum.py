"""Enumerations."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Enumerations(Library):
    """Calling an enumeration with a value gives its member or raises."""

    name = "enum"
    facts: ClassVar[Facts] = {
        **each("Enum Flag IntEnum IntFlag StrEnum", Fact(("any",), calls=True, consumes=True)),
        **each("auto member nonmember", Fact(("any",))),
        **each("global_enum property unique verify", Fact(("any",))),
    }
