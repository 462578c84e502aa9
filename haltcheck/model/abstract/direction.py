"""Which way a loop moves its locals, where every write is a step by a constant."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import binds, bound
from haltcheck.model.program import Function

_STEPS: Mapping[str, int] = {"+": 1, "+=": 1, "-": -1, "-=": -1}


def directions(function: Function, blocks: frozenset[int]) -> dict[str, str]:
    """``<=`` for locals that no round lets rise, ``>=`` for those that none lets fall."""
    signs: dict[str, set[int]] = {}
    for index in sorted(blocks):
        block = function.blocks[index]
        made: dict[str, tuple[str, int]] = {}
        stepped: list[str] = []
        for one in block.instructions:
            name, sign = _step(one, made)
            if name:
                signs.setdefault(name, set()).add(sign)
                stepped.append(name)
        if block.handler is not None:
            signs.setdefault(block.caught, set()).add(0)
        for name in binds(block):
            if name in stepped:
                stepped.remove(name)
            else:
                signs.setdefault(name, set()).update((1, -1))
    lost = function.shared | function.rebound
    told = {name: found for name, found in signs.items() if name not in lost}
    falling = {name: "<=" for name, found in told.items() if found <= {-1}}
    return falling | {name: ">=" for name, found in told.items() if found <= {1}}


def _step(one: i.Instruction, made: dict[str, tuple[str, int]]) -> tuple[str, int]:
    """The local that an instruction moves by a constant, and which way; nothing for others.

    ``made`` are temporaries of the block that hold a local moved by a constant.
    """
    known = made.get(_source(one))
    for name in bound(one):
        made.pop(name, None)
    match one:
        case i.Operate(
            target=target,
            operator=operator,
            operands=(i.Local(name=name), i.Const(value=int() as by)),
        ):
            sign = _STEPS.get(operator, 0) * ((by > 0) - (by < 0))
            if sign and target == name:
                return name, sign
            if sign and target.startswith("$"):
                made[target] = (name, sign)
        case i.Copy(target=target) if known is not None and known[0] == target:
            return known
    return "", 0


def _source(one: i.Instruction) -> str:
    """The local that is copied; nothing where none is."""
    return one.value.name if isinstance(one, i.Copy) and isinstance(one.value, i.Local) else ""
