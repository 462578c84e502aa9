"""Condition variables."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, also, changes, each


class Condition(Library):
    """``threading.Condition``."""

    name = "threading.Condition"
    facts: ClassVar[Facts] = {
        "wait": also(changes("bool"), waits=True, writes="nothing"),
        "wait_for": also(changes("any"), waits=True, calls=True, writes="anything"),
        **each("notify notify_all", changes()),
    }
