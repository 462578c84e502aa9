"""Views of bytes."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, changes, each, reads


class MemoryViewMethods(Library):
    """``memoryview``; a view that was released raises."""

    name = "memoryview"
    facts: ClassVar[Facts] = {
        **each("cast toreadonly", reads("memoryview")),
        "hex": reads("str", low=0),
        "release": changes(),
        "tobytes": reads("bytes", low=0),
        "tolist": reads("any"),
    }
