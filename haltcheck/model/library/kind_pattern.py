"""Compiled regular expressions."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, each, pure


class Pattern(Library):
    """``re.Pattern``; a match may be empty."""

    name = "re.Pattern"
    facts: ClassVar[Facts] = {
        **each("match search fullmatch", pure("match", "none")),
        **each("split findall", pure("list", low=0)),
        "finditer": pure("iterator"),
        "sub": also(pure("str", "bytes"), calls=True, pure=False),
        "subn": also(pure("tuple", low=2, high=2), calls=True, pure=False),
    }
