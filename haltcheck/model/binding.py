"""Who binds each local of a function, so that a value can be followed back to where it is made."""

from __future__ import annotations

from dataclasses import field

from haltcheck.basis.record import record
from haltcheck.model.instruction import (
    Call,
    CallMethod,
    Copy,
    GetAttribute,
    Hole,
    Instruction,
    LoadGlobal,
    Local,
    Operand,
    Operate,
    Unbind,
    Unpack,
)
from haltcheck.model.program import Function, Next


@record
class Unknown:
    """Bound more than once, by a parameter, a loop, a handler, or by nested functions."""


UNKNOWN = Unknown()


@record
class Bindings:
    """For each local that one instruction alone binds, that instruction.

    ``counts`` tells how often each local is bound, parameters and handlers included.
    """

    makers: dict[str, Instruction] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def origin(self, operand: Operand) -> Instruction | Unknown:
        """The one instruction that makes the value, copies passed over."""
        makers = self.makers
        for _ in range(8):
            maker = makers.get(operand.name) if type(operand) is Local else None
            if maker is None:
                return UNKNOWN
            if type(maker) is not Copy:
                return maker
            operand = maker.value
        return UNKNOWN

    def root(self, operand: Operand) -> str:
        """The local, copies passed over, whose value this is; nothing for constants."""
        name = ""
        while type(operand) is Local and operand.name != name:
            name = operand.name
            maker = self.makers.get(name)
            if self.counts.get(name) != 1 or type(maker) is not Copy:
                break
            operand = maker.value
        return name


def bound(instruction: Instruction) -> tuple[str, ...]:
    """The locals that an instruction binds or unbinds."""
    match instruction:
        case Copy() | GetAttribute() | LoadGlobal() | CallMethod() | Call() | Operate():
            return (instruction.target,) if instruction.target else ()
        case Unpack(targets=targets):
            return targets
        case Unbind(name=name, scope=scope):
            return (name,) if scope == "local" else ()
        case Hole(target=target, writes=writes):
            return (target, *writes)
        case _:
            target = getattr(instruction, "target", "")
            return (target,) if target else ()


def bindings_of(function: Function) -> Bindings:
    """One pass over the instructions of a function."""
    makers: dict[str, Instruction] = {}
    counts = dict.fromkeys([parameter.name for parameter in function.parameters], 1)
    for name in function.rebound:
        counts[name] = counts.get(name, 0) + 2
    for block in function.blocks:
        for instruction in block.instructions:
            for name in bound(instruction):
                counts[name] = counts.get(name, 0) + 1
                makers[name] = instruction
        if type(block.terminator) is Next:
            name = block.terminator.target
            counts[name] = counts.get(name, 0) + 1
            makers.pop(name, None)
    for name in {block.caught for block in function.blocks if block.handler is not None}:
        counts[name] = counts.get(name, 0) + 1
    return Bindings({name: made for name, made in makers.items() if counts[name] == 1}, counts)
