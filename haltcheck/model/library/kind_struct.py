"""Formats of packed binary data."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads


class StructMethods(Library):
    """``struct.Struct``; lengths depend on the format."""

    name = "struct.Struct"
    facts: ClassVar[Facts] = {
        "pack": pure("bytes", low=0),
        "pack_into": Fact(("none",), writes="arguments"),
        **each("unpack unpack_from", reads("tuple", low=0)),
        "iter_unpack": Fact(("iterator",)),
    }
