"""The client's side of HTTP."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class WebClients(Library):
    """A connection is made when something is asked for."""

    name = "http.client"
    facts: ClassVar[Facts] = {
        **each("HTTPConnection HTTPSConnection", Fact(("object",))),
        "parse_headers": Fact(("object",), calls=True, consumes=True, waits=True),
    }
