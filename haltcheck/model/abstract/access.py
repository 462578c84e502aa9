"""Which locals an instruction or a terminator reads and which it binds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from haltcheck.model import instruction as i
from haltcheck.model.program import Block, Jump, Next, Raise, Return, Terminator, Test

_KEPT = 1 << 12
_READS: dict[int, tuple[i.Instruction, tuple[str, ...]]] = {}
"""The locals that the last instructions read: each is asked for by several passes, and walked
through once for each path that comes to it. Emptied when it holds too many."""


def reads(instruction: i.Instruction) -> tuple[str, ...]:
    """The locals that it reads, in order."""
    found = _READS.get(id(instruction))
    if found is None:
        if len(_READS) >= _KEPT:
            _READS.clear()
        # The instruction is kept, so that no other one gets its identity.
        found = _READS[id(instruction)] = instruction, locals_of(operands(instruction))
    return found[1]


def operands(instruction: i.Instruction) -> tuple[i.Operand, ...]:
    """What it reads, in order."""
    match instruction:
        case i.Operate():
            return instruction.operands
        case i.GetAttribute() | i.DeleteAttribute() | i.GetIterator():
            return (instruction.object,)
        case i.LoadGlobal() | i.LoadFree() | i.ImportModule() | i.Unbind() | i.Hole():
            return ()
        case i.CallMethod(object=receiver, items=items):
            return (receiver, *_members(items))
        case i.Call(function=function, items=items):
            return (function, *_members(items))
        case i.Copy() | i.StoreGlobal() | i.StoreFree() | i.Unpack() | i.Suspend():
            return (instruction.value,)
        case i.Build(items=items):
            return tuple(_members(items))
        case i.MakeClass(bases=bases, members=members):
            return (*_members(bases), *(value for _, value in members))
        case i.MakeFunction(defaults=defaults):
            return tuple(value for _, value in defaults)
        case i.Extend(container=container, value=value, key=key):
            return (container, value) if key is None else (container, key, value)
        case i.SetItem() | i.GetItem() | i.DeleteItem():
            base = (instruction.object, instruction.key)
            return (*base, instruction.value) if isinstance(instruction, i.SetItem) else base
        case i.SetAttribute():
            return (instruction.object, instruction.value)
        case i.EnterContext():
            return (instruction.manager,)
        case i.ExitContext():
            return (instruction.manager, instruction.error)
        case _:
            assert_never(instruction)


def _members(items: tuple[i.Item, ...]) -> list[i.Operand]:
    return [one for item in items for one in (item.key, item.value) if one is not None]


def asked(terminator: Terminator) -> tuple[i.Operand, ...]:
    """What a terminator reads."""
    match terminator:
        case Jump():
            return ()
        case Test(condition=condition):
            return (condition,)
        case Next(iterator=iterator):
            return (iterator,)
        case Return(value=value):
            return (value,)
        case Raise(error=error, cause=cause):
            return tuple(part for part in (error, cause) if part is not None)
        case _:
            assert_never(terminator)


_COMMON = (i.GetAttribute, i.Copy, i.LoadGlobal, i.CallMethod, i.Call, i.Operate)


def bound(instruction: i.Instruction) -> tuple[str, ...]:
    """The locals that it binds or unbinds."""
    if isinstance(instruction, _COMMON):
        return (instruction.target,)
    match instruction:
        case i.Unpack(targets=targets):
            return targets
        case i.Unbind(name=name, scope=scope):
            return (name,) if scope == "local" else ()
        case i.Hole(target=target, writes=writes):
            return (target, *writes)
        case (
            i.Extend()
            | i.SetAttribute()
            | i.DeleteAttribute()
            | i.SetItem()
            | i.DeleteItem()
            | i.StoreGlobal()
            | i.StoreFree()
        ):
            return ()
        case _:
            return (instruction.target,)


def locals_of(several: tuple[i.Operand, ...]) -> tuple[str, ...]:
    """The names of the locals among some operands."""
    return tuple([operand.name for operand in several if isinstance(operand, i.Local)])


def binds(block: Block) -> Iterator[str]:
    """Every local that the block may bind, its terminator and caught error included."""
    for instruction in block.instructions:
        yield from bound(instruction)
    if isinstance(block.terminator, Next):
        yield block.terminator.target
