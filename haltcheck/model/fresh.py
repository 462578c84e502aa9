"""Which locals only ever hold objects that the running call itself has made."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.fact import Fact
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function, Next

# What these results are, nobody else holds when they are made.
_NEW = frozenset({"list", "dict", "set", "bytearray", "deque"})
_IMMUTABLE = frozenset({"int", "float", "bool", "str", "bytes", "none", "complex", "range"})


def fresh_locals(function: Function, resolver: Resolver) -> frozenset[str]:
    """Locals that no caller can reach when they are bound: writes to them are not its business.

    What a container holds, or an attribute refers to, may still be the caller's.
    """
    old = {parameter.name for parameter in function.parameters} | set(function.rebound)
    copies: list[tuple[str, str]] = []
    names: set[str] = set()
    for block in function.blocks:
        for instruction in block.instructions:
            names.update(bound(instruction))
            match instruction:
                case i.Copy(target=target, value=i.Local(name=name)):
                    copies.append((target, name))
                case i.Operate(target=target, operator=sign, operands=(i.Local(name=name), _)) if (
                    sign.endswith("=") and sign not in ("==", "!=", "<=", ">=")
                ):
                    copies.append((target, name))
                case _:
                    if not _makes(function, resolver, instruction):
                        old.update(bound(instruction))
        if type(block.terminator) is Next:
            old.add(block.terminator.target)
        if block.handler is not None:
            old.add(block.caught)
    changed = True
    while changed:
        changed = False
        for target, name in copies:
            if target not in old and (name in old or name not in names):
                old.add(target)
                changed = True
    return frozenset(names - old)


def _makes(function: Function, resolver: Resolver, instruction: i.Instruction) -> bool:
    """Whether all that the instruction binds is new or cannot change."""
    match instruction:
        case i.Copy() | i.Build() | i.Operate() | i.MakeFunction() | i.MakeClass():
            return True
        case i.Call(function=called):
            match resolver.resolve(function, instruction):
                case Resolved(constructs=cls):
                    return bool(cls)
            fact = function_fact(resolver.dotted(function, called))
            return type(fact) is Fact and (_NEW | _IMMUTABLE).issuperset(fact.returns)
        case _:
            return not bound(instruction)
