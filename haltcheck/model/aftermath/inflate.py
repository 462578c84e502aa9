"""Decompressors after the event: a limited one may take nothing of what it is handed.

At the end of its stream an object like that of ``zlib`` may leave all in ``unconsumed_tail``, give
nothing, and do the same when it is handed that again. ``zlib`` itself does not. Where the data end
before the stream in it does, nothing is left to be taken, nothing is made of nothing, and ``eof``
stays false.
"""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import EMPTY, Known, Symbol, Value
from haltcheck.model.program import Program

LIMITED = "decompress"
"""The method that may take a limit besides the data."""

_LEFT = "unconsumed_tail"
_MAKERS = frozenset({"decompressobj", "BZ2Decompressor", "LZMADecompressor"})


def inflates(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    receiver: Symbol,
    name: str,
    values: list[Value],
) -> bool:
    """Whether it is such a call; then what is left is what was handed in, and the stream ended."""
    limited = len(values) == 2 and call.items[1].kind in ("positional", "keyword")
    if context.event is not Event.UNCONSUMED or name != LIMITED or not limited:
        return False
    if _is_plain(context, call):
        return False
    state.attributes[receiver.text, _LEFT] = values[0]
    state.attributes[receiver.text, "eof"] = Known(True)
    state.met = True
    return True


def _is_plain(context: Context, call: i.Call | i.CallMethod) -> bool:
    """Whether the function itself has ``zlib`` make the object."""
    if not isinstance(call, i.CallMethod):
        return False
    made = context.resolver.bindings(context.function).origin(call.object)
    return isinstance(made, i.Call | i.CallMethod) and made.text.endswith("decompressobj")


def of_nothing(context: Context, receiver: Symbol, name: str, values: list[Value]) -> bool:
    """Whether a decompressor is handed the nothing that comes where data are cut off."""
    given = bool(values) and values[0] in (EMPTY, Known(b""))
    return context.ended and name == LIMITED and given and _decompresses(context, receiver)


_AFTERWARDS: dict[str, Literal] = {
    "eof": False,
    "needs_input": True,
    _LEFT: b"",
    "unused_data": b"",
}
"""What such an object tells once it has taken all, and the stream in it is not at its end."""


def unfinished(context: Context, state: State, receiver: Symbol, name: str) -> Known | None:
    """What a decompressor tells where the data end before its stream; None for anything else."""
    if not context.ended or name not in _AFTERWARDS or not _decompresses(context, receiver):
        return None
    # Nothing is left for the next call, which is how the end of the data is met.
    state.met = state.met or name == _LEFT
    return Known(_AFTERWARDS[name])


def _decompresses(context: Context, receiver: Symbol) -> bool:
    return receiver.text.rpartition(".")[2] in _decompressors(context.program)


@once
def _decompressors(program: Program) -> frozenset[str]:
    """The names that only functions write which make a decompressor.

    Documents: zlib, ``decompressobj``; bz2, ``BZ2Decompressor``; lzma, ``LZMADecompressor``.
    """
    made: set[str] = set()
    others: set[str] = set()
    for entry in program.contents.functions.values():
        names = {name.rpartition(".")[2] for name in entry.writes}
        makes = any(call.rpartition(".")[2] in _MAKERS for call in entry.calls)
        (made if makes else others).update(names)
    return frozenset(made - others)
