"""Files in an archive of zip."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads

_READ = Fact(("bytes",), 0, writes="receiver", consumes=True, waits=True, world=True, at_end="b''")


class ZipMemberMethods(Library):
    """``zipfile.ZipExtFile``; at its end ``read`` gives ``b''`` for ever."""

    name = "zipfile.ZipExtFile"
    facts: ClassVar[Facts] = {
        **each("peek read read1 readline", _READ),
        **each("readinto readinto1", also(_READ, returns=("int",), writes="anything", at_end="0")),
        "readlines": also(_READ, returns=("list",), at_end="[]"),
        "seek": Fact(("int",), 0, writes="receiver"),
        "tell": reads("int", low=0),
        **each("readable seekable writable isatty", reads("bool")),
        "close": changes(),
    }
