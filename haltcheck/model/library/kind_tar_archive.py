"""Archives of tar that were opened."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, world

_RUNS = Fact(("any",), writes="anything", calls=True)


class TarMethods(Library):
    """``tarfile.TarFile``; after the last member ``next`` gives None for ever."""

    name = "tarfile.TarFile"
    facts: ClassVar[Facts] = {
        "next": Fact(("object", "none"), writes="receiver", consumes=True, waits=True, world=True),
        "getmembers": Fact(("list",), 0, writes="receiver", consumes=True, waits=True, world=True),
        "getnames": Fact(("list",), 0, writes="receiver", consumes=True, waits=True, world=True),
        "getmember": Fact(("object",), writes="receiver", consumes=True, waits=True, world=True),
        "extractfile": Fact(("object", "none"), writes="receiver", world=True),
        "gettarinfo": world("object"),
        **each("extract extractall list", also(_RUNS, returns=("none",))),
        **each("add addfile", also(_RUNS, returns=("none",))),
        "close": changes(),
    }
