"""Compression and checksums."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class Deflating(Library):
    """What is cut off or damaged raises."""

    name = "zlib"
    facts: ClassVar[Facts] = {
        **each("adler32 crc32", pure("int", low=0, high=0xFFFFFFFF)),
        **each("compress decompress", pure("bytes", low=0)),
        **each("compressobj decompressobj", Fact(("object",))),
    }
