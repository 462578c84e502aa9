"""What a technique is given: the program, the subject, its transition system and a solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from haltcheck.basis.budget import Budget, BudgetSpentError
from haltcheck.model.abstract import Trust, build
from haltcheck.model.certificate import Invariants
from haltcheck.model.program import Program
from haltcheck.model.subject import Subject
from haltcheck.model.system import System, Transition, Unsuited
from haltcheck.model.term import holds, variables
from haltcheck.proof.encode import Prover, engine_of
from haltcheck.proof.invariant import invariants
from haltcheck.proof.journey import carried_on, may_go_on
from haltcheck.proof.path import inner, leaving
from haltcheck.proof.relation import relations
from haltcheck.proof.sample import Run, Samples, drawn
from haltcheck.proof.standstill import (
    is_seen_to_stand,
    looping,
    may_stand_still,
    stands_still,
)

_PATHS = 24
_LEAST = 100
_MOST_LOCATIONS = 8
_FEW_PATHS = 8
_SHARE = 3
"""One technique may spend this fraction of the queries of the subject."""

_SEARCH = 10
"""Searching asks many questions, each with this fraction of the effort that checking may take."""


STILL = "a round may change nothing that is known"


@dataclass(frozen=True)
class Problem:
    """One subject under one degree of trust; all else is derived once, on first use."""

    program: Program
    subject: Subject
    trust: Trust
    budget: Budget = field(default_factory=Budget)

    @cached_property
    def system(self) -> System | Unsuited:
        """The transition system of the subject, built from the program."""
        return build(self.program, self.subject, self.trust, self.budget)

    @cached_property
    def prover(self) -> Prover:
        """A solver for searching."""
        effort = self.budget.solver_effort // _SEARCH
        return Prover(effort, self.budget.queries, engine_of(self.program))

    @cached_property
    def samples(self) -> Samples:
        """Runs of the system on plain numbers."""
        for _ in self._drawing:
            pass
        return self._drawn

    @cached_property
    def _drawn(self) -> Samples:
        """The samples that were drawn so far."""
        return Samples()

    @cached_property
    def _drawing(self) -> Iterator[Run]:
        """Draws the samples, run by run: the first ones often tell all that is asked."""
        return drawn(self.system, self._drawn) if isinstance(self.system, System) else iter(())

    @cached_property
    def journeys(self) -> tuple[Run, ...]:
        """Those of the sampled runs that did not come to an end, carried on."""
        if not isinstance(self.system, System) or not may_go_on(self.system):
            return ()
        return carried_on(self.system, self.samples)

    @cached_property
    def unrankable(self) -> str:
        """Why no ranking function can exist, or nothing where one may."""
        if not isinstance(self.system, System):
            return self.system.reason
        if not self.system.complete:
            return "paths were cut off"
        loops = looping(self.system)
        seen = loops and is_seen_to_stand(loops, self._drawn, self._drawing)
        still = loops and (seen or stands_still(self.system, self.prover, self.samples))
        return "a round may change nothing that counts" if still else ""

    @cached_property
    def leaky(self) -> bool:
        """Some way out is open in every state: its guard speaks of nothing but its choices."""
        assert isinstance(self.system, System)
        ways = (self.system.transitions[index] for index in leaving(self.system))
        return any(_is_open(way) for way in ways)

    @cached_property
    def invariants(self) -> Invariants:
        """Inductive invariants of the system."""
        if not isinstance(self.system, System):
            return ()
        prover = self.prover.afresh(self.prover.effort, self.budget.queries // _SHARE)
        try:
            return invariants(self.system, prover, self.samples)
        except BudgetSpentError:
            return ()

    @cached_property
    def relations(self) -> Invariants:
        """Inductive invariants from dearer seeds, those of ``invariants`` included."""
        if not isinstance(self.system, System):
            return ()
        prover = self.prover.afresh(self.prover.effort, self.budget.queries // 2)
        try:
            return relations(self.system, prover, self.samples, self.invariants)
        except BudgetSpentError:
            return self.invariants

    @cached_property
    def unrelated(self) -> str:
        """Why the search for relations is not worth its cost here, or nothing."""
        if why := self.sprawling or self.vague:
            return why
        if self.budget.queries < _LEAST or len(self.samples.states) > _MOST_LOCATIONS:
            return "too many subjects or places for a longer search"
        return "" if self.relations != self.invariants else "no relation is inductive"

    def trusting(self, trust: Trust) -> Problem:
        """The same under another degree of trust; what is refuted already stays so."""
        other = Problem(self.program, self.subject, trust, self.budget)
        vars(other)["prover"] = self.prover.afresh(self.prover.effort, self.budget.queries)
        return other

    def of(self, system: System) -> Problem:
        """The same subject with a system that allows no less, as well known as it will ever be."""
        other = Problem(self.program, self.subject, self.trust, self.budget)
        vars(other).update(system=system, vague="")
        return other

    def share(self) -> None:
        """Gives the solver the part of the budget that one technique may spend."""
        self.prover.queries = self.budget.queries // _SHARE

    @cached_property
    def sprawling(self) -> str:
        """Why the dear searches are not worth their cost here, or nothing."""
        if self.unrankable or not isinstance(self.system, System):
            return self.unrankable
        if self.budget.crowded and self.vague:
            return self.vague
        most = _FEW_PATHS if self.budget.crowded else _PATHS
        return "too many paths for a longer search" if len(inner(self.system)) > most else ""

    @cached_property
    def vague(self) -> str:
        """Why the system says too little for searches that fit numbers, or nothing."""
        assert isinstance(self.system, System)
        drawn = (self.system.transitions[index] for index in inner(self.system))
        is_vague = any(set(one.choices) - one.world for one in drawn)
        return "a round computes what is not known" if is_vague else ""

    @cached_property
    def hopeless(self) -> str:
        """Why no ranking function exists with the invariants that are known, or nothing."""
        if self.unrankable or not isinstance(self.system, System):
            return self.unrankable
        if self.budget.crowded or not self.still:
            return self.still
        held = self.invariants
        return STILL if not held or may_stand_still(self.system, self.prover, held) else ""

    @cached_property
    def still(self) -> str:
        """Why no ranking function exists without any invariants, or nothing."""
        assert isinstance(self.system, System)
        prover = self.prover.afresh(self.prover.effort, self.budget.queries // _SHARE)
        try:
            return STILL if may_stand_still(self.system, prover, ()) else ""
        except BudgetSpentError:
            return ""


def _is_open(way: Transition) -> bool:
    """Whether a few plain choices are seen to satisfy a guard that speaks of nothing else."""
    if not variables(way.guard) <= set(way.choices):
        return False
    try:
        return any(holds(way.guard, dict.fromkeys(way.choices, one)) for one in (0, 1))
    except ZeroDivisionError:
        return False
