"""Signals."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, pure, reads, world

_RUNS = Fact(("any",), writes="anything", calls=True)


class Signals(Library):
    """A handler runs between any two steps once it is set."""

    name = "signal"
    facts: ClassVar[Facts] = {
        "signal": _RUNS,
        **each("pthread_kill raise_signal", also(_RUNS, returns=("none",))),
        "default_int_handler": Fact(("none",), never_returns=True),
        "alarm": Fact(("int",), 0),
        **each("getitimer setitimer", Fact(("tuple",), 2, 2)),
        "pause": also(_RUNS, returns=("none",), waits=True),
        "sigwait": also(world("object"), waits=True),
        **each("sigtimedwait sigwaitinfo", also(world("object", "none"), waits=True)),
        "getsignal": reads("any"),
        **each("sigpending valid_signals", reads("set", low=0)),
        "pthread_sigmask": also(_RUNS, returns=("set",)),
        "siginterrupt": Fact(("none",)),
        "set_wakeup_fd": Fact(("int",), -1),
        "strsignal": pure("str", "none"),
    }
