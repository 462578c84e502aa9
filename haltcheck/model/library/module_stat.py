"""What the mode of a file says."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure


class Modes(Library):
    """All of it is arithmetic."""

    name = "stat"
    facts: ClassVar[Facts] = {
        **each("S_ISBLK S_ISCHR S_ISDIR S_ISFIFO S_ISLNK S_ISREG S_ISSOCK", pure("bool")),
        "S_IFMT": pure("int", low=0, high=0o170000),
        "S_IMODE": pure("int", low=0, high=0o7777),
        "filemode": pure("str", low=10, high=10),
    }
