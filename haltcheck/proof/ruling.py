"""What a check of one certificate says: granted, with all that it leans on, or rejected."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.basis.record import record
from haltcheck.model.aftermath.turn import Turn
from haltcheck.model.assumption import Specific
from haltcheck.model.certificate import Values
from haltcheck.model.system import Transition


@record
class Rejected:
    """The certificate does not show what is claimed."""

    reason: str


@record
class Witness:
    """Concrete facts of a divergence: inputs, then states by line up to the cycle and around it.

    ``turn`` is the round that an event leaves nothing to do but to repeat.
    """

    inputs: Values = ()
    events: tuple[str, ...] = ()
    stem: tuple[tuple[int, Values], ...] = ()
    cycle: tuple[tuple[int, Values], ...] = ()
    turn: Turn = Turn()


@record
class Granted:
    """The certificate holds, given these specific assumptions.

    ``condition`` is a Python expression over the parameters; empty where none is needed.
    """

    assumptions: tuple[Specific, ...] = ()
    condition: str = ""
    witness: Witness = Witness()


Ruling = Granted | Rejected


def leaned_on(transitions: Iterable[Transition]) -> tuple[Specific, ...]:
    """The specific assumptions of these transitions, each once, in order."""
    found: dict[Specific, None] = {}
    for transition in transitions:
        found.update(dict.fromkeys(transition.assumptions))
    return tuple(found)
