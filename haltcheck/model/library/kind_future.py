"""What a pool promises."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, changes, each, world

_RUNS = Fact(("any",), writes="anything", calls=True)


class FutureMethods(Library):
    """``concurrent.futures.Future``; while one waits, other threads run."""

    name = "concurrent.futures.Future"
    facts: ClassVar[Facts] = {
        **each("result exception", also(_RUNS, waits=True)),
        **each("cancelled done running", world("bool")),
        "cancel": also(_RUNS, returns=("bool",), world=True),
        "set_running_or_notify_cancel": changes("bool"),
        **each("add_done_callback set_exception set_result", also(_RUNS, returns=("none",))),
    }
