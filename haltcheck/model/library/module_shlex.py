"""Words as a shell reads them."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, pure


class ShellWords(Library):
    """A quote that is not closed raises."""

    name = "shlex"
    facts: ClassVar[Facts] = {
        "split": pure("list", low=0),
        "quote": pure("str", low=1),
        "join": Fact(("str",), 0, consumes=True),
        "shlex": Fact(("object",)),
    }
