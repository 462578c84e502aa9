"""Databases in a file."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, pure, reads, world


class Databases(Library):
    """Connections and cursors stand in files of their own."""

    name = "sqlite3"
    facts: ClassVar[Facts] = {
        "connect": also(world("object"), waits=True),
        "complete_statement": pure("bool"),
        **each("register_adapter register_converter", Fact(("none",), calls=True)),
        "enable_callback_tracebacks": Fact(("none",)),
        "Binary": Fact(("memoryview",)),
        **each("Date Time Timestamp", pure("object")),
        **each("DateFromTicks TimeFromTicks TimestampFromTicks", reads("object")),
    }
