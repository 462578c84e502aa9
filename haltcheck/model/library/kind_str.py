"""Text."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class Text(Library):
    """``str``; every method is pure."""

    name = "str"
    facts: ClassVar[Facts] = {
        **each(
            "capitalize casefold center expandtabs format_map ljust lower lstrip removeprefix "
            "removesuffix replace rjust rstrip strip swapcase title translate upper zfill",
            pure("str"),
        ),
        "format": Fact(("str",)),
        "join": Fact(("str",), consumes=True),
        "encode": pure("bytes"),
        **each("find rfind", pure("int", low=-1)),
        **each("index rindex count", pure("int", low=0)),
        **each(
            "endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric "
            "isprintable isspace istitle isupper startswith",
            pure("bool"),
        ),
        **each("partition rpartition", pure("tuple", low=3, high=3)),
        **each("split rsplit splitlines", pure("list", low=0)),
        "maketrans": pure("dict"),
    }
