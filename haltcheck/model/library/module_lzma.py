"""Files of xz."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, world


class Xz(Library):
    """A file that is cut off raises."""

    name = "lzma"
    facts: ClassVar[Facts] = {
        **each("LZMAFile open", world("stream")),
        **each("compress decompress", pure("bytes", low=0)),
        **each("LZMACompressor LZMADecompressor", Fact(("object",))),
        "is_check_supported": pure("bool"),
    }
