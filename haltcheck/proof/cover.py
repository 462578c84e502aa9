"""Says where some inputs lie and others do not with few plain comparisons: a greedy cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from operator import itemgetter

from haltcheck.basis.record import record
from haltcheck.model.term import Formula, show
from haltcheck.proof.column import Columns

_WAYS = 4
_DEEPER = 24
_LONGEST = 4
_PART = 5
_PLAIN = 45
_MOST = 230
_CHEAP = 26
_HARD = 12
"""What a product, a quotient or a remainder costs a reader, in letters."""


@record
class Known:
    """For each comparison the inputs where it holds, a bit each, and what it costs to read."""

    held: Mapping[Formula, int]
    cost: Mapping[Formula, int]


def survey(seeds: Sequence[Formula], inputs: Sequence[Mapping[str, int]]) -> Known:
    """Where each seed holds; of those that hold at the same inputs the first stays."""
    columns = Columns(inputs)
    found: dict[int, Formula] = {}
    for seed in seeds:
        held = columns.mask(seed)
        cheapest = found.setdefault(held, seed)
        if cheapest is not seed and weight(seed) < weight(cheapest):
            found[held] = seed
    everything = (1 << len(inputs)) - 1
    cost = {seed: weight(seed) for held, seed in found.items() if held not in (0, everything)}
    order = {seed: held for held, seed in found.items()}
    kept = sorted(cost, key=lambda seed: cost[seed])[:_MOST]
    return Known({seed: order[seed] for seed in kept}, cost)


@lru_cache(maxsize=1 << 16)
def weight(formula: Formula) -> int:
    """How hard a formula is to read: its letters, and more for what is not linear."""
    text = show(formula)
    return len(text) + _HARD * sum(text.count(sign) for sign in (" * ", "//", "%", " if "))


Cover = tuple[tuple[Formula, ...], ...]
"""Conjunctions, one of which holds."""


def cover(known: Known, wanted: int, others: int) -> Cover:
    """Conjunctions that hold at none of the others and together at as many wanted as they can.

    Greedy covers by short and by long conjunctions, the plainest of those that leave least.
    """
    found: list[tuple[int, int, Cover]] = []
    for longest in range(1, _LONGEST + 1):
        ways, left = _greedy(known, wanted, others, longest)
        cost = sum(known.cost[part] + _PART for way in ways for part in way)
        found.append((left.bit_count(), cost, ways))
        if not left and (cost <= _PLAIN or all(len(way) < longest for way in ways)):
            break
    return min(found, key=itemgetter(0, 1))[2]


def _greedy(known: Known, wanted: int, others: int, longest: int) -> tuple[Cover, int]:
    ways: list[tuple[Formula, ...]] = []
    left = wanted
    while left and len(ways) < _WAYS:
        best, held = _best(known, left, wanted, others, longest)
        if not best:
            break
        ways.append(best)
        left &= ~held
    return tuple(ways), left


Way = tuple[tuple[Formula, ...], int]
"""A conjunction and where it holds."""


def _best(known: Known, left: int, wanted: int, others: int, longest: int) -> Way:
    """The conjunction that holds at most of what is left, the plainest of those."""
    pool = [(seed, held) for seed, held in known.held.items() if held & left]
    level: list[Way] = [((seed,), held) for seed, held in pool]
    found: list[tuple[tuple[int, int, int], Way]] = []
    for length in range(1, longest + 1):
        pure = [(parts, held) for parts, held in level if not held & others]
        found += [(_worth(known, way, left, wanted), way) for way in pure]
        if any(worth[0] == left.bit_count() and -worth[1] <= _CHEAP * length for worth, _ in found):
            break
        if length < longest:
            level = _pairs(pool, left) if length == 1 else _longer(level, pool, left, others)
    return max(found, key=itemgetter(0))[1] if found else ((), 0)


def _worth(known: Known, way: Way, left: int, wanted: int) -> tuple[int, int, int]:
    parts, held = way
    cost = sum(known.cost[part] + _PART for part in parts)
    return (held & left).bit_count(), -cost, (held & wanted).bit_count()


def _pairs(pool: list[tuple[Formula, int]], left: int) -> list[Way]:
    found: list[Way] = []
    for (one, first), (other, second) in combinations(pool, 2):
        both = first & second
        if both & left and both not in (first, second):
            found.append(((one, other), both))
    return found


def _longer(level: list[Way], pool: list[tuple[Formula, int]], left: int, others: int) -> list[Way]:
    """One more part for each of the most telling ones."""
    telling = sorted(level, key=lambda one: _promise(one[1], left, others))[:_DEEPER]
    found = []
    for parts, held in telling:
        for seed, mask in pool:
            both = held & mask
            if both & left and both != held:
                found.append(((*parts, seed), both))
    return found


def _promise(held: int, left: int, others: int) -> int:
    """Few of the others and many of what is left: the less the better."""
    return (held & others).bit_count() * 2 - (held & left).bit_count()
