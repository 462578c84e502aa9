"""Takes one technique away and asks again about the programs that it had decided."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from unittest.mock import patch

from benches.score import Judged, Mark
from benches.street import Item, Sight, look, look_at_all
from haltcheck.basis.answer import Answer
from haltcheck.options import Options
from haltcheck.proof import prove


class UnknownTechniqueError(Exception):
    """Nothing can be taken away under a name that no technique has."""


@dataclass(frozen=True, slots=True)
class Ablation:
    """What became of the programs that ``technique`` had decided rightly, without it.

    ``lost`` names those that nobody else decides, ``wrong`` those that are then decided wrongly;
    ``others`` counts who decides the rest. The CPU seconds are the sums over all of them.
    """

    technique: str
    decided: int
    lost: tuple[str, ...]
    wrong: tuple[str, ...]
    others: dict[str, int]
    cpu_with: float
    cpu_without: float


def named(sight: Sight) -> tuple[str, ...]:
    """The techniques that the answer for a whole program names."""
    return tuple(sight.technique.split(", ")) if sight.answer is not Answer.UNKNOWN else ()


def techniques() -> tuple[str, ...]:
    """The techniques that can be taken away, cheapest first."""
    return tuple(name for name, _ in prove.techniques())


def look_without(technique: str, options: Options, item: Item) -> Sight:
    """Checks one item while the search does not know one technique; runs in the worker."""
    known = prove.techniques()
    rest = tuple((name, one) for name, one in known if name != technique)
    if len(rest) == len(known):
        raise UnknownTechniqueError(technique)
    with patch.object(prove, "techniques", lambda: rest):
        return look(options, item)


def ablate(judged: Sequence[Judged], options: Options, workers: int) -> Iterator[Ablation]:
    """One ablation for each technique that decided any of the programs rightly, as they come."""
    right = [one for one in judged if one.mark is Mark.RIGHT]
    for name in techniques():
        if part := [one for one in right if name in named(one.sight)]:
            yield _without(name, part, options, workers)


def _without(name: str, part: Sequence[Judged], options: Options, workers: int) -> Ablation:
    items = [Item(one.sample.id, one.sample.code, one.sample.entry) for one in part]
    sights = look_at_all(items, options, workers, partial(look_without, name))
    again = [Judged(one.sample, sight) for one, sight in zip(part, sights, strict=True)]
    others = Counter(other for one in again if one.mark is Mark.RIGHT for other in named(one.sight))
    return Ablation(
        name,
        len(part),
        tuple(one.sample.id for one in again if one.mark is Mark.UNKNOWN),
        tuple(one.sample.id for one in again if one.mark is Mark.WRONG),
        dict(others.most_common()),
        sum(one.sight.cpu for one in part),
        sum(one.sight.cpu for one in again),
    )


HEADER = f"{'without':14} {'decided':>7} {'lost':>5} {'CPU s':>8} {'then':>8}  others"


def lines(one: Ablation) -> list[str]:
    """One ablation as people read it below the header, with the names of what is lost."""
    others = ", ".join(f"{name} {count}" for name, count in one.others.items())
    figures = f"{one.decided:7} {len(one.lost):5} {one.cpu_with:8.2f} {one.cpu_without:8.2f}"
    told = [f"{one.technique:14} {figures}  {others}".rstrip()]
    told += [f"  LOST without {one.technique}: {name}" for name in one.lost]
    return told + [f"  WRONG without {one.technique}: {name}" for name in one.wrong]
