"""Web pages, awaited."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class AwaitedPages(Library):
    """A request is made when it is awaited."""

    name = "aiohttp"
    facts: ClassVar[Facts] = {
        **each("ClientSession ClientTimeout FormData TCPConnector", Fact(("object",))),
        "request": Fact(("object",), calls=True),
    }
