"""Child processes."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, changes, each, world


class Process(Library):
    """``subprocess.Popen``; ``poll`` gives None until the child has ended."""

    name = "subprocess.Popen"
    facts: ClassVar[Facts] = {
        "poll": world("int", "none"),
        "wait": Fact(("int",), waits=True, world=True),
        "communicate": Fact(("tuple",), 2, 2, waits=True, world=True, writes="receiver"),
        **each("kill send_signal terminate", changes()),
    }
