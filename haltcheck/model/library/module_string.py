"""Words and templates."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, pure


class Strings(Library):
    """All of it is pure or writes what it is handed."""

    name = "string"
    facts: ClassVar[Facts] = {
        "capwords": pure("str"),
        "Template": pure("object"),
        "Formatter": Fact(("object",)),
    }
