"""Warnings."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Warnings(Library):
    """A filter may make an exception of a warning."""

    name = "warnings"
    facts: ClassVar[Facts] = {
        **each("showwarning warn warn_explicit", Fact(("none",))),
        **each("filterwarnings resetwarnings simplefilter", Fact(("none",))),
        "formatwarning": reads("str", low=0),
        "catch_warnings": Fact(("object",)),
    }
