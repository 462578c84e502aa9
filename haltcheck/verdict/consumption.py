"""How much of a generator its caller runs."""

from __future__ import annotations

from enum import Enum

from haltcheck.model.instruction import Call, Copy, GetIterator, Instruction, Local
from haltcheck.model.program import Function

# Fields that hold no operand, whatever the instruction.
_PLAIN = frozenset({"span", "target", "text", "kind"})
_SLOTS: dict[type, tuple[str, ...]] = {}


class Consumption(Enum):
    """NEVER: it is made and handed out. BY_ROUNDS: a loop or ``next`` asks. WHOLLY: to its end."""

    NEVER = "never"
    BY_ROUNDS = "by rounds"
    WHOLLY = "wholly"


def consumption(function: Function, call: Instruction | None) -> Consumption:
    """What the function does with the generator that the call makes."""
    name = getattr(call, "target", "")
    found = Consumption.NEVER
    for use in _uses(function, name, frozenset()):
        match use:
            case GetIterator() | Call(text="next" | "iter" | "enumerate" | "zip"):
                found = Consumption.BY_ROUNDS
            case _:
                return Consumption.WHOLLY
    return found


def _uses(function: Function, name: str, seen: frozenset[str]) -> list[Instruction]:
    """Every instruction that reads the local or a copy of it; returning it is no use."""
    uses: list[Instruction] = []
    for block in function.blocks:
        for instruction in block.instructions:
            if not _reads(instruction, name):
                continue
            if isinstance(instruction, Copy):
                if instruction.target not in seen:
                    uses += _uses(function, instruction.target, seen | {name})
            else:
                uses.append(instruction)
    return uses


def _reads(value: object, name: str) -> bool:
    if isinstance(value, Local):
        return value.name == name
    if isinstance(value, tuple):
        return any(_reads(item, name) for item in value)
    kind = type(value)
    slots = _SLOTS.get(kind)
    if slots is None:
        slots = _SLOTS[kind] = _slots(kind)
    return any(_reads(getattr(value, slot), name) for slot in slots)


def _slots(kind: type) -> tuple[str, ...]:
    """The fields of an instruction, or of a part of one, that may hold what it reads."""
    if kind.__module__ != "haltcheck.model.instruction":
        return ()
    return tuple(slot for slot in getattr(kind, "__slots__", ()) if slot not in _PLAIN)
