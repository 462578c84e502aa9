"""What the exits of a loop read: attributes and globals that code elsewhere may write."""

from __future__ import annotations

import re

from haltcheck.model.instruction import (
    Build,
    Call,
    CallMethod,
    GetAttribute,
    Instruction,
    LoadFree,
    LoadGlobal,
    Local,
    Operand,
)
from haltcheck.model.program import Function, Loop, Program, Test

_NAME = re.compile(r"[A-Za-z_]\w*")


def public_exit(program: Program, function: Function, loop: Loop) -> str:
    """The first attribute or global in the cone of the exits that public code may write."""
    makers = _makers(function)
    parameters = {parameter.name for parameter in function.parameters}
    work = [
        block.terminator.condition
        for number in sorted(loop.blocks)
        if isinstance((block := function.blocks[number]).terminator, Test)
        and not {block.terminator.then, block.terminator.orelse} <= loop.blocks
    ]
    seen: set[str] = set()
    while work:
        operand = work.pop()
        if not isinstance(operand, Local) or operand.name in seen:
            continue
        seen.add(operand.name)
        for made in makers.get(operand.name, ()):
            found = _writable(program, made, makers, parameters)
            if found:
                return found
            work += _operands(made)
    return ""


def _makers(function: Function) -> dict[str, list[Instruction]]:
    makers: dict[str, list[Instruction]] = {}
    for block in function.blocks:
        for instruction in block.instructions:
            target = getattr(instruction, "target", None)
            if isinstance(target, str):
                makers.setdefault(target, []).append(instruction)
    return makers


def _writable(
    program: Program,
    made: Instruction,
    makers: dict[str, list[Instruction]],
    parameters: set[str],
) -> str:
    match made:
        case GetAttribute(name=name, object=Local(name=owner)) if not name.startswith("_"):
            built = makers.get(owner, [])
            local = built and all(isinstance(one, Build | Call | CallMethod) for one in built)
            return "" if local and owner not in parameters else f"{owner.lstrip('$')}.{name}"
        case CallMethod(object=Local(name=owner), text=text) if owner in parameters:
            return text
        case LoadGlobal(name=name) | LoadFree(name=name) if not name.startswith("_"):
            contents = program.contents
            written = contents.global_writes.get(name, 0) > 0 and name not in program.constants
            defined = name in contents.functions or name in contents.classes
            return name if written and not defined and name not in contents.imports else ""
        case _:
            return ""


def _operands(instruction: Instruction) -> list[Operand]:
    """The operands of an instruction; those of a call's arguments say nothing of its result."""
    if isinstance(instruction, Call | CallMethod | Build):
        return []
    found: list[Operand] = []
    for slot in instruction.__match_args__:
        value = getattr(instruction, slot)
        if isinstance(value, Local):
            found.append(value)
        elif isinstance(value, tuple):
            found += [item for item in value if isinstance(item, Local)]
    return found


def callables_only(function: Function, condition: str) -> bool:
    """Whether the condition speaks of nothing but parameters that the function calls."""
    parameters = {parameter.name for parameter in function.parameters}
    named = parameters.intersection(_NAME.findall(condition))
    called = {
        instruction.text
        for block in function.blocks
        for instruction in block.instructions
        if isinstance(instruction, Call)
    }
    return bool(named) and named <= called
