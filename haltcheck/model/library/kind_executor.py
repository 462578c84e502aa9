"""Pools that run what they are handed."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each

_RUNS = Fact(("any",), writes="anything", calls=True)


class ExecutorMethods(Library):
    """``concurrent.futures.Executor``; what is handed over runs at any time."""

    name = "concurrent.futures.Executor"
    facts: ClassVar[Facts] = {
        **each("submit", also(_RUNS, returns=("object",))),
        "map": also(_RUNS, returns=("iterator",), consumes=True),
        "shutdown": also(_RUNS, returns=("none",), waits=True),
    }
