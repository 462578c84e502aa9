"""Double-ended queues."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, changes, each, reads


class Deque(Library):
    """``collections.deque``; ``pop`` and ``popleft`` of an empty one raise."""

    name = "collections.deque"
    facts: ClassVar[Facts] = {
        **each("append appendleft insert", also(changes(), keeps=True)),
        **each("extend extendleft", also(changes(), keeps=True, consumes=True)),
        **each("clear reverse", also(changes(), raises=False)),
        **each("remove rotate", changes()),
        **each("pop popleft", changes("any")),
        "copy": also(reads("deque", low=0), keeps=True),
        **each("count index", reads("int", low=0)),
    }
