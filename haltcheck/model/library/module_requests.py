"""Web pages."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, world


class WebRequests(Library):
    """The other side chooses the answer."""

    name = "requests"
    facts: ClassVar[Facts] = {
        **each(
            "delete get head options patch post put request",
            also(world("object"), calls=True, waits=True, consumes=True),
        ),
        **each("Request Session session", Fact(("object",))),
    }
