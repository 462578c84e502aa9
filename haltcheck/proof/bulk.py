"""How large terms are when they are written out: shared parts count each time."""

from __future__ import annotations

from haltcheck.model.system import System
from haltcheck.model.term import Formula, Term, children

_MOST = 20_000


def is_bulky(system: System) -> bool:
    """Whether a guard or an update of the system is too large to be looked at part by part."""
    known: dict[int, int] = {}
    return any(
        size_of(one, known) > _MOST
        for transition in system.transitions
        for one in (transition.guard, *(term for _, term in transition.update))
    )


def size_of(term: Term | Formula, known: dict[int, int]) -> int:
    """The number of parts of a term or formula; ``known`` are those of parts, by identity."""
    found = known.get(id(term))
    if found is None:
        known[id(term)] = found = 1 + sum(size_of(part, known) for part in children(term))
    return found
