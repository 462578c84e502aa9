"""Calls that tell how much they took of what they were handed, and that may take nothing."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.known import methods_named
from haltcheck.model.program import Function

Invocation = i.Call | i.CallMethod


def tells(function: Function, call: Invocation) -> bool:
    """Whether the call is handed data, and what it gives is how much of that is done."""
    return call.span in _telling(function)


def row_of(function: Function, call: Invocation) -> tuple[bool, ...]:
    """Where the call gives a row: for each of its parts, whether that is how much was taken."""
    code = [one for block in function.blocks for one in block.instructions]
    parts = tuple(_unpacked(code, call.target))
    starts = {start for _, _, start in _slices(code)}
    return tuple(part in starts or _is_counted(code, part) for part in parts)


def _is_counted(code: list[i.Instruction], part: str) -> bool:
    return any(_is_added(code, start, part) for _, _, start in _slices(code))


def _find(function: Function) -> frozenset[Span]:
    code = [one for block in function.blocks for one in block.instructions]
    given = {i.Local(one.name) for one in function.parameters}
    return frozenset(
        one.span
        for one in code
        if _is_telling(one, code) and not (isinstance(one, i.Call) and one.function in given)
    )


_telling = once(_find)


def _is_telling(one: i.Instruction, code: list[i.Instruction]) -> bool:
    if not isinstance(one, Invocation):
        return False
    if isinstance(one, i.CallMethod) and _only_counts(one.name):
        return False
    handed = {item.value.name for item in one.items if isinstance(item.value, i.Local)}
    told = {one.target, *_unpacked(code, one.target)}
    return any(
        (base == target and base in handed and start in told)
        or (target in handed and any(_is_added(code, start, taken) for taken in told))
        for target, base, start in _slices(code)
    )


def _unpacked(code: list[i.Instruction], row: str) -> Iterator[str]:
    """What a row that a call gave is unpacked into."""
    for one in code:
        if isinstance(one, i.Unpack) and one.value == i.Local(row) and one.star < 0:
            yield from one.targets


def _only_counts(name: str) -> bool:
    """``find``, ``index`` say where something is, and not what was done; ``write`` does it, or
    raises.
    """
    facts = methods_named(name).values()
    return name == "write" or any(
        "int" in fact.returns and fact.writes == "nothing" for fact in facts
    )


def _slices(code: list[i.Instruction]) -> Iterator[tuple[str, str, str]]:
    """Each ``target = base[start:]``."""
    starts = {
        one.target: one.items[0].value.name
        for one in code
        if isinstance(one, i.Build)
        and one.kind == "slice"
        and isinstance(one.items[0].value, i.Local)
    }
    for one in code:
        match one:
            case i.GetItem(object=i.Local(name=base), key=i.Local(name=key)) if key in starts:
                yield one.target, base, starts[key]
            case _:
                pass


def _is_added(code: list[i.Instruction], start: str, taken: str) -> bool:
    """Whether ``start += taken`` stands there."""
    operands = (i.Local(start), i.Local(taken))
    return any(
        isinstance(one, i.Operate)
        and one.operator in ("+=", "+")
        and one.operands == operands
        and one.target == start
        for one in code
    )
