"""What a caller needs to know of a function, computed callees first and handed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from haltcheck.basis.answer import Answer
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.effect import Effects
from haltcheck.model.fact import Fact
from haltcheck.model.gather import Gatherer
from haltcheck.model.known import function_fact
from haltcheck.model.program import Function, Return


@record
class Summary:
    """``returns`` are the kinds of its result where they are obvious, else ``any``.

    ``never_returns`` where no path reaches a ``return``: it always raises, or goes on for ever.
    ``halts`` is UNKNOWN until a proof strengthens it.
    """

    qualname: str
    effects: Effects
    returns: frozenset[str] = frozenset({"any"})
    is_generator: bool = False
    is_async: bool = False
    never_returns: bool = False
    halts: Answer = Answer.UNKNOWN


class _Known(Mapping[str, Effects]):
    """The effects of finished functions, and so far those of the component at hand."""

    def __init__(self, summaries: Mapping[str, Summary], own: dict[str, Effects]) -> None:
        self.summaries = summaries
        self.own = own

    def __getitem__(self, name: str) -> Effects:
        return self.own[name] if name in self.own else self.summaries[name].effects

    def __contains__(self, name: object) -> bool:
        return name in self.own or name in self.summaries

    def __iter__(self) -> Iterator[str]:
        return iter(self.own.keys() | self.summaries.keys())

    def __len__(self) -> int:
        return len(self.own.keys() | self.summaries.keys())


def summarise(
    resolver: Resolver, component: tuple[str, ...], summaries: Mapping[str, Summary]
) -> dict[str, Summary]:
    """The summaries of one component of the call graph, whose callees are in ``summaries``.

    Functions that call each other are gone over until their effects stay the same.
    """
    functions = [
        resolver.program.functions[name] for name in component if name in resolver.program.functions
    ]
    known = _Known(summaries, {function.qualname: Effects() for function in functions})
    gatherer = Gatherer(resolver, known)
    # Effects only grow, and there are finitely many: each path is of bounded length.
    while True:
        before = dict(known.own)
        for function in functions:
            known.own[function.qualname] = gatherer.whole(function)
        if gatherer.used.isdisjoint(component) or known.own == before:
            break
    return {
        function.qualname: _summary(resolver, function, known.own[function.qualname])
        for function in functions
    }


def strengthened(summary: Summary, halts: Answer) -> Summary:
    """The summary once it is known whether the function halts."""
    return replace(summary, halts=halts)


def _summary(resolver: Resolver, function: Function, effects: Effects) -> Summary:
    ends = [block.terminator for block in function.blocks if type(block.terminator) is Return]
    kinds: set[str] = set()
    for end in ends:
        if type(end) is Return:
            kinds |= _kinds(resolver, function, end.value)
    return Summary(
        function.qualname,
        effects,
        frozenset(kinds) if kinds else frozenset({"any"}),
        function.is_generator,
        function.is_async,
        never_returns=not ends,
    )


def _kinds(resolver: Resolver, function: Function, value: i.Operand) -> set[str]:
    if type(value) is i.Const:
        return {"none" if value.value is None else type(value.value).__name__}
    match resolver.bindings(function).origin(value):
        case i.Build(kind=kind):
            return {kind}
        case i.Operate(operator="not" | "truth" | "is" | "is not" | "in" | "not in"):
            return {"bool"}
        case i.Operate(operator="join" | "format"):
            return {"str"}
        case i.Call(function=called):
            fact = function_fact(resolver.dotted(function, called))
            return set(fact.returns) if type(fact) is Fact else {"any"}
        case _:
            return {"any"}
