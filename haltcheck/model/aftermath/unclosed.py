"""Streams that are open still: their end alone closes none of them.

Document: docs.python.org, ``io.IOBase.closed``: true where the stream was closed.
"""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.value import Symbol
from haltcheck.model.binding import bindings_of
from haltcheck.model.program import Program
from haltcheck.model.special import CONSTRUCTORS

CLOSED = "closed"
_CLOSES = frozenset({"close", "aclose", "shutdown", "detach", "__exit__"})
_READS = frozenset({"read", "read1", "readinto", "readline"})


def stays_open(context: Context, stream: Symbol, name: str) -> bool:
    """Whether reading at its end leaves what the attribute says of a stream."""
    if name != CLOSED or not context.ended or stream.text.startswith("::"):
        return False
    begun = context.running[0] if context.running else context.function.qualname
    return is_left_open(context.program, begun, stream.text.rpartition(".")[2])


def is_left_open(program: Program, qualname: str, short: str) -> bool:
    """Whether what goes by this name is read, and only this function closes it, if any.

    What messages are received from knows when its peer closed, and so does what another function
    of the tree closes meanwhile. Where another stream is put into its place, its own end is one
    that the code knows of.
    """
    read, closers = _told(program)
    if short not in read or not closers.get(short, frozenset()) <= {qualname}:
        return False
    function = program.functions.get(qualname)
    if function is not None and bindings_of(function).counts.get(short, 0) > 1:
        return False
    return not any(
        write.endswith(f".{short}")
        for name, entry in program.contents.functions.items()
        if name.rpartition(".")[2] not in CONSTRUCTORS
        for write in entry.writes
    )


@once
def _told(program: Program) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The names that are read, and the functions that close what goes by a name.

    Somebody outside closes what messages come from.
    """
    read: set[str] = set()
    found: dict[str, set[str]] = {}
    for qualname, entry in program.contents.functions.items():
        for text in entry.calls:
            *_, short, method = ("", "", *text.split("."))
            if method in _READS:
                read.add(short)
            elif method in _CLOSES:
                found.setdefault(short, set()).add(qualname)
            elif method.startswith("rec"):
                found.setdefault(short, set()).add("")
    return frozenset(read), {short: frozenset(names) for short, names in found.items()}
