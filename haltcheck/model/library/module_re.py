"""Regular expressions."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, each, pure


class Expressions(Library):
    """A match may be empty."""

    name = "re"
    facts: ClassVar[Facts] = {
        "compile": pure("pattern"),
        "escape": pure("str", "bytes"),
        **each("match search fullmatch", pure("match", "none")),
        **each("split findall", pure("list", low=0)),
        "finditer": pure("iterator"),
        "sub": also(pure("str", "bytes"), calls=True, pure=False),
        "subn": also(pure("tuple", low=2, high=2), calls=True, pure=False),
        "purge": pure("none"),
    }
