"""Iterators over iterators."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each


class Iterators(Library):
    """``count``, ``cycle`` of something, and ``repeat`` without a number never end."""

    name = "itertools"
    facts: ClassVar[Facts] = {
        **each("count", Fact(("iterator",), endless=True)),
        **each("cycle repeat", Fact(("iterator",), endless=True, keeps=True)),
        **each(
            "chain chain.from_iterable compress islice pairwise zip_longest",
            Fact(("iterator",), keeps=True),
        ),
        **each(
            "accumulate dropwhile filterfalse groupby starmap takewhile",
            Fact(("iterator",), keeps=True, calls=True),
        ),
        **each(
            "combinations combinations_with_replacement permutations product",
            Fact(("iterator",), keeps=True, consumes=True),
        ),
        "tee": also(Fact(("tuple",), keeps=True), low=0),
    }
