"""Waiting for many descriptors."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Selectors(Library):
    """At the end of a stream it is said to be ready."""

    name = "selectors"
    facts: ClassVar[Facts] = {
        **each("DefaultSelector PollSelector SelectSelector", Fact(("object",))),
    }
