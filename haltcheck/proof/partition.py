"""Splits every location in two by a predicate and looks at what can follow what then.

A node is a location with the predicate's truth there. Where the nodes fall apart into several
strongly connected components, each is a smaller problem, and the number of the component a
measure. A predicate that never comes true again once it is false is the simplest case.
"""

from __future__ import annotations

from collections.abc import Sequence

from haltcheck.basis.record import record
from haltcheck.model.certificate import Measure
from haltcheck.model.term import (
    ZERO,
    Formula,
    Integer,
    Term,
    choose,
    conjunction,
    invert,
)
from haltcheck.proof.encode import Prover
from haltcheck.proof.rule import Rule, feasible, strong

Node = tuple[int, bool]


@record
class Part:
    """A strongly connected component of nodes with the rules inside it."""

    nodes: frozenset[Node]
    rules: tuple[Rule, ...]


def partition(prover: Prover, predicate: Formula, rules: Sequence[Rule]) -> tuple[Part, ...]:
    """The components that the predicate makes, first those that reach others; empty for one."""
    if len(strong(_seen(predicate, rules))) == 1:
        return ()
    edges: list[tuple[Node, Node, Rule]] = []
    for rule in rules:
        for before in (True, False):
            for after in (True, False):
                edges += _edge(prover, predicate, rule, before, after)
    groups = strong([(source, target) for source, target, _ in edges])
    if len(groups) == 1 and len(groups[0]) > len({rule.path.source for rule in rules}):
        return ()
    return tuple(
        Part(
            nodes,
            tuple(rule for source, target, rule in edges if {source, target} <= nodes),
        )
        for nodes in groups
    )


def _edge(
    prover: Prover, predicate: Formula, rule: Rule, before: bool, after: bool
) -> list[tuple[Node, Node, Rule]]:
    """The rule from states where the predicate is so to states where it is so, if that can be."""
    start = predicate if before else invert(predicate)
    end = rule.path.after(predicate if after else invert(predicate))
    part = rule.where(conjunction(start, end))
    if not feasible(prover, [part]):
        return []
    return [((rule.path.source, before), (rule.path.target, after), part)]


def _seen(predicate: Formula, rules: Sequence[Rule]) -> list[tuple[Node, Node]]:
    """The edges that sampled steps show, and all nodes as loops where there are none."""
    found: dict[tuple[Node, Node], None] = {}
    for rule in rules:
        for before in (True, False):
            start = rule.where(predicate if before else invert(predicate))
            for after in (True, False) if start.steps else ():
                end = rule.path.after(predicate if after else invert(predicate))
                if start.where(end).steps:
                    found[(rule.path.source, before), (rule.path.target, after)] = None
    places = {place for rule in rules for place in (rule.path.source, rule.path.target)}
    loops = [((place, side), (place, side)) for place in places for side in (True, False)]
    return [*found, *loops]


def order(parts: Sequence[Part], predicate: Formula) -> Measure:
    """The number of the component: it falls from one to the next and stays within one."""
    ranks = {node: len(parts) - rank for rank, part in enumerate(parts) for node in part.nodes}
    return tuple(
        (
            place,
            choose(
                predicate,
                Integer(ranks.get((place, True), 0)),
                Integer(ranks.get((place, False), 0)),
            ),
        )
        for place in sorted({place for place, _ in ranks})
    )


def lift(measure: Measure, part: Part, predicate: Formula) -> Measure:
    """The measure inside the component, and 0 outside."""
    return tuple((place, _inside(place, term, part, predicate)) for place, term in measure)


def _inside(place: int, term: Term, part: Part, predicate: Formula) -> Term:
    true, false = ((place, side) in part.nodes for side in (True, False))
    if true and false:
        return term
    if true:
        return choose(predicate, term, ZERO)
    return choose(invert(predicate), term, ZERO) if false else ZERO
