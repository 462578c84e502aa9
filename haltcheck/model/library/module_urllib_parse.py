"""Addresses taken apart and put together."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class Addresses(Library):
    """The parts of an address are a named tuple."""

    name = "urllib.parse"
    facts: ClassVar[Facts] = {
        **each("urldefrag urlparse urlsplit", pure("object")),
        "urljoin": pure("str", "bytes"),
        **each("urlunparse urlunsplit", Fact(("str", "bytes"), consumes=True)),
        "urlencode": Fact(("str",), 0, calls=True, consumes=True),
        "parse_qs": pure("dict", low=0),
        "parse_qsl": pure("list", low=0),
        **each("quote quote_from_bytes quote_plus unquote unquote_plus", pure("str", low=0)),
        "unquote_to_bytes": pure("bytes", low=0),
    }
