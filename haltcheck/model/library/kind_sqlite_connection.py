"""Connections to a database in a file."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, reads

_RUNS = Fact(("any",), writes="anything", calls=True)


class ConnectionMethods(Library):
    """``sqlite3.Connection``; a statement may run functions that were handed over."""

    name = "sqlite3.Connection"
    facts: ClassVar[Facts] = {
        **each("execute executemany executescript", also(_RUNS, returns=("object",), waits=True)),
        "cursor": also(_RUNS, returns=("object",)),
        **each("commit rollback", also(_RUNS, returns=("none",), waits=True)),
        "close": changes(),
        "interrupt": changes(),
        "iterdump": reads("iterator"),
        "backup": also(_RUNS, returns=("none",), waits=True),
        **each(
            "create_aggregate create_collation create_function set_authorizer set_progress_handler "
            "set_trace_callback",
            also(_RUNS, returns=("none",)),
        ),
    }
