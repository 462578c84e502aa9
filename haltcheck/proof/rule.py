"""Transitions inside a subject as a ranking search sees them: what is known, and samples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from haltcheck.model.certificate import Invariants
from haltcheck.model.system import System
from haltcheck.model.term import Formula, conjunction
from haltcheck.proof.closure import Decider, decider
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_halting import known
from haltcheck.proof.path import Path, inner, single
from haltcheck.proof.problem import Problem
from haltcheck.proof.sample import Step


@dataclass(frozen=True)
class Rule:
    """One transition that is not ranked yet: where ``guard`` holds, with some runs through it."""

    path: Path
    guard: Formula
    steps: tuple[Step, ...]

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
    edges: dict[int, set[int]] = {}
    for rule in rules:
        edges.setdefault(rule.path.source, set()).add(rule.path.target)
        edges.setdefault(rule.path.target, set())
    reach = {location: _reachable(edges, location) for location in edges}
    found: list[frozenset[int]] = []
    for location in sorted(edges, key=lambda one: (-len(reach[one] | {one}), one)):
        if not any(location in component for component in found):
            alike = {other for other in reach[location] if location in reach[other]}
            found.append(frozenset(alike | {location}))
    return found


def _reachable(edges: dict[int, set[int]], start: int) -> set[int]:
    seen: set[int] = set()
    pending = list(edges[start])
    while pending:
        location = pending.pop()
        if location not in seen:
            seen.add(location)
            pending.extend(edges[location])
    return seen
