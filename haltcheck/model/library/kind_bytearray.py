"""Mutable bytes."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads


class ByteArray(Library):
    """``bytearray``; the methods of ``bytes`` give new arrays."""

    name = "bytearray"
    facts: ClassVar[Facts] = {
        **each(
            "capitalize center copy expandtabs ljust lower lstrip removeprefix removesuffix "
            "replace rjust rstrip strip swapcase title translate upper zfill fromhex",
            reads("bytearray"),
        ),
        "join": Fact(("bytearray",), consumes=True),
        "maketrans": reads("bytes"),
        **each("decode hex", reads("str")),
        **each("find rfind", reads("int", low=-1)),
        **each("index rindex count", reads("int", low=0)),
        **each(
            "endswith isalnum isalpha isascii isdigit islower isspace istitle isupper startswith",
            reads("bool"),
        ),
        **each("partition rpartition", reads("tuple", low=3, high=3)),
        **each("split rsplit splitlines", reads("list", low=0)),
        **each("append insert remove reverse clear", changes()),
        "extend": also(changes(), consumes=True),
        "pop": Fact(("int",), 0, 255, writes="receiver"),
    }
