"""Processes that share what they are handed."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads, world


class Workers(Library):
    """A child changes nothing of its parent's but what they share."""

    name = "multiprocessing"
    facts: ClassVar[Facts] = {
        **each(
            "Barrier BoundedSemaphore Condition Event JoinableQueue Lock Process Queue RLock "
            "RawValue Semaphore SimpleQueue Value",
            Fact(("object",)),
        ),
        **each("Array RawArray", Fact(("object",), consumes=True)),
        **each("Manager Pool", Fact(("object",), calls=True)),
        "Pipe": Fact(("tuple",), 2, 2),
        "cpu_count": world("int", low=1),
        "active_children": world("list", low=0),
        "current_process": reads("object"),
        "parent_process": reads("object", "none"),
        "get_context": reads("object"),
        "get_all_start_methods": reads("list", low=1),
        "get_start_method": reads("str", "none"),
        **each("freeze_support set_executable set_start_method", Fact(("none",))),
        **each("get_logger log_to_stderr", reads("object")),
    }
