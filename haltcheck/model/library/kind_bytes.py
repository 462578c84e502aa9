"""Immutable bytes."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class Bytes(Library):
    """``bytes``; every method is pure."""

    name = "bytes"
    facts: ClassVar[Facts] = {
        **each(
            "capitalize center expandtabs ljust lower lstrip removeprefix removesuffix replace "
            "rjust rstrip strip swapcase title translate upper zfill fromhex maketrans",
            pure("bytes"),
        ),
        "join": Fact(("bytes",), consumes=True),
        **each("decode hex", pure("str")),
        **each("find rfind", pure("int", low=-1)),
        **each("index rindex count", pure("int", low=0)),
        **each(
            "endswith isalnum isalpha isascii isdigit islower isspace istitle isupper startswith",
            pure("bool"),
        ),
        **each("partition rpartition", pure("tuple", low=3, high=3)),
        **each("split rsplit splitlines", pure("list", low=0)),
    }
