"""Web pages, at once or awaited."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, world


class Pages(Library):
    """The other side chooses the answer."""

    name = "httpx"
    facts: ClassVar[Facts] = {
        **each(
            "delete get head options patch post put request",
            also(world("object"), calls=True, waits=True, consumes=True),
        ),
        "stream": Fact(("object",), calls=True),
        **each("AsyncClient Client", Fact(("object",), calls=True)),
        **each("Limits Request Timeout URL", Fact(("object",))),
    }
