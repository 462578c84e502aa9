"""Iterators over iterators."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Iterators(Library):
    """``count``, ``cycle`` of something, and ``repeat`` without a number never end."""

    name = "itertools"
    facts: ClassVar[Facts] = {
        **each("count", Fact(("iterator",), endless=True)),
        **each("cycle repeat", Fact(("iterator",), endless=True)),
        **each(
            "chain chain.from_iterable compress islice pairwise zip_longest",
            Fact(("iterator",)),
        ),
        **each(
            "accumulate dropwhile filterfalse groupby starmap takewhile",
            Fact(("iterator",), calls=True),
        ),
        **each(
            "combinations combinations_with_replacement permutations product",
            Fact(("iterator",), consumes=True),
        ),
        "tee": Fact(("tuple",), 0),
    }
