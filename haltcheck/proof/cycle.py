"""Enumerates short cycles of a system and what the outside world might pick on them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from haltcheck.model.system import Faith, System
from haltcheck.model.term import Compare, Integer, Term, Variable, conjunction, variables
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.path import Path, bounds, compose, inner
from haltcheck.proof.simplify import parts_of

_LONGEST = 3
_MOST = 40
_PICKS = 6


def cycles(system: System, longest: int = _LONGEST) -> Iterator[Path]:
    """Exact paths inside the subject that come back to where they start, the shortest first."""
    steps = [index for index in inner(system) if system.transitions[index].faith is Faith.EXACT]
    yield from islice(_cycles(system, steps, longest), _MOST)


def _cycles(system: System, steps: list[int], longest: int) -> Iterator[Path]:
    pending: list[tuple[int, ...]] = [(step,) for step in steps]
    while pending:
        sequence = pending.pop(0)
        first, last = (system.transitions[sequence[end]] for end in (0, -1))
        if first.source == last.target and not _repeats(sequence):
            path = compose(system, sequence)
            if isinstance(path, Path):
                yield path
        if len(sequence) < longest:
            pending += [
                (*sequence, step)
                for step in steps
                if system.transitions[step].source == last.target
            ]


def _repeats(sequence: tuple[int, ...]) -> bool:
    """One transition taken several times says no more than taking it once, mostly."""
    return len(sequence) > 2 and len(set(sequence)) == 1


def world_picks(
    prover: Prover, system: System, path: Path
) -> Iterator[tuple[dict[str, Term], ...]]:
    """Ways to fix the world's choices along the path: by equalities of the guard, or plainly."""
    if not path.world:
        yield ({},) * len(path.steps)
        return
    names = sorted(path.world)
    options = [list(_options(path, name)) for name in names]
    reply = prover.ask(conjunction(bounds(system), path.guard))
    if isinstance(reply, Found):
        yield _spread(path, names, [Integer(reply.values.get(name, 0)) for name in names])
    for chosen in islice(product(*options), _PICKS):
        yield _spread(path, names, list(chosen))


def _options(path: Path, name: str) -> Iterator[Term]:
    """Terms that the guard says it equals, then small numbers."""
    for part in parts_of(path.guard):
        if isinstance(part, Compare) and part.operator == "==":
            for one, other in ((part.left, part.right), (part.right, part.left)):
                if one == Variable(name) and not variables(other) & set(path.choices):
                    yield other
    yield from (Integer(0), Integer(1), Integer(-1))


def _spread(path: Path, names: list[str], chosen: list[Term]) -> tuple[dict[str, Term], ...]:
    """Picks per step; a term over the path's start fits the first step only, numbers fit all."""
    picks: list[dict[str, Term]] = [{} for _ in path.steps]
    for name, term in zip(names, chosen, strict=True):
        plain, _, position = name.rpartition("@")
        if isinstance(term, Integer) or position == "0":
            picks[int(position)][plain] = term
    return tuple(picks)
