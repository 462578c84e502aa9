"""Files and streams, text or binary."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads, world

_READ = Fact(
    ("bytes", "str"), 0, writes="receiver", consumes=True, waits=True, world=True, at_end="b''"
)


class Stream(Library):
    """An open file; ``at_end`` is ``b''`` for a binary one and ``''`` for a text."""

    name = "io.IOBase"
    facts: ClassVar[Facts] = {
        **each("read readline", _READ),
        **each("read1 peek", also(_READ, returns=("bytes",))),
        "readlines": also(_READ, returns=("list",), at_end="[]"),
        **each("readinto readinto1", also(_READ, returns=("int",), writes="anything", at_end="0")),
        "readall": also(_READ, returns=("bytes",)),
        "write": Fact(("int",), 0, writes="receiver"),
        "writelines": also(changes(), consumes=True),
        **each("seek", Fact(("int",), 0, writes="receiver")),
        "tell": reads("int", low=0),
        "truncate": Fact(("int",), 0, writes="receiver"),
        **each("flush close", changes()),
        **each("readable writable seekable isatty", reads("bool")),
        "fileno": reads("int", low=0),
        "getvalue": reads("bytes", "str"),
        "getbuffer": reads("memoryview"),
        "detach": Fact(("stream",), writes="receiver"),
        "reconfigure": changes(),
        "__next__": also(world("bytes", "str"), writes="receiver", consumes=True, at_end="raises"),
    }
