"""Queues between threads."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Queues(Library):
    """``get`` waits; ``get_nowait`` of an empty one raises."""

    name = "queue"
    facts: ClassVar[Facts] = {
        **each("LifoQueue PriorityQueue Queue SimpleQueue", Fact(("queue",))),
        **each("Empty Full", Fact(("object",), raises=False)),
    }
