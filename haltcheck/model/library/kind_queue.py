"""Queues between threads."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads


class Queue(Library):
    """``queue.Queue`` and its kin."""

    name = "queue.Queue"
    facts: ClassVar[Facts] = {
        "get": Fact(("any",), writes="receiver", waits=True, consumes=True),
        "get_nowait": Fact(("any",), writes="receiver", consumes=True),
        "put": also(changes(), waits=True),
        "put_nowait": changes(),
        **each("empty full", reads("bool")),
        "qsize": reads("int", low=0),
        "join": also(changes(), waits=True, writes="nothing"),
        "task_done": changes(),
    }
