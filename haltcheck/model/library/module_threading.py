"""Threads and what they wait for."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads


class Threads(Library):
    """The objects' methods stand in files of their own."""

    name = "threading"
    facts: ClassVar[Facts] = {
        **each("Thread Timer", Fact(("thread",))),
        **each("Lock RLock Semaphore BoundedSemaphore", Fact(("lock",))),
        "Condition": Fact(("condition",)),
        "Event": Fact(("event",)),
        **each("Barrier local", Fact(("object",))),
        **each("current_thread main_thread", reads("thread")),
        **each("active_count get_ident get_native_id", reads("int", low=0)),
        "enumerate": reads("list", low=1),
    }
