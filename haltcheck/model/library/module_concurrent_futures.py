"""Pools and what they promise."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Futures(Library):
    """While one waits, what was handed to a pool runs."""

    name = "concurrent.futures"
    facts: ClassVar[Facts] = {
        **each("ProcessPoolExecutor ThreadPoolExecutor", Fact(("object",), calls=True)),
        "as_completed": Fact(
            ("iterator",), writes="anything", calls=True, consumes=True, waits=True
        ),
        "wait": Fact(("object",), writes="anything", calls=True, consumes=True, waits=True),
        "Future": Fact(("object",)),
    }
