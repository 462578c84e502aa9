"""Runs the techniques, cheapest first, until the kernel accepts a claim."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import islice

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import Budget, BudgetSpentError
from haltcheck.basis.discover import load_all
from haltcheck.basis.record import record
from haltcheck.model.abstract import Trust
from haltcheck.model.certificate import Claim, GaveUp, Recurrent
from haltcheck.model.program import Program
from haltcheck.model.subject import Subject
from haltcheck.proof.condition import is_outside
from haltcheck.proof.kernel import Proof, check
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import PACKAGE, Technique

RAISE = "HALTCHECK_RAISE"
"""Where this is set in the environment, a technique that crashes is not forgiven."""

_CLAIMS = 8
"""So many of its claims are looked at: some ask for one number of the caller, others for none."""


@record
class Accepted:
    """The kernel accepted what ``technique`` claimed."""

    technique: str
    proof: Proof


@record
class Failed:
    """``technique`` gave up, or the kernel rejected its claim."""

    technique: str
    reason: str


Attempt = Accepted | Failed


def prove(program: Program, subject: Subject, *, budget: Budget) -> tuple[Attempt, ...]:
    """All that was tried; the last is ``Accepted`` where anything was proved.

    The search supposes that unresolved calls return and leave alone what counts: what is open
    even then stays open. Where a proof rests on such suppositions, another one without them is
    sought; where a divergence takes both the outside world and the caller, one that takes the
    world alone.
    """
    attempts: list[Attempt] = []
    cautious = Problem(program, subject, Trust.NOTHING, budget)
    trusting = cautious.trusting(Trust.CALLEES)
    for attempt in search(trusting):
        attempts.append(attempt)
        if isinstance(attempt, Accepted):
            found = _without_suppositions(cautious, attempt)
            return (*attempts[:-1], _without_the_caller(trusting, found))
    return tuple(attempts)


def _without_suppositions(cautious: Problem, found: Accepted) -> Accepted:
    """The answer proved without specific assumptions where that can be done.

    A divergence that needs none stands against halting that does.
    """
    if not found.proof.assumptions:
        return found
    for attempt in search(cautious):
        if isinstance(attempt, Accepted) and _is_firmer(attempt.proof, found.proof):
            return attempt
    return found


def _is_firmer(proof: Proof, supposing: Proof) -> bool:
    diverges = proof.answer is Answer.NON_HALT and not proof.assumptions
    return proof.answer is supposing.answer or diverges


def _without_the_caller(problem: Problem, found: Accepted) -> Accepted:
    """The divergence shown after an event of the world, whatever the arguments are, if it can be.

    A number that keeps a loop going is found first, though the end of the stream does so for all.
    """
    if not (found.proof.condition and _takes_the_world(found.proof)):
        return found
    try:
        for name, claim in islice(_after_event(problem), _CLAIMS):
            attempt = _settle(problem, name, claim)
            if isinstance(attempt, Accepted) and not attempt.proof.condition:
                return attempt
    except BudgetSpentError:
        return found
    except Exception:
        if RAISE in os.environ:
            raise
    return found


def _after_event(problem: Problem) -> Iterator[tuple[str, Claim]]:
    """What an event of the outside world alone is claimed to bring about, and by whom."""
    for name, technique in techniques():
        if technique.after_event:
            yield from ((name, claim) for claim in technique.claims(problem))


def _takes_the_world(proof: Proof) -> bool:
    """Whether a stream has come to its end in it, or the world chooses on the way round."""
    certificate = proof.certificate
    if isinstance(certificate, Recurrent) and any(certificate.picks):
        return True
    return any(is_outside(name) for name, _ in proof.witness.inputs)


def search(problem: Problem) -> Iterator[Attempt]:
    """The techniques' attempts in the order of their cost, up to the first that is accepted.

    Those are left out of which an earlier one shows that they would fail.
    """
    left: frozenset[str] | None = None
    for name, technique in techniques():
        if left is not None and name not in left:
            continue
        claim = _attempt(problem, technique)
        attempt = _settle(problem, name, claim)
        yield attempt
        if isinstance(attempt, Accepted):
            return
        if isinstance(claim, GaveUp) and claim.left is not None:
            left = claim.left


@cache
def techniques() -> tuple[tuple[str, Technique], ...]:
    """The open set of techniques, cheapest first."""
    kinds = load_all(PACKAGE, Technique)
    return tuple((name, kinds[name]()) for name in sorted(kinds, key=lambda n: (kinds[n].cost, n)))


def _attempt(problem: Problem, technique: Technique) -> Claim | GaveUp:
    problem.share()
    try:
        return technique.attempt(problem)
    except BudgetSpentError as error:
        return GaveUp(str(error))
    except Exception as error:
        if RAISE in os.environ:
            raise
        return GaveUp(f"crashed: {type(error).__name__}")


def _settle(problem: Problem, name: str, claim: Claim | GaveUp) -> Attempt:
    if isinstance(claim, GaveUp):
        return Failed(name, claim.reason)
    proof = check(problem, claim)
    return Accepted(name, proof) if isinstance(proof, Proof) else Failed(name, proof.reason)
