"""Sorted lists."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Bisection(Library):
    """All of it is pure or writes what it is handed."""

    name = "bisect"
    facts: ClassVar[Facts] = {
        **each("bisect bisect_left bisect_right", Fact(("int",), 0, calls=True)),
        **each(
            "insort insort_left insort_right",
            Fact(("none",), writes="arguments", calls=True),
        ),
    }
