"""Python text to tokens."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, world


class Tokens(Library):
    """They take their lines when they are asked for tokens, until there is none."""

    name = "tokenize"
    facts: ClassVar[Facts] = {
        **each("generate_tokens tokenize", Fact(("iterator",), calls=True)),
        "detect_encoding": Fact(("tuple",), 2, 2, calls=True, consumes=True, waits=True),
        "untokenize": Fact(("bytes", "str", "none"), consumes=True),
        "open": world("stream"),
    }
