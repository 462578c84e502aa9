"""Holes drawn from fixed frequencies: the ablation of every learned model."""

from __future__ import annotations

from random import Random

from haltcheck.simulation.imagination import (
    Given,
    Imagined,
    Over,
    Raises,
    Site,
    Unknown,
    Wanted,
    WorldModel,
)

# Shares measured on sites of real loops.
ARCHETYPES = {
    "constant": 0.41,
    "fresh": 0.35,
    "mixed": 0.13,
    "growing": 0.06,
    "ends": 0.024,
    "shrinking": 0.023,
    "alternating": 0.003,
}
KINDS = {"unknown": 0.4, "str": 0.2, "int": 0.2, "bool": 0.1, "none": 0.1}
RAISING = 0.01


class Priors(WorldModel):
    """Each site keeps to one archetype and one kind of value throughout a run."""

    def imagine(self, site: Site, history: tuple[Imagined, ...], random: Random) -> Imagined:
        archetype = _pick(ARCHETYPES, random)
        kind = _pick(KINDS, random)
        length = random.randrange(1, 20)
        start = random.randrange(0, 10)
        visit = len(history)
        for _ in range(visit):
            random.random()
        if site.wanted is not Wanted.TRUTH and random.random() < RAISING:
            return Raises("RuntimeError")
        if site.wanted is Wanted.ITEM:
            return Over() if visit >= length else Given(_value(kind, start + visit))
        step = _step(archetype, visit, length, random)
        if site.wanted is Wanted.TRUTH:
            return Given((start + step) % 2 == 0)
        if site.wanted is Wanted.ITEMS:
            return Given([_value(kind, start + step + n) for n in range(site.count)])
        if archetype == "ends" and visit >= length:
            return Given({"str": "", "int": 0, "bool": False}.get(kind))
        if archetype == "shrinking":
            return Given(_value(kind, max(length - visit, 0)))
        return Given(_value(kind, start + step))


def _pick(shares: dict[str, float], random: Random) -> str:
    return random.choices(list(shares), list(shares.values()))[0]


def _step(archetype: str, visit: int, length: int, random: Random) -> int:
    """How far the site has moved from its first value at this visit."""
    match archetype:
        case "constant":
            return 0
        case "growing":
            return visit
        case "shrinking" | "ends":
            return -min(visit, length)
        case "alternating":
            return visit % 2
        case "mixed":
            return random.randrange(0, 2)
        case _:
            return random.randrange(0, 1000)


def _value(kind: str, number: int) -> object:
    match kind:
        case "int":
            return number
        case "str":
            return "abcdefghij"[: number % 10] if number < 10 else str(number)
        case "bool":
            return number % 2 == 1
        case "none":
            return None
        case _:
            return Unknown()
