"""The interpreter."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads, total


class Interpreter(Library):
    """``exit`` raises SystemExit."""

    name = "sys"
    facts: ClassVar[Facts] = {
        "exit": Fact(("none",), never_returns=True),
        **each("getrefcount getsizeof getrecursionlimit", reads("int", low=0)),
        **each("setrecursionlimit settrace setprofile setswitchinterval", Fact(("none",))),
        **each("getdefaultencoding getfilesystemencoding intern", total("str")),
        "exc_info": reads("tuple", low=3, high=3),
        "_getframe": reads("object"),
        **each(
            "stdin.read stdin.readline",
            Fact(("str",), 0, consumes=True, waits=True, world=True, at_end="''"),
        ),
        "stdin.readlines": Fact(("list",), 0, consumes=True, waits=True, world=True, at_end="[]"),
        **each(
            "stdin.buffer.read stdin.buffer.readline",
            Fact(("bytes",), 0, consumes=True, waits=True, world=True, at_end="b''"),
        ),
        **each("stdout.write stderr.write", Fact(("int",), 0)),
        **each("stdout.flush stderr.flush", Fact(("none",))),
    }
