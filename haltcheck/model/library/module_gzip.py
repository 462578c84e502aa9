"""Files of gzip."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure, reads, world


class Gzip(Library):
    """What is compressed holds the time; a file that is cut off raises."""

    name = "gzip"
    facts: ClassVar[Facts] = {
        **each("GzipFile open", world("stream")),
        "compress": reads("bytes", low=0),
        "decompress": pure("bytes", low=0),
    }
