"""Complex numbers."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, total


class ComplexMethods(Library):
    """``complex``."""

    name = "complex"
    facts: ClassVar[Facts] = {
        "conjugate": total("complex"),
    }
