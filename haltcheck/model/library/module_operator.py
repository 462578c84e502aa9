"""The operators as functions."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Operators(Library):
    """They do what the operator does."""

    name = "operator"
    facts: ClassVar[Facts] = {
        **each(
            "add and_ floordiv index inv invert lshift matmul mod mul neg or_ pos pow rshift sub "
            "truediv xor concat getitem",
            reads("any"),
        ),
        **each("contains eq ge gt is_ is_not le lt ne not_ truth", reads("bool")),
        **each("countOf indexOf length_hint", Fact(("int",), 0, consumes=True)),
        **each("attrgetter itemgetter methodcaller", Fact(("any",))),
        **each(
            "iadd iand iconcat ifloordiv ilshift imod imul ior ipow irshift isub itruediv ixor",
            Fact(("any",), writes="arguments"),
        ),
        **each("delitem setitem", Fact(("none",), writes="arguments")),
    }
