"""Tables as text."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Tables(Library):
    """A reader takes its lines when it is asked for rows."""

    name = "csv"
    facts: ClassVar[Facts] = {
        "reader": Fact(("iterator",)),
        **each("DictReader DictWriter Sniffer writer", Fact(("object",))),
        "field_size_limit": Fact(("int",)),
        "get_dialect": reads("object"),
        "list_dialects": reads("list", low=0),
        **each("register_dialect unregister_dialect", Fact(("none",))),
    }
