"""Transitions inside a subject as a ranking search sees them: what is known, and samples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from haltcheck.model.certificate import Invariants
from haltcheck.model.system import System
from haltcheck.model.term import Formula, conjunction, weight
from haltcheck.proof.closure import Decider, decider
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_halting import known
from haltcheck.proof.path import Path, inner, single
from haltcheck.proof.problem import Problem
from haltcheck.proof.sample import Step

T = TypeVar("T", int, tuple[int, bool])


@dataclass(frozen=True)
class Rule:
    """One transition that is not ranked yet: where ``guard`` holds, with some runs through it."""

    path: Path
    guard: Formula
    steps: tuple[Step, ...]

    @cached_property
    def heaviness(self) -> int:
        """The weight of the heaviest update."""
        return max((weight(term) for term in self.path.update.values()), default=1)

    def where(self, formula: Formula) -> Rule:
        """The rule in those states only."""
        test = decider(formula)
        kept = tuple(step for step in self.steps if _true(test, step))
        return replace(self, guard=conjunction(self.guard, formula), steps=kept)


def _true(test: Decider, step: Step) -> bool:
    try:
        return test({**step.before, **_fresh(step)})
    except (KeyError, ZeroDivisionError):
        return False


def _fresh(step: Step) -> dict[str, int]:
    return {f"{name}@0": value for name, value in step.choices}


def rules_of(problem: Problem, system: System, invariants: Invariants) -> list[Rule]:
    """Every transition inside, with what is known where it starts."""
    found = []
    for index in inner(system):
        path = single(system, index)
        guard = conjunction(known(system, invariants, path.source), path.guard)
        found.append(Rule(path, guard, tuple(problem.samples.steps.get(index, ()))))
    return found


def feasible(prover: Prover, rules: Iterable[Rule]) -> list[Rule]:
    """Those that may be taken at all."""
    return [rule for rule in rules if rule.steps or not prover.refutes(rule.guard)]


def components(rules: Iterable[Rule]) -> list[frozenset[int]]:
    """The strongly connected components of the locations, first those that reach the others."""
    return strong((rule.path.source, rule.path.target) for rule in rules)


def strong(edges: Iterable[tuple[T, T]]) -> list[frozenset[T]]:
    """The strongly connected components of a graph, first those that reach the others."""
    following: dict[T, set[T]] = {}
    for source, target in edges:
        following.setdefault(source, set()).add(target)
        following.setdefault(target, set())
    reach = {node: _reachable(following, node) for node in following}
    found: list[frozenset[T]] = []
    for node in sorted(following, key=lambda one: (-len(reach[one] | {one}), one)):
        if not any(node in component for component in found):
            alike = {other for other in reach[node] if node in reach[other]}
            found.append(frozenset(alike | {node}))
    return found


def _reachable(edges: Mapping[T, set[T]], start: T) -> set[T]:
    seen: set[T] = set()
    pending = list(edges[start])
    while pending:
        node = pending.pop()
        if node not in seen:
            seen.add(node)
            pending.extend(edges[node])
    return seen
