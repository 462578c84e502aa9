"""Lists kept as heaps."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Heaps(Library):
    """``heappop`` of an empty one raises."""

    name = "heapq"
    facts: ClassVar[Facts] = {
        "heappush": Fact(("none",), writes="arguments"),
        "heappop": Fact(("any",), writes="arguments"),
        **each("heappushpop heapreplace", Fact(("any",), writes="arguments")),
        "heapify": Fact(("none",), writes="arguments"),
        **each("nlargest nsmallest", Fact(("list",), 0, consumes=True, calls=True)),
        "merge": Fact(("iterator",), calls=True),
    }
