"""Generator expressions that only look at what they are handed, whoever runs them."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.fact import Unlisted
from haltcheck.model.known import function_fact, methods_named
from haltcheck.model.program import Function

_PLAIN = (
    i.Copy,
    i.Operate,
    i.Build,
    i.GetAttribute,
    i.GetItem,
    i.LoadGlobal,
    i.LoadFree,
    i.GetIterator,
    i.Unpack,
    i.Suspend,
    i.Unbind,
)


def only_looks(resolver: Resolver, function: Function) -> bool:
    """Whether nothing that it runs changes, reads or waits for anything."""
    return all(
        _looks(resolver, function, one) for block in function.blocks for one in block.instructions
    )


def _looks(resolver: Resolver, function: Function, one: i.Instruction) -> bool:
    match one:
        case i.Suspend(kind=kind):
            return kind == "yield"
        case i.Call():
            run = resolver.resolve(function, one)
            fact = function_fact(run.name) if isinstance(run, Dotted) else Unlisted("")
            facts = [] if isinstance(fact, Unlisted) else [fact]
        case i.CallMethod(name=name):
            facts = list(methods_named(name).values())
        case _:
            return isinstance(one, _PLAIN)
    return bool(facts) and all(
        fact.writes == "nothing" and not (fact.waits or fact.calls or fact.consumes or fact.world)
        for fact in facts
    )
