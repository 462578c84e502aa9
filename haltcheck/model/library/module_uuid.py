"""Names that nothing else has."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure, reads, world


class UniqueNames(Library):
    """The first and the fourth kind differ on every call."""

    name = "uuid"
    facts: ClassVar[Facts] = {
        **each("uuid1 uuid4", reads("object")),
        **each("UUID uuid3 uuid5", pure("object")),
        "getnode": world("int", low=0, high=0xFFFFFFFFFFFF),
    }
