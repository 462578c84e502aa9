"""Classes made of fields."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class DataClasses(Library):
    """A copy with other fields runs the constructor."""

    name = "dataclasses"
    facts: ClassVar[Facts] = {
        **each("dataclass field", Fact(("any",))),
        **each("asdict astuple", Fact(("any",), calls=True)),
        "fields": reads("tuple", low=0),
        "is_dataclass": reads("bool"),
        "make_dataclass": Fact(("any",), writes="anything", calls=True, consumes=True),
        "replace": Fact(("any",), writes="anything", calls=True),
    }
