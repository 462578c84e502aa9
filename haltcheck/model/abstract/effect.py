"""Globals that a call leaves changed, as far as they hold whole numbers all the time."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.scene import Scene, frame_of
from haltcheck.model.program import Function

_CALCULATES = frozenset({"+", "-", "*", "//", "%", "+=", "-=", "*=", "//=", "%="})


def effects(scene: Scene, function: Function) -> list[str]:
    """The globals that a function may write, as far as they have one name on both sides."""
    summary = scene.tables.summaries.of(function.qualname)
    if summary.anything or not summary.names:
        return []
    hidden = function.locals | function.free
    return [
        name
        for name in sorted(summary.names & scene.program.contents.global_writes.keys() - hidden)
        if scene.global_place(name) == name and _stays_whole(scene, name)
    ]


def _stays_whole(scene: Scene, name: str) -> bool:
    """Whether every function that writes it makes it a whole number, if it was one before."""
    for function in scene.program.functions.values():
        for block in function.blocks:
            for one in block.instructions:
                match one:
                    case i.StoreGlobal(name=written, value=value) if written == name:
                        if not _is_whole(scene, function, name, value):
                            return False
                    case i.StoreFree(name=written) | i.Unbind(name=written) if written == name:
                        return False
    return True


def _is_whole(scene: Scene, function: Function, name: str, value: i.Operand) -> bool:
    """A constant, a parameter of that kind, the global itself, or what is calculated from those."""
    if isinstance(value, i.Const):
        return type(value.value) is int
    frame = frame_of(scene.program, function)
    mask = frame.kinds.at[0].get(value.name, 0) if value.name in frame.fixed else 0
    if mask and not mask & ~k.WHOLE:
        return True
    made = scene.tables.resolver.bindings(function).origin(value)
    match made:
        case i.LoadGlobal(name=read):
            return read == name
        case i.Operate(operator=operator, operands=operands) if operator in _CALCULATES:
            return all(_is_whole(scene, function, name, operand) for operand in operands)
        case _:
            return False
