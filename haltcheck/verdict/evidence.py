"""What is known of one subject when the judge sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from haltcheck.basis.answer import Answer, Basis
from haltcheck.basis.record import record
from haltcheck.model.answer import asked_in
from haltcheck.model.assumption import Specific
from haltcheck.model.certificate import Certificate, Ended, Recurrent, Replay, Stuck, Trapped
from haltcheck.model.world import World
from haltcheck.verdict.features import UNSEEN, Features
from haltcheck.verdict.verdict import NO_WITNESS, Moment, Witness

if TYPE_CHECKING:
    # The kernel brings the solver along, and files without loops never need it.
    from haltcheck.proof.kernel import Proof
    from haltcheck.proof.region import Partition


@record
class Settled:
    """What the kernel accepted, and how a divergence looks.

    ``partition`` is what the condition was checked by, where it is not the certificate alone; it is
    ``exact`` where the kernel also accepted that all other inputs halt. ``begun`` is the function
    of several that the diverging runs start in.
    """

    answer: Answer
    certificate: Certificate
    technique: str
    condition: str = ""
    assumptions: tuple[Specific, ...] = ()
    witness: Witness = NO_WITNESS
    partition: Partition | None = None
    exact: bool = False
    begun: str = ""

    @property
    def basis(self) -> Basis:
        """Assumed where anything specific is supposed; a replay where a run stands behind it."""
        if self.assumptions:
            return Basis.ASSUMED
        if isinstance(self.certificate, Replay | Ended):
            return Basis.REPLAY
        return Basis.PROOF


@record
class Open:
    """Nothing was shown: why the techniques gave up, and what the rollouts did."""

    reasons: tuple[str, ...]
    features: Features = UNSEEN


Evidence = Settled | Open


def from_proof(technique: str, proof: Proof) -> Settled:
    """A proof of the kernel as evidence; what callables answer is part of the condition."""
    answers = [f"{name}() answers so" for name in answered(proof.certificate)]
    return Settled(
        proof.answer,
        proof.certificate,
        technique,
        " and ".join((*_conjunct(proof.condition, *answers), *answers)),
        proof.assumptions,
        _witness(proof) if proof.answer is Answer.NON_HALT else NO_WITNESS,
        proof.partition,
        proof.exact,
        "" if proof.partition is not None else proof.begun,
    )


def _conjunct(condition: str, *others: str) -> Iterator[str]:
    """The condition as it stands beside others."""
    if condition:
        yield f"({condition})" if others and " or " in condition else condition


def answered(certificate: Certificate) -> tuple[str, ...]:
    """The callable arguments whose answers a divergence needs."""
    names: list[str] = []
    if isinstance(certificate, Recurrent):
        names += [name for chosen in certificate.picks for name, _ in chosen]
    if isinstance(certificate, Recurrent | Trapped):
        names += [name for chosen in certificate.entry.choices for name, _ in chosen]
    return asked_in(names)


def _witness(proof: Proof) -> Witness:
    certificate, seen = proof.certificate, proof.witness
    inputs: tuple[tuple[str, object], ...] = seen.inputs
    events = seen.events
    if isinstance(certificate, Replay):
        inputs = certificate.inputs
        events = (*events, *_delivered(inputs))
    if isinstance(certificate, Stuck) and certificate.event:
        events = (certificate.event,)
    left = [value for name, value in inputs if _is_outside(name)]
    if left and not events:
        events = ("end of file",)
    return Witness(
        tuple((name, repr(value)) for name, value in inputs if not _is_outside(name)),
        ", ".join((*events[:-1], *(_after(event, left) for event in events[-1:]))),
        tuple(_moment(line, values) for line, values in seen.stem),
        tuple(_moment(line, values) for line, values in (*seen.cycle, *seen.turn.stops)),
        seen.turn.occasion,
        seen.turn.exits,
    )


def _delivered(inputs: tuple[tuple[str, object], ...]) -> Iterator[str]:
    """What the outside world does where nothing else is chosen: streams deliver that and end."""
    if not all(isinstance(value, World) for _, value in inputs):
        return
    for name, value in inputs:
        if isinstance(value, World):
            told = f"{name.removeprefix('self.')} has delivered {value.content!r} and nothing more"
            yield told if value.content else "end of file"


def _is_outside(name: str) -> bool:
    """What remains of a stream is an event of the world, not an input of the caller."""
    return name.startswith("remaining(")


def _after(event: str, left: list[object]) -> str:
    """When the event comes, where anything came before it."""
    count = next((value for value in left if isinstance(value, int) and value > 0), 0)
    return f"{event} after {count} byte{'s' if count > 1 else ''}" if count else event


def _moment(line: int, values: Iterable[tuple[str, object]]) -> Moment:
    return Moment(line, tuple((name, repr(value)) for name, value in values))
