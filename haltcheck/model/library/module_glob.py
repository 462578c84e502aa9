"""Files whose names match."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, pure, world


class Globs(Library):
    """The file system chooses what there is."""

    name = "glob"
    facts: ClassVar[Facts] = {
        "glob": world("list", low=0),
        "iglob": world("iterator"),
        "escape": pure("str", "bytes"),
    }
