"""Integers."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure, total


class Integer(Library):
    """``int``."""

    name = "int"
    facts: ClassVar[Facts] = {
        **each("bit_length bit_count", total("int", low=0)),
        "conjugate": total("int"),
        "as_integer_ratio": total("tuple", low=2, high=2),
        "from_bytes": pure("int"),
        "to_bytes": pure("bytes"),
    }
