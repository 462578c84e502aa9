"""Child processes."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, world


class Processes(Library):
    """``Popen`` goes on; the rest waits for the child to end."""

    name = "subprocess"
    facts: ClassVar[Facts] = {
        "Popen": world("process"),
        "run": Fact(("object",), waits=True, world=True, calls=False),
        **each("call check_call", Fact(("int",), waits=True, world=True)),
        "check_output": Fact(("bytes", "str"), 0, waits=True, world=True),
        "getoutput": Fact(("str",), 0, waits=True, world=True),
        "getstatusoutput": Fact(("tuple",), 2, 2, waits=True, world=True),
        "list2cmdline": pure("str"),
    }
