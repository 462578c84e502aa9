"""Parameters of which nothing is known but that they are handed on: their callees' kinds."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.annotation import annotated
from haltcheck.model.abstract.demand import demands_of
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function

_demands = once(demands_of)


def takes_whole(resolver: Resolver, function: Function, name: str) -> bool:
    """Whether some callee of this file gets the parameter as it is and takes whole numbers only."""
    operand = i.Local(name)
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, i.Call) and any(item.value == operand for item in one.items):
                run = resolver.resolve(function, one)
                if isinstance(run, Resolved) and _is_whole(resolver, run, one, operand):
                    return True
    return False


def _is_whole(resolver: Resolver, run: Resolved, call: i.Call, operand: i.Local) -> bool:
    callee = resolver.program.functions.get(run.qualnames[0]) if len(run.qualnames) == 1 else None
    if callee is None or run.constructs or callee.in_class is not None:
        return False
    if any(item.kind != "positional" for item in call.items):
        return False
    for item, parameter in zip(call.items, callee.parameters, strict=False):
        if item.value == operand:
            told = parameter.annotation
            mask = _demands(callee).mask(parameter.name) if told is None else annotated(told)
            return mask == k.INT
    return False
