"""Threads."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, reads


class Thread(Library):
    """``threading.Thread``."""

    name = "threading.Thread"
    facts: ClassVar[Facts] = {
        "start": Fact(("none",), writes="anything", calls=True),
        "run": Fact(("none",), writes="anything", calls=True),
        "join": also(changes(), waits=True),
        "is_alive": also(reads("bool"), world=True),
    }
