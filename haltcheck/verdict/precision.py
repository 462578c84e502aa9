"""How often answers of one cause were right on released code: the confidence of ``assumed``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from haltcheck.basis.answer import Answer
from haltcheck.basis.record import record
from haltcheck.model.assumption import Specific
from haltcheck.verdict.verdict import kind_of

FILE = "precision.json"


@record
class Count:
    """So many answers were right of those that were read by hand."""

    right: int = 0
    read: int = 0

    @property
    def precision(self) -> float:
        """(right + 1) / (read + 2), Laplace's rule of succession: a half where none was read."""
        return (self.right + 1) / (self.read + 2)


UNMEASURED = Count()


@cache
def measured() -> Mapping[str, Count]:
    """The counts of ``fitted/precision.json`` by cause."""
    text = files("haltcheck.verdict.fitted").joinpath(FILE).read_text("utf-8")
    return {cause: Count(*counts) for cause, counts in json.loads(text)["causes"].items()}


def causes(
    answer: Answer, certificate: str, event: str, assumptions: Iterable[Specific]
) -> tuple[str, ...]:
    """What an answer may be wrong by.

    A divergence by its certificate's kind and the event that brings it about; a halt by each kind
    of assumption that it leans on.
    """
    if answer is Answer.NON_HALT:
        told = kind_of(event)
        return (f"{certificate}: {told}" if told else certificate,)
    kinds = sorted({type(one).__name__ for one in assumptions})
    return tuple(f"halt: {kind}" for kind in kinds)


def confidence(
    answer: Answer, certificate: str, event: str, assumptions: Iterable[Specific]
) -> float:
    """The precision of the least precise cause; 0.5 where nothing was measured."""
    found = causes(answer, certificate, event, assumptions)
    return min(
        (measured().get(cause, UNMEASURED).precision for cause in found),
        default=UNMEASURED.precision,
    )
