"""One call of a function of the tree, and what is known of its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from haltcheck.basis.record import record
from haltcheck.frontend.expression import Constant
from haltcheck.model.instruction import Call, CallMethod, Const, Copy, Instruction, Operand
from haltcheck.model.program import Function
from haltcheck.verdict.condition import Argument, Known, Obscure, Renamed


@record
class Site:
    """A place in a lowered function that runs ``callee``.

    ``call`` is the instruction, None for a terminator; attribute reads and operators run
    properties and special methods. ``sure`` is false where the call may run something else of
    the file instead; ``open_method`` is what a subclass elsewhere might override.
    """

    callee: str
    block: int
    line: int
    call: Instruction | None
    sure: bool = True
    open_method: str = ""


class Writes:
    """Who writes each local of one function."""

    def __init__(self, function: Function) -> None:
        self._function = function
        self._parameters = {parameter.name for parameter in function.parameters}

    @cached_property
    def _makers(self) -> dict[str, list[Instruction | None]]:
        found: dict[str, list[Instruction | None]] = {}
        for block in self._function.blocks:
            for instruction in block.instructions:
                for name in _written(instruction):
                    found.setdefault(name, []).append(instruction)
            target = getattr(block.terminator, "target", None)
            if isinstance(target, str):
                found.setdefault(target, []).append(None)
        return found

    def argument(self, operand: Operand) -> Argument:
        """A literal, the function's own parameter as it came in, or nobody knows."""
        if isinstance(operand, Const):
            return Known(operand.value)
        if operand.name in self._function.rebound:
            return Obscure()
        makers = self._makers.get(operand.name, [])
        if operand.name in self._parameters:
            return Obscure() if makers else Renamed(operand.name)
        if len(makers) == 1 and isinstance(makers[0], Copy):
            return self.argument(makers[0].value)
        return Obscure()


def _written(instruction: Instruction) -> tuple[str, ...]:
    many = getattr(instruction, "targets", None) or getattr(instruction, "writes", None)
    target = getattr(instruction, "target", None)
    name = getattr(instruction, "name", None) if type(instruction).__name__ == "Unbind" else None
    return tuple(one for one in (target, name, *(many or ())) if isinstance(one, str))


def arguments(site: Site, writes: Writes, callee: Function) -> Mapping[str, Argument]:
    """What each parameter of the callee gets at the call, as far as it is known."""
    call = site.call
    if not isinstance(call, Call | CallMethod):
        return {}
    if any(item.kind in ("*", "**") for item in call.items):
        return {}
    takers = [one for one in callee.parameters if one.kind in ("positional only", "normal")]
    if takers and callee.in_class is not None and _is_bound(call, callee):
        takers = takers[1:]
    given: dict[str, Argument] = {}
    positional = [item for item in call.items if item.kind == "positional"]
    for parameter, item in zip(takers, positional, strict=False):
        given[parameter.name] = writes.argument(item.value)
    for item in call.items:
        if item.kind == "keyword" and item.name is not None:
            given[item.name] = writes.argument(item.value)
    for parameter in callee.parameters:
        default = parameter.default
        if parameter.name not in given and isinstance(default, Constant):
            given[parameter.name] = Known(default.value)
    return given


def fits(site: Site, callee: Function) -> bool:
    """Whether a plain function gets what it takes; else the call raises and never enters it.

    What is unpacked, and what methods get, is taken to fit.
    """
    call, parameters = site.call, callee.parameters
    if not isinstance(call, Call | CallMethod) or callee.in_class is not None:
        return True
    kinds = [*(item.kind for item in call.items), *(one.kind for one in parameters)]
    if "*" in kinds or "**" in kinds:
        return True
    by_place = [one.name for one in parameters if one.kind in ("positional only", "normal")]
    by_name = {one.name for one in parameters if one.kind != "positional only"}
    count = sum(item.name is None for item in call.items)
    named = {item.name for item in call.items if item.name is not None}
    given = named | set(by_place[:count])
    needed = {one.name for one in parameters if one.default is None}
    return count <= len(by_place) and by_name.issuperset(named) and needed <= given


def _is_bound(call: Call | CallMethod, callee: Function) -> bool:
    """Whether the receiver fills the first parameter: ``C.m(x)`` passes it by hand."""
    class_name = (callee.in_class or "").rpartition(".")[2]
    return not (isinstance(call, CallMethod) and call.text == f"{class_name}.{callee.name}")
