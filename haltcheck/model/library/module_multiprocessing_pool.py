"""Pools of processes and of threads."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each


class Pools(Library):
    """What is handed to a pool runs while its owner goes on."""

    name = "multiprocessing.pool"
    facts: ClassVar[Facts] = {
        **each("Pool ThreadPool", Fact(("object",), calls=True)),
    }
