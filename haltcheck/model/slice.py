"""Slicing of a loop to what its control depends on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.model.instruction import Copy, Hole, Instruction, Local, Operate, Suspend, Unbind
from haltcheck.model.program import Function, Loop, Terminator

ARITHMETIC = frozenset(("+", "-", "*", "+=", "-=", "*="))


@record
class Unsliceable:
    """Why no local can be left out."""

    reason: str


def cone(function: Function, loop: Loop) -> frozenset[str] | Unsliceable:
    """The locals that control inside the loop may depend on; the others may differ.

    Only copies and ``+ - *`` may be left out, and only where nothing that is kept reads their
    target: the cone holds the operands of every other instruction and of every terminator, what
    nested functions share, and, backwards, what the kept targets of copies and arithmetic read.

    Why a state whose cone comes back repeats for ever: a step inside the loop reads the cone, the
    heap that it reaches, globals and enclosing scopes, or it is a copy or arithmetic that was left
    out. Those write only locals outside the cone, touch no heap, and cannot raise: arithmetic on
    ints never does (that the operands are ints is checked while a replay runs), and a local that
    was bound in one round is bound in the next, for nothing unbinds it. So the next round takes
    the same path. Its left-out operands have the same types as before, because the types of all
    left-out locals were the same at both ends of the round, copies keep types, and ints stay ints;
    so nothing raises in it either, and by induction in none.
    """
    kept = set(function.shared)
    pure: list[Copy | Operate] = []
    for block in function.blocks:
        if block.id not in loop.blocks:
            continue
        kept.add(block.caught)
        kept.update(reads(block.terminator))
        for instruction in block.instructions:
            if isinstance(instruction, Suspend | Hole):
                return Unsliceable("the loop yields or has a gap")
            if is_pure(instruction):
                pure.append(instruction)  # type: ignore[arg-type]
            else:
                kept.update(reads(instruction))
                if isinstance(instruction, Unbind):
                    kept.add(instruction.name)
    while True:
        more = {name for one in pure if one.target in kept for name in reads(one)} - kept
        if not more:
            return frozenset(kept)
        kept |= more


def is_pure(instruction: Instruction) -> bool:
    """Whether it could be left out: a copy, or arithmetic that ints survive."""
    if isinstance(instruction, Operate):
        return instruction.operator in ARITHMETIC and len(instruction.operands) == 2
    return isinstance(instruction, Copy)


def reads(node: Instruction | Terminator) -> Iterator[str]:
    """The locals among the operands."""
    return _locals(node)


def _locals(node: object) -> Iterator[str]:
    if isinstance(node, Local):
        yield node.name
    elif isinstance(node, tuple):
        for part in node:
            yield from _locals(part)
    else:
        for name in _parts(type(node)):
            yield from _locals(getattr(node, name))


_PARTS: dict[type, tuple[str, ...]] = {}


def _parts(kind: type) -> tuple[str, ...]:
    """The fields that may hold operands."""
    found = _PARTS.get(kind)
    if found is None:
        parts = fields(kind) if is_dataclass(kind) and kind is not Span else ()
        found = _PARTS[kind] = tuple(part.name for part in parts)
    return found
