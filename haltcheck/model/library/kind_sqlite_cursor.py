"""Rows that a database gives."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each

_RUNS = Fact(("any",), writes="anything", calls=True)


class CursorMethods(Library):
    """``sqlite3.Cursor``; after the last row ``fetchone`` gives None for ever."""

    name = "sqlite3.Cursor"
    facts: ClassVar[Facts] = {
        **each("execute executemany executescript", also(_RUNS, returns=("object",), waits=True)),
        "fetchone": also(_RUNS, consumes=True, world=True),
        **each(
            "fetchall fetchmany",
            Fact(
                ("list",), 0, writes="anything", calls=True, consumes=True, world=True, at_end="[]"
            ),
        ),
        "__next__": also(_RUNS, consumes=True, world=True, at_end="raises"),
        **each("setinputsizes setoutputsize", Fact(("none",))),
        "close": changes(),
    }
