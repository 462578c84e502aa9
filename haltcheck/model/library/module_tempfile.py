"""Files and folders that go away."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, reads, world


class TemporaryFiles(Library):
    """The system chooses their names."""

    name = "tempfile"
    facts: ClassVar[Facts] = {
        "mkstemp": world("tuple", low=2, high=2),
        "mkdtemp": world("str", "bytes"),
        "mktemp": world("str", low=1),
        "TemporaryFile": world("stream", "object"),
        **each("NamedTemporaryFile SpooledTemporaryFile TemporaryDirectory", world("object")),
        "gettempdir": world("str"),
        "gettempdirb": world("bytes"),
        "gettempprefix": reads("str"),
        "gettempprefixb": reads("bytes"),
    }
