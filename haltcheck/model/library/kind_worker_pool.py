"""Pools of processes or threads."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each

_RUNS = Fact(("any",), writes="anything", calls=True)


class PoolMethods(Library):
    """``multiprocessing.pool.Pool``; what is handed over runs at any time."""

    name = "multiprocessing.pool.Pool"
    facts: ClassVar[Facts] = {
        "apply": also(_RUNS, waits=True),
        "apply_async": also(_RUNS, returns=("object",)),
        **each("map starmap", also(_RUNS, returns=("list",), consumes=True, waits=True)),
        **each("map_async starmap_async", also(_RUNS, returns=("object",), consumes=True)),
        **each("imap imap_unordered", also(_RUNS, returns=("object", "iterator"), consumes=True)),
        **each("close terminate", changes()),
        "join": also(_RUNS, returns=("none",), waits=True),
    }
