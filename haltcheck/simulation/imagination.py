"""What fills the holes of a run: the interface of world models."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from random import Random

from haltcheck.basis.record import record


class Wanted(Enum):
    """What the machine needs at a hole to go on."""

    VALUE = "value"
    TRUTH = "truth"
    ITEM = "item"
    ITEMS = "items"
    NOTHING = "nothing"


@record
class Site:
    """A place in the program that is a hole; ``count`` is the number of items wanted."""

    qualname: str
    line: int
    column: int
    text: str
    wanted: Wanted
    count: int = 0


@record
class Unknown:
    """An object of which nothing is known."""


@record
class Given:
    """The hole has this value: a plain one, or ``Unknown()``."""

    value: object


@record
class Over:
    """The iterator at the hole has ended."""


@record
class Raises:
    """The hole raises a built-in exception of this name."""

    exception: str


@record
class Unfilled:
    """The model has no answer; the rollout ends here."""


Imagined = Given | Over | Raises | Unfilled


class WorldModel(ABC):
    """Draws what a hole gives, from its site and what it gave before in this run.

    ``random`` is seeded by the source text, the rollout and the site, afresh for each draw: the
    first numbers drawn are the same at each visit of a site, and so choose how it behaves.
    """

    @abstractmethod
    def imagine(self, site: Site, history: tuple[Imagined, ...], random: Random) -> Imagined:
        """One draw."""
