"""Locals that are integers and never negative, whatever the function does."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import bound
from haltcheck.model.program import Function, Next

_KEEPS = frozenset({"+", "*", "//", "%", "&", "|", "^", "<<", ">>", "**"})
_TESTS = frozenset({"<", "<=", ">", ">=", "==", "!=", "is", "is not", "not", "truth"})


@once
def never_negative(function: Function) -> frozenset[str]:
    """The locals whose every binding gives an integer that is not negative.

    They are the greatest set in which each binding is a constant, a copy of a member or an
    operator that keeps members so.
    """
    bindings: dict[str, list[i.Instruction]] = {}
    free = {parameter.name for parameter in function.parameters} | function.rebound
    for block in function.blocks:
        for instruction in block.instructions:
            for target in bound(instruction):
                bindings.setdefault(target, []).append(instruction)
        if isinstance(block.terminator, Next):
            free.add(block.terminator.target)
        if block.handler is not None:
            free.add(block.caught)
    found = set(bindings) - free
    changed = True
    while changed:
        kept = {name for name in found if all(_keeps(one, found) for one in bindings[name])}
        changed = kept != found
        found = kept
    return frozenset(found)


def _keeps(instruction: i.Instruction, members: set[str]) -> bool:
    match instruction:
        case i.Copy(value=value):
            return _is_member(value, members)
        case i.Operate(operator=operator, operands=operands):
            if operator in _TESTS:
                return all(_is_member(operand, members) for operand in operands)
            plain = operator.removesuffix("=")
            return plain in _KEEPS and all(_is_member(operand, members) for operand in operands)
        case i.Unbind():
            return True
        case _:
            return False


def _is_member(operand: i.Operand, members: set[str]) -> bool:
    if isinstance(operand, i.Const):
        return isinstance(operand.value, int) and operand.value >= 0
    return operand.name in members
