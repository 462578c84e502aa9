"""What the rollouts of one function showed: a forecast, and claims for the kernel to confirm."""

from __future__ import annotations

from collections import Counter
from enum import Enum

from haltcheck.basis.record import record
from haltcheck.model.certificate import Claim
from haltcheck.model.subject import LoopSubject

WRONG_TYPE = frozenset(("TypeError", "AttributeError"))


class Ending(Enum):
    """How a rollout ended; ``STUCK`` is a hole that nobody filled."""

    EXIT = "exit"
    RAISE = "raise"
    REVISIT = "revisit"
    CONE_REVISIT = "cone revisit"
    GROWING = "growing"
    BUDGET = "budget"
    STUCK = "stuck"


@record
class Rollout:
    """One run: its inputs, its ending, the loops that it reached and those that it ended in.

    ``imagined`` is the number of holes that were filled on the way; ``reason`` words a hole, an
    exception or a limit that ended it.
    """

    inputs: tuple[tuple[str, object], ...]
    ending: Ending
    steps: int
    imagined: int
    reached: frozenset[LoopSubject]
    inside: frozenset[LoopSubject]
    reason: str = ""


@record
class Forecast:
    """All rollouts of ``qualname``; ``candidates`` are claims of loops that do not end.

    ``ended`` are claims of loops that the only possible run leaves.
    """

    qualname: str
    rollouts: tuple[Rollout, ...]
    candidates: tuple[Claim, ...]
    ended: tuple[Claim, ...]

    def reaching(self, subject: LoopSubject) -> list[Rollout]:
        """The rollouts that reached the loop; those with arguments of a wrong type only at need."""
        found = [rollout for rollout in self.rollouts if subject in rollout.reached]
        return [rollout for rollout in found if rollout.reason not in WRONG_TYPE] or found

    def endings(self, subject: LoopSubject) -> dict[str, float]:
        """Shares of the endings among the rollouts that reached the loop.

        A rollout that went on after the loop, however it ended, counts as its exit.
        """
        found = self.reaching(subject)
        counts = Counter(
            (one.ending if subject in one.inside else Ending.EXIT).value for one in found
        )
        return {name: count / len(found) for name, count in sorted(counts.items())}

    def imagined(self, subject: LoopSubject) -> float:
        """The share of the rollouts that reached the loop and filled a hole on the way."""
        found = self.reaching(subject)
        return sum(one.imagined > 0 for one in found) / len(found) if found else 0.0
