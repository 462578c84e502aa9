"""Streams in memory and files."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, world


class Streams(Library):
    """What has been opened is a stream."""

    name = "io"
    facts: ClassVar[Facts] = {
        "open": world("stream"),
        **each("BytesIO StringIO", Fact(("stream",))),
        **each(
            "BufferedReader BufferedWriter BufferedRandom BufferedRWPair TextIOWrapper",
            Fact(("stream",)),
        ),
        "FileIO": world("stream"),
    }
