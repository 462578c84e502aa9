"""Finds constants per location so that a measure with known changes falls around each cycle."""

from __future__ import annotations

from collections.abc import Sequence

from haltcheck.basis.record import record


@record
class Edge:
    """A transition along which the measure rises by at most ``change``."""

    source: int
    target: int
    change: int


def offsets(edges: Sequence[Edge]) -> dict[int, int] | None:
    """Offsets by location under which no edge rises and as many as possible fall; None without any.

    They solve the difference constraints ``offset[target] + change <= offset[source]``, with one
    less on the edges that shall fall (Bellman and Ford); the smallest offset is 0.
    """
    strict: set[int] = set()
    best = _solve(edges, strict)
    if best is None:
        return None
    for position in range(len(edges)):
        attempt = _solve(edges, strict | {position})
        if attempt is not None:
            best = attempt
            strict.add(position)
    return best


def _solve(edges: Sequence[Edge], strict: set[int]) -> dict[int, int] | None:
    value = {place: 0 for edge in edges for place in (edge.source, edge.target)}
    for _ in range(len(value) + 1):
        changed = False
        for position, edge in enumerate(edges):
            least = value[edge.target] + edge.change + (position in strict)
            if value[edge.source] < least:
                value[edge.source] = least
                changed = True
        if not changed:
            low = min(value.values())
            return {place: one - low for place, one in value.items()}
    return None
