"""Archives of zip."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, world


class Zips(Library):
    """What is in an archive was chosen by whoever wrote it."""

    name = "zipfile"
    facts: ClassVar[Facts] = {
        **each("PyZipFile ZipFile", world("object")),
        "is_zipfile": also(world("bool"), writes="arguments", consumes=True),
        **each("Path ZipInfo", Fact(("object",))),
        "ZipInfo.from_file": world("object"),
    }
