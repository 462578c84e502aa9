"""Floats."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure, total


class Float(Library):
    """``float``; ``as_integer_ratio`` of inf and NaN raises."""

    name = "float"
    facts: ClassVar[Facts] = {
        "as_integer_ratio": pure("tuple", low=2, high=2),
        "conjugate": total("float"),
        "is_integer": total("bool"),
        "hex": total("str"),
        **each("fromhex", pure("float")),
    }
