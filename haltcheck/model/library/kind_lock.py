"""Reentrant locks; plain ones have the same methods."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, changes


class Lock(Library):
    """``threading.Lock``."""

    name = "threading.Lock"
    facts: ClassVar[Facts] = {
        "acquire": also(changes("bool"), waits=True),
        "release": changes(),
        "locked": also(changes("bool"), writes="nothing"),
    }
