"""What is claimed of the inputs of a subject: where it diverges, and what halts everywhere else."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model.certificate import Bounded, Invariants, Ranking
from haltcheck.model.term import Formula, Term


@record
class Piece:
    """Inputs from which the subject diverges, and the states that those runs never leave.

    ``ways`` are sequences of exact transitions: from each state of a location that has ways one
    of them leads into the states again, whatever nobody may choose. At a location without ways
    every transition does. The inputs are the states at ENTRY. ``picks`` says for each way what
    the outside world chooses on it.
    """

    inputs: Formula
    states: Invariants
    ways: tuple[tuple[int, ...], ...]
    picks: tuple[tuple[tuple[tuple[str, Term], ...], ...], ...] = ()


@record
class Rest:
    """Inputs from which the subject is left, with the certificate that shows it."""

    inputs: Formula
    certificate: Ranking | Bounded


@record
class Partition:
    """The inputs of a subject: where it diverges, ``said`` as plainly as possible, and the rest.

    Without any rest ``said`` need not be all of the inputs that diverge.
    """

    said: Formula
    pieces: tuple[Piece, ...]
    rest: tuple[Rest, ...] = ()
