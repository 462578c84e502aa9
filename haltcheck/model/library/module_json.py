"""JSON."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Json(Library):
    """What is loaded was chosen by whoever wrote the text."""

    name = "json"
    facts: ClassVar[Facts] = {
        "dumps": Fact(("str",), 1, calls=True),
        "dump": Fact(("none",), writes="arguments", calls=True),
        "loads": Fact(("any",), calls=True),
        "load": Fact(("any",), writes="arguments", calls=True, consumes=True, waits=True),
        **each("JSONDecoder JSONEncoder", Fact(("object",))),
    }
