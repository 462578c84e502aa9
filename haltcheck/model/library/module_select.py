"""Waiting for descriptors."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Readiness(Library):
    """At the end of a stream it is said to be ready."""

    name = "select"
    facts: ClassVar[Facts] = {
        "select": Fact(("tuple",), 3, 3, waits=True, world=True),
        **each("epoll poll", Fact(("object",))),
    }
