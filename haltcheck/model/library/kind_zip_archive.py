"""Archives of zip that were opened."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads, world


class ZipMethods(Library):
    """``zipfile.ZipFile``; what is in it was chosen by whoever wrote it."""

    name = "zipfile.ZipFile"
    facts: ClassVar[Facts] = {
        **each("infolist namelist", reads("list", low=0)),
        "getinfo": reads("object"),
        "open": world("stream"),
        "read": world("bytes", low=0),
        "testzip": world("str", "none"),
        **each("extract", world("str")),
        **each("extractall printdir", Fact(("none",))),
        **each("close setpassword writestr", changes()),
        "write": also(changes(), consumes=True),
    }
