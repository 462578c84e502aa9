"""Streams that give bytes, as the code shows that handles what they give.

``b"" == ""`` is false: who asks bytes whether they are the empty text never hears that they end.
"""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.program import Function, code_of

_READS = frozenset({"read", "readline", "recv"})
_COMPARES = frozenset({"==", "!=", "in", "not in", "+", "+="})
_SEEKS = frozenset({"startswith", "endswith", "find", "split", "strip", "rstrip", "replace"})
_UNPACKS = frozenset({"unpack", "unpack_from", "from_bytes"})


def gives_bytes(function: Function, stream: str) -> bool:
    """Whether the code asks if the stream gives the empty text, and else takes that for bytes."""
    kinds = _kinds(function).get(stream, frozenset())
    return kinds == {bytes, None}


def _find_kinds(function: Function) -> dict[str, frozenset[type | None]]:
    """For each stream the types that what it gives is taken for; None where that is the empty text.

    Only streams are told of that are asked for the empty text.
    """
    code = list(code_of(function))
    given: dict[str, set[str]] = {}
    for one in code:
        if isinstance(one, i.CallMethod) and one.name in _READS:
            given.setdefault(one.text.rpartition(".")[0], set()).add(one.target)
    found: dict[str, frozenset[type | None]] = {}
    for stream, names in given.items() if _asks_for_nothing(code) else ():
        copies = [one for one in code if isinstance(one, i.Copy)]
        names |= {one.target for one in copies if getattr(one.value, "name", "") in names}
        told = {kind for one in code for kind in _taken_for(one, names)}
        found[stream] = frozenset(told - {object})
    return found


_kinds = once(_find_kinds)


def _asks_for_nothing(code: list[i.Instruction]) -> bool:
    return any(
        isinstance(one, i.Operate) and one.operator in ("==", "!=") and i.Const("") in one.operands
        for one in code
    )


def _taken_for(one: i.Instruction, names: set[str]) -> Iterator[type | None]:
    """The types that an instruction takes one of the locals for."""
    match one:
        case i.Operate(operator=operator, operands=operands) if operator in _COMPARES:
            if any(isinstance(part, i.Local) and part.name in names for part in operands):
                yield from map(_kind, operands)
        case i.CallMethod(name="decode", object=i.Local(name=name)) if name in names:
            yield bytes
        case i.CallMethod(name=name, object=i.Local(name=whole), items=items) if whole in names:
            if name in _SEEKS:
                yield from (_kind(item.value) for item in items)
        case i.Call(text=text, items=items) | i.CallMethod(text=text, items=items):
            handed = (item.value for item in items)
            if text.rpartition(".")[2] in _UNPACKS and any(
                isinstance(part, i.Local) and part.name in names for part in handed
            ):
                yield bytes
        case _:
            pass


def _kind(operand: i.Operand) -> type | None:
    """The type of a constant; None of the empty text, and ``object`` of what is no constant."""
    if not isinstance(operand, i.Const) or operand.value is None:
        return object
    return None if operand.value == "" else type(operand.value)
