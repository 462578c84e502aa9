"""Replays of a loop's cone: what control depends on comes back while the rest may differ."""

from __future__ import annotations

from haltcheck.model.instruction import Local, Operate
from haltcheck.model.slice import Unsliceable, cone, is_pure
from haltcheck.model.step.blame import Trail, innermost
from haltcheck.model.step.event import Exceeded
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.snapshot import partial
from haltcheck.model.step.state import Frame


def cone_returns(machine: Machine, cycle: int, kept: frozenset[str]) -> bool:
    """Whether the kept locals and all that they reach are the same after the cycle.

    It also checks what the argument of ``slice.cone`` supposes: control stays in one loop of the
    function on top, ``kept`` holds the cone of that loop, arithmetic that is left out works on
    ints, and the types of the other locals are the same at both ends.
    """
    top = machine.stack[-1]
    if type(top) is not Frame:
        return False
    first = partial(machine, kept)
    types = _types(top, kept)
    odd: set[int] = set()
    trail = Trail(machine)
    for _ in range(cycle):
        if machine.stack[-1] is top:
            _note_odd(top, odd)
        if machine.run(1) != Exceeded("steps") or machine.arbitrary or machine.imagined:
            return False
        trail.note()
    if machine.stack[-1] is not top or not trail.kept or trail.kept[-1] is not top:
        return False
    subject = innermost(top.function, trail.blocks[-1])
    if subject is None:
        return False
    loop = next(loop for loop in top.function.loops if loop.id == subject.loop)
    needed = cone(top.function, loop)
    if isinstance(needed, Unsliceable) or not needed <= kept:
        return False
    left_out = {
        id(instruction)
        for block in top.function.blocks
        if block.id in loop.blocks
        for instruction in block.instructions
        if is_pure(instruction) and getattr(instruction, "target", "") not in kept
    }
    return not odd & left_out and _types(top, kept) == types and partial(machine, kept) == first


def _types(frame: Frame, kept: frozenset[str]) -> dict[str, type]:
    """The types of the locals that are not kept."""
    return {name: type(value) for name, value in frame.env.items() if name not in kept}


def _note_odd(frame: Frame, odd: set[int]) -> None:
    """Remembers arithmetic that is about to work on something else than ints."""
    instructions = frame.block.instructions
    if frame.index >= len(instructions):
        return
    instruction = instructions[frame.index]
    if type(instruction) is Operate and is_pure(instruction):
        for operand in instruction.operands:
            value = frame.env.get(operand.name) if type(operand) is Local else operand.value  # type: ignore[union-attr]
            if type(value) is not int:
                odd.add(id(instruction))
