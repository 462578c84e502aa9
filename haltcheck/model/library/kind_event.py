"""Events that threads wait for."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, changes, each, reads


class Event(Library):
    """``threading.Event``."""

    name = "threading.Event"
    facts: ClassVar[Facts] = {
        "is_set": reads("bool"),
        **each("set clear", changes()),
        "wait": also(reads("bool"), waits=True),
    }
