"""Functions on functions."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Functions(Library):
    """``reduce`` calls back; the rest wraps."""

    name = "functools"
    facts: ClassVar[Facts] = {
        "reduce": Fact(("any",), writes="anything", calls=True, consumes=True),
        **each(
            "cache cached_property cmp_to_key lru_cache partial partialmethod singledispatch "
            "singledispatchmethod total_ordering update_wrapper wraps",
            Fact(("any",)),
        ),
    }
