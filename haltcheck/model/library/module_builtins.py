"""The built-in functions and types."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, pure, reads, total, world

_ITERATES = Fact(consumes=True)
_LAZY = Fact(("iterator",))


class Builtins(Library):
    """A class that is called makes an object of its kind."""

    name = "builtins"
    facts: ClassVar[Facts] = {
        **each("abs", pure("int", "float")),
        **each("all any", Fact(("bool",), consumes=True)),
        **each("ascii bin chr hex oct", pure("str")),
        **each("repr format", reads("str")),
        **each("bool callable isinstance issubclass", pure("bool")),
        "len": pure("int", low=0),
        "ord": pure("int", low=0, high=0x10FFFF),
        "hash": pure("int"),
        "id": total("int", low=0),
        **each("int", pure("int")),
        **each("float", pure("float")),
        "complex": pure("complex"),
        "round": pure("int", "float"),
        "divmod": pure("tuple"),
        "pow": pure("int", "float", "complex"),
        "str": reads("str"),
        "bytes": Fact(("bytes",), consumes=True),
        "bytearray": Fact(("bytearray",), consumes=True),
        "memoryview": Fact(("memoryview",)),
        **each("list sorted", Fact(("list",), calls=True, consumes=True)),
        "tuple": Fact(("tuple",), consumes=True),
        "set": Fact(("set",), consumes=True),
        "frozenset": Fact(("frozenset",), consumes=True),
        "dict": Fact(("dict",), consumes=True),
        "range": pure("range"),
        "slice": Fact(("slice",)),
        "object": total("object"),
        "type": Fact(("any",)),
        "super": total("any"),
        **each("max min", also(_ITERATES, calls=True)),
        "sum": Fact(("any",), consumes=True),
        "enumerate": _LAZY,
        **each("filter map", also(_LAZY, calls=True)),
        "zip": _LAZY,
        "reversed": _LAZY,
        "iter": also(_LAZY, calls=True),
        "aiter": _LAZY,
        **each("next anext", Fact(("any",), writes="arguments", consumes=True, calls=True)),
        **each("getattr", reads("any")),
        "hasattr": reads("bool"),
        **each("setattr delattr", Fact(("none",), writes="arguments")),
        **each("dir", reads("list")),
        **each("globals locals vars", Fact(("dict",))),
        "print": Fact(("none",), writes="nothing"),
        "input": also(world("str"), waits=True, consumes=True, at_end="raises EOFError"),
        "open": world("stream"),
        **each("compile", Fact(("any",))),
        **each("eval exec __import__", Fact(("any",), writes="anything", calls=True)),
        **each("exit quit", Fact(("none",), never_returns=True)),
        "help": Fact(("none",), waits=True),
        "breakpoint": Fact(("none",), writes="anything", waits=True),
        **each("staticmethod classmethod property", Fact(("any",))),
        **each(
            "BaseException Exception ArithmeticError AssertionError AttributeError EOFError "
            "ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError "
            "NotImplementedError OSError IOError OverflowError RecursionError RuntimeError "
            "StopIteration StopAsyncIteration SystemExit TypeError UnicodeError ValueError "
            "ZeroDivisionError Warning UserWarning DeprecationWarning TimeoutError "
            "FileNotFoundError PermissionError ConnectionError BrokenPipeError SyntaxError "
            "BlockingIOError InterruptedError FileExistsError IsADirectoryError ChildProcessError",
            Fact(("object",), raises=False),
        ),
    }
