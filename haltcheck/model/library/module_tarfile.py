"""Archives of tar."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, world


class Tars(Library):
    """What is in an archive was chosen by whoever wrote it."""

    name = "tarfile"
    facts: ClassVar[Facts] = {
        **each("TarFile TarFile.open open", world("object")),
        "is_tarfile": also(world("bool"), writes="arguments", consumes=True),
        "TarInfo": Fact(("object",)),
    }
