"""Numbers of errors."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, pure


class ErrorNumbers(Library):
    """All that can be called is the table of their names."""

    name = "errno"
    facts: ClassVar[Facts] = {
        "errorcode.get": pure("any"),
    }
