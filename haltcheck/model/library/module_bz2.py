"""Files of bzip2."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, world


class Bzip(Library):
    """A file that is cut off raises."""

    name = "bz2"
    facts: ClassVar[Facts] = {
        **each("BZ2File open", world("stream")),
        **each("compress decompress", pure("bytes", low=0)),
        **each("BZ2Compressor BZ2Decompressor", Fact(("object",))),
    }
