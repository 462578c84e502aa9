"""Holes filled as a test says, by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from haltcheck.simulation.imagination import Imagined, Site, Unfilled, WorldModel


class Scripted(WorldModel):
    """``script`` maps a line to what its hole gives in turn; the last answer repeats."""

    def __init__(self, script: Mapping[int, Sequence[Imagined]] | None = None) -> None:
        self.script = dict(script or {})

    def imagine(self, site: Site, history: tuple[Imagined, ...], random: Random) -> Imagined:
        answers = self.script.get(site.line, ())
        if not answers:
            return Unfilled()
        return answers[min(len(history), len(answers) - 1)]
