"""Clocks and sleeping."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, world


class Clock(Library):
    """A clock moves on."""

    name = "time"
    facts: ClassVar[Facts] = {
        **each(
            "time monotonic perf_counter process_time thread_time",
            world("float"),
        ),
        **each(
            "time_ns monotonic_ns perf_counter_ns process_time_ns thread_time_ns",
            world("int"),
        ),
        "sleep": Fact(("none",), waits=True),
        **each("localtime gmtime", world("object")),
        **each("ctime asctime strftime", world("str")),
        "mktime": pure("float"),
        "strptime": pure("object"),
    }
