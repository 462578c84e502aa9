"""Text in lines."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class Wrapping(Library):
    """All of it is pure but for what is asked about each line."""

    name = "textwrap"
    facts: ClassVar[Facts] = {
        "wrap": pure("list", low=0),
        **each("dedent fill shorten", pure("str")),
        "indent": Fact(("str",), calls=True),
        "TextWrapper": Fact(("object",)),
    }
