"""Divides the inputs of a subject: where it diverges, and where it is left for certain.

Runs from all small inputs suggest where it diverges; plain comparisons are looked for that hold
there and nowhere else (a greedy cover); for each a closed set of states is sought, and on all
other inputs a halting proof (conditional termination: Borralleras et al., TACAS 2017, with the
samples of ICE learning, Garg et al., CAV 2014). What is found is believed by the kernel alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget, BudgetSpentError
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Bounded, GaveUp, Ranking
from haltcheck.model.program import Program
from haltcheck.model.system import System
from haltcheck.model.term import (
    Formula,
    Integer,
    Variable,
    compare,
    conjunction,
    disjunction,
    invert,
)
from haltcheck.proof.bulk import is_bulky
from haltcheck.proof.closed import closed, piece_of
from haltcheck.proof.condition import is_outside, is_sayable, is_total
from haltcheck.proof.cover import Known, cover, survey, weight
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.grid import Trial, trial, trials
from haltcheck.proof.invariant import holds_in
from haltcheck.proof.kernel import Proof, divided
from haltcheck.proof.kernel_region import check_piece
from haltcheck.proof.narrow import narrowed
from haltcheck.proof.path import bounds
from haltcheck.proof.plainest import plainest
from haltcheck.proof.problem import Problem
from haltcheck.proof.prove import Accepted, search
from haltcheck.proof.region import Partition, Piece, Rest
from haltcheck.proof.ruling import Granted
from haltcheck.proof.seed import seeds
from haltcheck.proof.simplify import atoms_of, canonical

_QUERIES = 400
_ROUNDS = 3
_SEARCHES = 6
_MODELS = 6
_LONGEST = 150
_LONGEST_PART = 40


def conditioned(program: Program, proof: Proof, budget: Budget) -> Proof:
    """A divergence with the condition that all its inputs have in common, as far as is shown."""
    if proof.answer is not Answer.NON_HALT or not proof.condition:
        return proof
    trust = Trust.CALLEES if proof.assumptions else Trust.NOTHING
    problem = Problem(program, proof.subject, trust, budget)
    found = divide(problem, proof)
    better = found if isinstance(found, GaveUp) else divided(problem, proof, found)
    return better if isinstance(better, Proof) else proof


def divide(problem: Problem, proof: Proof) -> Partition | GaveUp:
    """The inputs for which the subject diverges, as many as can be proved, and the rest."""
    system = problem.system
    if not isinstance(system, System):
        return GaveUp(system.reason)
    if is_bulky(system):
        return GaveUp("its terms are too large")
    if any(is_outside(one.name) for one in system.variables):
        return GaveUp("the outside world chooses as well")
    names = [one.name for one in system.variables if one.parameter]
    if not names or not all(is_sayable(name) for name in names):
        return GaveUp("the caller chooses nothing, or something that is no number")
    prover = problem.prover.afresh(problem.prover.effort, min(_QUERIES, problem.budget.queries))
    division = _Division(problem, system, prover)
    if problem.budget.crowded:
        division.searches = 1
    with suppress(BudgetSpentError):
        division.run(proof)
    return division.result()


@dataclass
class _Division:
    """One search, with what it has found so far."""

    problem: Problem
    system: System
    prover: Prover
    pieces: list[Piece] = field(default_factory=list)
    rest: tuple[Rest, ...] = ()
    runs: tuple[Trial, ...] = ()
    ways: tuple[Formula, ...] = ()
    searches: int = _SEARCHES

    def run(self, proof: Proof) -> None:
        """Pieces that runs suggest, then what the certificate says, then all others."""
        found = trials(self.system)
        self.runs = () if isinstance(found, GaveUp) else found
        own = list(piece_of(self.system, self.prover, proof.certificate))
        failed = self._learn(own)
        objections = self._objections(failed)
        if objections:
            self.runs = (*self.runs, *objections)
            failed = self._learn(own)
        for inputs in failed:
            self._search(inputs)
        for piece in own[: 1 if self.pieces else 2]:
            self._add(piece)
        known = self._known(own)
        halting = cover(known, self._bits(True), self._bits(False))
        self._others([conjunction(*parts) for parts in halting])

    def _learn(self, own: Sequence[Piece]) -> Sequence[Formula]:
        """What holds where runs seem endless; back come those parts of it that are no pieces."""
        known = self._known(own)
        found = cover(known, self._bits(False), self._bits(True))
        self.ways = tuple(conjunction(*parts) for parts in found)
        if len(self.ways) > 1 and self._suggest(disjunction(*self.ways)):
            return ()
        return [inputs for inputs in self.ways if not self._suggest(inputs)]

    def _objections(self, failed: Sequence[Formula]) -> Sequence[Trial]:
        """Runs that end although they start from such inputs, as far apart as the solver finds."""
        found: list[Trial] = []
        names = [one.name for one in self.system.variables if one.parameter]
        for inputs in failed:
            wanted = conjunction(self._given(), inputs)
            for _ in range(_MODELS):
                reply = self.prover.ask(wanted)
                if not isinstance(reply, Found):
                    break
                values = tuple((name, reply.values.get(name, 0)) for name in names)
                run = trial(self.system, values)
                found += [run] if isinstance(run, Trial) and run.ends else []
                apart = (compare("!=", Variable(name), Integer(value)) for name, value in values)
                wanted = conjunction(wanted, *apart)
        return found

    def _known(self, own: Sequence[Piece]) -> Known:
        told = [canonical(atom) for piece in own for atom in atoms_of(piece.inputs)]
        plain = [atom for atom in told if is_total(atom) and weight(atom) <= _LONGEST_PART]
        return survey((*seeds(self.system), *plain), [dict(run.inputs) for run in self.runs])

    def _bits(self, ends: bool) -> int:
        return sum((run.ends is ends) << position for position, run in enumerate(self.runs))

    def _suggest(self, inputs: Formula) -> bool:
        """Whether just these inputs are a piece."""
        runs = [run for run in self.runs if not run.ends and _in(inputs, run)]
        piece = closed(self.system, self.prover, inputs, runs, self.ways)
        return isinstance(piece, Piece) and self._add(piece)

    def _search(self, inputs: Formula) -> None:
        """Those of the inputs from which a cycle is known."""
        runs = [run for run in self.runs if not run.ends and _in(inputs, run)]
        proof = self._proof(inputs, runs)
        if isinstance(proof, Proof) and proof.answer is Answer.NON_HALT:
            for piece in piece_of(self.system, self.prover, proof.certificate):
                self._add(piece)

    def _proof(self, inputs: Formula, runs: Sequence[Trial]) -> Proof | GaveUp:
        """What the techniques find for these inputs alone."""
        self.searches -= 1
        if self.searches >= 0:
            for attempt in search(narrowed(self.problem, self.system, inputs, runs)):
                if isinstance(attempt, Accepted):
                    return attempt.proof
        return GaveUp("nothing is known of these inputs")

    def _add(self, piece: Piece) -> bool:
        if not is_total(piece.inputs) or weight(piece.inputs) > _LONGEST:
            return False
        if not isinstance(check_piece(self.system, self.prover, piece), Granted):
            return False
        if not self.prover.entails(conjunction(self._given(), piece.inputs), self._diverging()):
            self.pieces.append(piece)
        return True

    def _given(self) -> Formula:
        return conjunction(bounds(self.system), self.system.entry_condition)

    def _diverging(self) -> Formula:
        return disjunction(*(piece.inputs for piece in self.pieces))

    def _others(self, parts: Sequence[Formula]) -> None:
        """A halting proof for all other inputs, or new pieces while some come."""
        for _ in range(_ROUNDS):
            others = canonical(invert(self._diverging()))
            if self.prover.refutes(conjunction(self._given(), others)):
                return
            found = self._halting(others)
            if isinstance(found, Rest):
                self.rest = (found,)
                return
            count = len(self.pieces)
            if isinstance(found, Proof):
                for piece in piece_of(self.system, self.prover, found.certificate):
                    self._add(piece)
            if len(self.pieces) == count:
                break
        self._split(parts)

    def _split(self, parts: Sequence[Formula]) -> None:
        """Halting proofs part by part, where the parts are all of the other inputs."""
        left = conjunction(self._given(), invert(self._diverging()))
        if len(parts) < 2 or not self.prover.entails(left, disjunction(*parts)):
            return
        found = [self._halting(part) for part in parts]
        rest = tuple(one for one in found if isinstance(one, Rest))
        if self.prover.entails(left, disjunction(*(one.inputs for one in rest))):
            self.rest = rest

    def _halting(self, inputs: Formula) -> Rest | Proof | GaveUp:
        runs = [run for run in self.runs if run.ends and _in(inputs, run)]
        proof = self._proof(inputs, runs)
        if isinstance(proof, Proof) and isinstance(proof.certificate, Ranking | Bounded):
            return Rest(inputs, proof.certificate)
        return proof

    def result(self) -> Partition | GaveUp:
        """The partition, its condition as plain as can be."""
        if not self.pieces:
            return GaveUp("no inputs are known from which it never ends")
        given, whole = self._given(), self._diverging()
        others = invert(disjunction(*(rest.inputs for rest in self.rest))) if self.rest else whole
        asked = self.prover.afresh(self.prover.effort, min(_QUERIES, self.problem.budget.queries))
        said = plainest(asked, given, whole, (disjunction(*self.ways), others))
        return Partition(said, tuple(self.pieces), self.rest)


def _in(inputs: Formula, run: Trial) -> bool:
    return holds_in(inputs, dict(run.inputs))
