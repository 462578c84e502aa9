"""Combines measures into a lexicographic ranking function, greedily, component by component.

A measure that rises on no transition of a strongly connected component and falls on some settles
those; what is left is a smaller problem of the same kind (Bradley, Manna and Sipma, CAV 2005;
Alias, Darte, Feautrier and Gonnord, SAS 2010). Where no measure does, a predicate that splits the
states into parts that do not come back to each other makes phases, ranked one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from haltcheck.model.certificate import GaveUp, Measure
from haltcheck.model.term import (
    ZERO,
    Formula,
    Integer,
    Term,
    add,
    compare,
    conjunction,
    invert,
    weight,
)
from haltcheck.proof.closure import Evaluator, evaluator
from haltcheck.proof.encode import Prover
from haltcheck.proof.offset import Edge, offsets
from haltcheck.proof.partition import Part, lift, order, partition
from haltcheck.proof.polynomial import difference, spell
from haltcheck.proof.rule import Rule, components, feasible

Source = Callable[[Sequence[Rule]], Iterable[Term | Measure]]
"""Where candidates come from: terms, or measures that rise on no rule."""

Splitter = Callable[[Sequence[Rule]], Iterable[Formula]]
"""Where candidate predicates for phases come from."""


_HEAVIEST = 20_000
"""No term is carried along a path where it might grow heavier."""


def _nothing(rules: Sequence[Rule]) -> Iterable[Term | Measure]:
    del rules
    return ()


@dataclass(frozen=True)
class Search:
    """One search: its solver and where its guesses come from; ``depth`` bounds nested phases.

    ``costly`` measures are for the second of two phases, when the first is ranked without them.
    """

    prover: Prover
    measures: Source
    phases: Splitter
    depth: int = 0
    costly: Source = _nothing

    def rank(self, rules: Sequence[Rule]) -> tuple[Measure, ...] | GaveUp:
        """Measures that rank every one of the rules."""
        left = feasible(self.prover, rules)
        if not left:
            return ()
        parts = components(left)
        found: list[Measure] = []
        if any(_crosses(rule, parts) for rule in left):
            order = [
                (place, Integer(len(parts) - rank))
                for rank, part in enumerate(parts)
                for place in sorted(part)
            ]
            found.append(tuple(order))
        for part in parts:
            mine = [rule for rule in left if {rule.path.source, rule.path.target} <= part]
            ranked = self._rank_component(mine) if mine else ()
            if isinstance(ranked, GaveUp):
                return ranked
            found.extend(ranked)
        return tuple(found)

    def _rank_component(self, rules: list[Rule]) -> tuple[Measure, ...] | GaveUp:
        for term in self.measures(rules):
            step = (
                self._leftover(term, rules) if isinstance(term, tuple) else self._try(term, rules)
            )
            if step is not None:
                measure, left = step
                rest = self.rank(left)
                return rest if isinstance(rest, GaveUp) else (measure, *rest)
        if self.depth > 0:
            return self._split(rules)
        return GaveUp("no measure falls on what is left")

    def _try(self, term: Term, rules: list[Rule]) -> tuple[Measure, list[Rule]] | None:
        """The measure for this term, and what it leaves open; None where it settles nothing."""
        if weight(term) * max(rule.heaviness for rule in rules) > _HEAVIEST:
            return None
        single = len({rule.path.source for rule in rules}) == 1
        if not _plausible(term, rules, single):
            return None
        edges: list[Edge] = []
        for rule in rules:
            most = self._most(rule, _change(term, rule), single)
            if most is None:
                return None
            edges.append(Edge(rule.path.source, rule.path.target, most))
        shift = offsets(edges)
        if shift is None:
            return None
        measure = tuple((place, add(term, Integer(by))) for place, by in sorted(shift.items()))
        return self._leftover(measure, rules)

    def _most(self, rule: Rule, change: Term, single: bool) -> int | None:
        """A bound on how much the term rises along the rule; None where none is found."""
        if isinstance(change, Integer):
            return change.value if change.value <= 0 or not single else None
        value = evaluator(change)
        seen = max((_on(value, step) for step in rule.steps), default=-1)
        for bound in (-1, 0) if single else (-1, 0, 1):
            if seen > bound:
                continue
            if self.prover.refutes(conjunction(rule.guard, compare("<", Integer(bound), change))):
                return bound
        return None

    def _leftover(self, measure: Measure, rules: list[Rule]) -> tuple[Measure, list[Rule]] | None:
        left: list[Rule] = []
        progress = False
        for rule in rules:
            falls = _falls(measure, rule)
            if self.prover.entails(rule.guard, falls):
                progress = True
                continue
            rest = rule.where(invert(falls))
            progress = progress or (bool(rule.steps) and len(rest.steps) < len(rule.steps))
            left.append(rest)
        return (measure, left) if progress else None

    def _split(self, rules: list[Rule]) -> tuple[Measure, ...] | GaveUp:
        for predicate in self.phases(rules):
            parts = partition(self.prover, predicate, rules)
            ranked = self._rank_parts(parts) if parts else GaveUp("it splits nothing")
            if isinstance(ranked, GaveUp):
                continue
            found = [order(parts, predicate)]
            for part, measures in zip(parts, ranked, strict=True):
                found += [lift(measure, part, predicate) for measure in measures]
            return tuple(found)
        return GaveUp("no measure falls on what is left, and no phase ends")

    def _rank_parts(self, parts: Sequence[Part]) -> list[tuple[Measure, ...]] | GaveUp:
        """Ranks all of them, one of them with costly measures if need be."""
        cheap = replace(self, depth=self.depth - 1)
        ranked = [cheap.rank(part.rules) if part.rules else () for part in parts]
        for index, one in enumerate(ranked):
            if isinstance(one, GaveUp):
                if any(isinstance(other, GaveUp) for other in ranked[index + 1 :]):
                    return one
                dear = replace(self, measures=self.costly, depth=0)
                ranked[index] = dear.rank(parts[index].rules)
        found = [one for one in ranked if not isinstance(one, GaveUp)]
        return found if len(found) == len(ranked) else GaveUp("a phase is not ranked")


def _crosses(rule: Rule, parts: list[frozenset[int]]) -> bool:
    return not any({rule.path.source, rule.path.target} <= part for part in parts)


def _change(term: Term, rule: Rule) -> Term:
    return spell(difference(rule.path.value(term), term))


def _falls(measure: Measure, rule: Rule) -> Formula:
    at = dict(measure)
    before = at[rule.path.source]
    change = spell(difference(rule.path.value(at[rule.path.target]), before))
    return conjunction(compare("<", change, ZERO), compare("<=", ZERO, before))


def _on(value: Evaluator, step: object) -> int:
    try:
        before = step.before  # type: ignore[attr-defined]
        choices = step.choices  # type: ignore[attr-defined]
        return value({**before, **{f"{name}@0": one for name, one in choices}})
    except (KeyError, ZeroDivisionError):
        return -1


def _plausible(term: Term, rules: list[Rule], single: bool) -> bool:
    """Some run through the rules shows it falling, and none shows it rising for good."""
    value = evaluator(term)
    falls = not any(rule.steps for rule in rules)
    for rule in rules:
        for step in rule.steps:
            try:
                change = value(step.after) - value(step.before)
            except (KeyError, ZeroDivisionError):
                return False
            if change > 0 and (single or rule.path.source == rule.path.target):
                return False
            falls = falls or change < 0
    return falls or not single
