"""Parameters of which nothing is known but that they are handed on: their callees' kinds."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.frontend.expression import Constant, Parameter
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.access import asked, operands
from haltcheck.model.abstract.annotation import annotated
from haltcheck.model.abstract.demand import demands_of
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Return

_demands = once(demands_of)


_CALCULATES = frozenset({"+", "-", "*", "//", "%", "**"})
_COMPARES = frozenset({"<", "<=", ">", ">=", "==", "!="})
_NUMERIC = _CALCULATES | {f"{one}=" for one in _CALCULATES} | _COMPARES | {"neg"}


def takes_whole(resolver: Resolver, function: Function, name: str) -> bool:
    """Whether callees of this file get the parameter as it is and take whole numbers only.

    What else is done with it asks for no other kind: a function that looks whether it is None, or
    that comes with such a default, is made for more.
    """
    operand = i.Local(name)
    own = next((one for one in function.parameters if one.name == name), None)
    if name in function.shared | function.rebound or (own is not None and not _is_plain(own)):
        return False
    taken = False
    for block in function.blocks:
        if operand in asked(block.terminator) and not isinstance(block.terminator, Return):
            return False
        for one in block.instructions:
            if operand not in operands(one):
                continue
            if isinstance(one, i.Call) and operand in (item.value for item in one.items):
                run = resolver.resolve(function, one)
                if isinstance(run, Resolved) and _is_whole(resolver, run, one, operand):
                    taken = True
                elif one.text != "print":
                    return False
            elif not _calculates(one):
                return False
    return taken


def _is_plain(parameter: Parameter) -> bool:
    """Whether it has no default, or a whole number as one."""
    default = parameter.default
    return default is None or (isinstance(default, Constant) and type(default.value) is int)


def _calculates(one: i.Instruction) -> bool:
    """Whether an operator treats what it reads as a number."""
    if not isinstance(one, i.Operate):
        return False
    odd = any(isinstance(part, i.Const) and type(part.value) is not int for part in one.operands)
    return not odd and one.operator in _NUMERIC


def _is_whole(resolver: Resolver, run: Resolved, call: i.Call, operand: i.Local) -> bool:
    callee = resolver.program.functions.get(run.qualnames[0]) if len(run.qualnames) == 1 else None
    if callee is None or run.constructs or callee.in_class is not None:
        return False
    if any(item.kind != "positional" for item in call.items):
        return False
    for item, parameter in zip(call.items, callee.parameters, strict=False):
        if item.value == operand:
            if not _is_plain(parameter):
                return False
            told = parameter.annotation
            mask = _demands(callee).mask(parameter.name) if told is None else annotated(told)
            return mask == k.INT
    return False
