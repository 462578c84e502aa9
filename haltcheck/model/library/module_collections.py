"""More containers."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Collections(Library):
    """Constructors; the methods of ``deque`` stand in a file of their own."""

    name = "collections"
    facts: ClassVar[Facts] = {
        "deque": Fact(("deque",), 0, keeps=True, consumes=True),
        **each(
            "ChainMap Counter OrderedDict UserDict UserList UserString",
            Fact(("any",), keeps=True, consumes=True),
        ),
        "defaultdict": Fact(("any",), keeps=True, consumes=True, calls=True),
        "namedtuple": Fact(("any",), keeps=True, consumes=True),
    }
