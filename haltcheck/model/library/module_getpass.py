"""Who sits at the terminal."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, world


class Passwords(Library):
    """At the end of the input there is none."""

    name = "getpass"
    facts: ClassVar[Facts] = {
        "getpass": also(world("str"), waits=True, consumes=True, at_end="raises EOFError"),
        "getuser": world("str"),
    }
