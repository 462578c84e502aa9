"""A lowered function as text, one instruction a line."""

from __future__ import annotations

from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Gap
from haltcheck.model.instruction import Const, Instruction, Item, Local
from haltcheck.model.program import Block, Function, Terminator


def show(function: Function) -> str:
    """Blocks with their instructions, then the loops."""
    lines = [f"function {function.qualname}({', '.join(p.name for p in function.parameters)})"]
    for block in function.blocks:
        lines += _block(block)
    for loop in function.loops:
        inside = " ".join(map(str, sorted(loop.blocks)))
        parent = "" if loop.parent is None else f" in loop {loop.parent}"
        lines.append(
            f"loop {loop.id}: {loop.kind} at {loop.span.line}, head {loop.head}, "
            f"blocks {inside}{parent}"
        )
    return "\n".join(lines)


def _block(block: Block) -> list[str]:
    handler = "" if block.handler is None else f" except {block.caught} -> {block.handler}"
    parts: list[Instruction | Terminator] = [*block.instructions, block.terminator]
    return [f"{block.id}:{handler}", *[f"    {_part(part)}" for part in parts]]


def _part(part: Instruction | Terminator) -> str:
    fields = [getattr(part, name) for name in part.__match_args__ if name != "span"]
    return " ".join([type(part).__name__, *[_value(value) for value in fields]])


def _value(value: object) -> str:
    match value:
        case Local(name):
            return name
        case Const(literal):
            return repr(literal)
        case Item(kind, inner, name, key):
            mark = {"positional": "", "keyword": f"{name}=", "*": "*", "**": "**"}[kind]
            before = "" if key is None else f"{_value(key)}: "
            return f"{mark}{before}{_value(inner)}"
        case Gap(_, construct, why):
            return f"<{construct}: {why}>"
        case tuple():
            return "(" + ", ".join([_value(item) for item in value]) + ")"
        case Span():
            return ""
        case _:
            return str(value)
