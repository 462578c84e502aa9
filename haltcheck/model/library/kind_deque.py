"""Double-ended queues."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, changes, each, reads


class Deque(Library):
    """``collections.deque``; ``pop`` and ``popleft`` of an empty one raise."""

    name = "collections.deque"
    facts: ClassVar[Facts] = {
        **each("append appendleft insert", changes()),
        **each("extend extendleft", also(changes(), consumes=True)),
        **each("clear reverse", also(changes(), raises=False)),
        **each("remove rotate", changes()),
        **each("pop popleft", changes("any")),
        "copy": also(reads("deque", low=0)),
        **each("count index", reads("int", low=0)),
    }
