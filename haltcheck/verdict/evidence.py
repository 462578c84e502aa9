"""What is known of one subject when the judge sees it."""

from __future__ import annotations

from dataclasses import dataclass

from haltcheck.basis.answer import Answer, Basis
from haltcheck.model.certificate import (
    Certificate,
    Claim,
    Ended,
    Recurrent,
    Replay,
    Stuck,
    Trapped,
)
from haltcheck.verdict.features import UNSEEN, Features
from haltcheck.verdict.verdict import Moment, Witness


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim that the kernel accepted.

    ``event`` is the environment's event that the divergence needs; ``lasso`` the lines and locals
    of a run that was followed: its stem and its cycle.
    """

    claim: Claim
    technique: str
    event: str = ""
    lasso: tuple[tuple[Moment, ...], tuple[Moment, ...]] = ((), ())

    @property
    def basis(self) -> Basis:
        """Assumed where anything specific is supposed; a replay where a run stands behind it."""
        if self.claim.assumptions:
            return Basis.ASSUMED
        if isinstance(self.claim.certificate, Replay | Ended):
            return Basis.REPLAY
        return Basis.PROOF


@dataclass(frozen=True, slots=True)
class Open:
    """Nothing was shown: why the techniques gave up, and what the rollouts did."""

    reasons: tuple[str, ...]
    features: Features = UNSEEN


Evidence = Settled | Open


def witness(settled: Settled) -> Witness | None:
    """The run that stays inside for ever, as far as the certificate names it."""
    if settled.claim.answer is not Answer.NON_HALT:
        return None
    stem, cycle = settled.lasso
    return Witness(_inputs(settled.claim.certificate), event(settled), stem, cycle)


def event(settled: Settled) -> str:
    """The environment's event that the divergence needs; empty where it needs none."""
    certificate = settled.claim.certificate
    return certificate.event if isinstance(certificate, Stuck) else settled.event


def _inputs(certificate: Certificate) -> tuple[tuple[str, str], ...]:
    match certificate:
        case Replay(inputs=inputs):
            return tuple((name, repr(value)) for name, value in inputs)
        case Recurrent(entry=entry) | Trapped(entry=entry):
            return tuple((name, repr(value)) for name, value in entry.inputs)
        case _:
            return ()
