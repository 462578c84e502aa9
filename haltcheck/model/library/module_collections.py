"""More containers."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Collections(Library):
    """Constructors; the methods of ``deque`` stand in a file of their own."""

    name = "collections"
    facts: ClassVar[Facts] = {
        "deque": Fact(("deque",), 0, consumes=True),
        **each(
            "ChainMap Counter OrderedDict UserDict UserList UserString",
            Fact(("any",), consumes=True),
        ),
        "defaultdict": Fact(("any",), consumes=True, calls=True),
        "namedtuple": Fact(("any",), consumes=True),
    }
