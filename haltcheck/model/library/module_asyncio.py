"""Coroutines and the loop that runs them."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, reads

_RUNS = Fact(("any",), writes="anything", calls=True)


class Coroutines(Library):
    """A coroutine runs when it is awaited; calling ``sleep`` only makes one."""

    name = "asyncio"
    facts: ClassVar[Facts] = {
        "run": also(_RUNS, waits=True),
        "sleep": Fact(("object",), raises=False),
        **each(
            "create_task ensure_future gather run_coroutine_threadsafe shield to_thread wait "
            "wait_for wrap_future start_server",
            also(_RUNS, returns=("object",)),
        ),
        "as_completed": also(_RUNS, returns=("any",)),
        **each("create_subprocess_exec create_subprocess_shell open_connection", Fact(("object",))),
        **each("timeout timeout_at", Fact(("object",))),
        **each(
            "BoundedSemaphore Condition Event Future LifoQueue Lock PriorityQueue Queue Runner "
            "Semaphore TaskGroup",
            Fact(("object",)),
        ),
        **each("get_running_loop new_event_loop get_event_loop", reads("object")),
        "set_event_loop": Fact(("none",)),
        "current_task": reads("object", "none"),
        "all_tasks": reads("set", low=0),
        **each("iscoroutine iscoroutinefunction isfuture", reads("bool")),
    }
