"""Functions of the file that ask nothing outside: what they give follows from what they get."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.calls import Dotted, Resolved, Resolver
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact, methods_named
from haltcheck.model.program import Function, Program, code_of


def only_computes(resolver: Resolver, function: Function, call: i.Invocation) -> bool:
    """Whether functions of the file alone answer a call, and only compute their answer."""
    run = resolver.resolve(function, call)
    if not isinstance(run, Resolved) or run.constructs or run.open_method or not run.qualnames:
        return False
    known = _known(resolver.program)
    key = frozenset(run.qualnames)
    if key not in known:
        known[key] = not any(_asks(resolver, one) for one in _reached(resolver, key))
    return known[key]


def _nothing_known(program: Program) -> dict[frozenset[str], bool]:
    return {}


_known = once(_nothing_known, most=4)


def _reached(resolver: Resolver, begun: frozenset[str]) -> list[str]:
    """The names of the functions that these run, themselves included."""
    found, pending = set(begun), list(begun)
    while pending:
        function = resolver.program.functions.get(pending.pop())
        if function is None:
            continue
        for one in code_of(function):
            run = resolver.resolve(function, one) if isinstance(one, i.Invocation) else None
            more = set(run.qualnames) - found if isinstance(run, Resolved) else set()
            found |= more
            pending += more
    return sorted(found)


def _asks(resolver: Resolver, qualname: str) -> bool:
    """Whether it waits, reads what others may write, or calls what is not seen to compute only."""
    function = resolver.program.functions.get(qualname)
    if function is None or function.in_class is not None:
        return True
    return any(_asks_by(resolver, function, one) for one in code_of(function))


def _asks_by(resolver: Resolver, function: Function, one: i.Instruction) -> bool:
    if isinstance(one, i.Suspend | i.GetAttribute):
        return not resolver.dotted(function, i.Local(one.target))
    if not isinstance(one, i.Invocation):
        return False
    match resolver.resolve(function, one):
        case Resolved(constructs=made):
            return bool(made)
        case Dotted(name=name):
            fact = function_fact(name)
            return isinstance(fact, Unlisted) or not fact.pure
        case _:
            facts = methods_named(one.name).values() if isinstance(one, i.CallMethod) else ()
            return not facts or not all(fact.pure for fact in facts)
