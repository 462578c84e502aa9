"""Packed binary data."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads


class Binary(Library):
    """Unsigned formats give 0 and more; lengths depend on the format."""

    name = "struct"
    facts: ClassVar[Facts] = {
        **each("unpack unpack_from", reads("tuple", low=0)),
        "iter_unpack": Fact(("iterator",)),
        "pack": pure("bytes", low=0),
        "pack_into": Fact(("none",), writes="arguments"),
        "calcsize": pure("int", low=0),
        "Struct": pure("object"),
    }
