"""Patterns of file names."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class NamePatterns(Library):
    """They look at names, never at files."""

    name = "fnmatch"
    facts: ClassVar[Facts] = {
        **each("fnmatch fnmatchcase", pure("bool")),
        "filter": Fact(("list",), 0, consumes=True),
        "translate": pure("str", low=0),
    }
