"""Checks certificates about what the environment or Python's own protocols do."""

from __future__ import annotations

from haltcheck.model.certificate import EndlessSequence, SelfLookup, Stuck
from haltcheck.proof.problem import Problem
from haltcheck.proof.ruling import Rejected, Ruling


def check_outside(problem: Problem, certificate: Stuck | SelfLookup | EndlessSequence) -> Ruling:
    """Follows the protocol or the event through the program."""
    del problem
    return Rejected(f"{type(certificate).__name__} does not hold here")
