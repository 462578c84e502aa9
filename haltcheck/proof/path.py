"""Composes transitions into paths and runs them: plain substitution, no solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model.certificate import Values
from haltcheck.model.system import Faith, System, Transition
from haltcheck.model.term import (
    TRUE,
    Formula,
    Integer,
    Term,
    Variable,
    apply,
    compare,
    conjunction,
    substitute,
    variables,
)

Picks = Mapping[str, Term]


@record
class Path:
    """Transitions taken one after the other, as one guard and one update.

    Both speak of the variables before the first of them and of ``choices``, made fresh per step;
    ``world`` are those that the outside world picks and that no pick has fixed.
    """

    source: int
    target: int
    steps: tuple[int, ...]
    guard: Formula
    update: Mapping[str, Term]
    choices: tuple[str, ...] = ()
    world: frozenset[str] = frozenset()
    exact: bool = True

    def after(self, formula: Formula) -> Formula:
        """What must hold before the path so that the formula holds after it."""
        return apply(formula, self.update)

    def value(self, term: Term) -> Term:
        """The term's value after the path, in variables before it."""
        return substitute(term, self.update)


@record
class Broken:
    """These transitions do not follow each other."""

    reason: str


def connected(system: System, steps: Sequence[int]) -> bool:
    """Each of the transitions starts where the one before it ended."""
    if any(not 0 <= step < len(system.transitions) for step in steps):
        return False
    chain = [system.transitions[step] for step in steps]
    return all(one.target == other.source for one, other in pairwise(chain))


def compose(
    system: System, steps: Sequence[int], picks: Sequence[Picks] = (), start: Picks | None = None
) -> Path | Broken:
    """The path along these transitions; ``picks`` fix choices of the world, step by step.

    A pick is a term over the variables before its own step; ``start`` gives initial values.
    """
    if not steps or not connected(system, steps):
        return Broken("the transitions do not follow each other")
    return _joined([system.transitions[step] for step in steps], tuple(steps), picks, start)


def _joined(
    chain: Sequence[Transition],
    steps: tuple[int, ...],
    picks: Sequence[Picks] = (),
    start: Picks | None = None,
) -> Path | Broken:
    state: dict[str, Term] = dict(start or {})
    guard: Formula = TRUE
    choices: list[str] = []
    world: set[str] = set()
    for position, transition in enumerate(chain):
        chosen = picks[position] if position < len(picks) else {}
        if not set(chosen) <= transition.world:
            return Broken("a pick fixes what the outside world does not choose")
        names = dict(state)
        for choice in transition.choices:
            fresh = f"{choice}@{position}"
            if choice in chosen:
                names[choice] = substitute(chosen[choice], state)
                continue
            names[choice] = Variable(fresh)
            choices.append(fresh)
            if choice in transition.world:
                world.add(fresh)
        guard = conjunction(guard, apply(transition.guard, names))
        state |= {name: substitute(term, names) for name, term in transition.update}
    exact = all(transition.faith is Faith.EXACT for transition in chain)
    return Path(
        chain[0].source,
        chain[-1].target,
        steps,
        guard,
        state,
        tuple(choices),
        frozenset(world),
        exact,
    )


def longer(system: System, path: Path, step: int) -> Path | Broken:
    """The path with one more transition after it, as ``compose`` makes it from its beginning."""
    if not connected(system, (path.steps[-1], step)):
        return Broken("the transitions do not follow each other")
    transition = system.transitions[step]
    names = dict(path.update)
    fresh = {choice: f"{choice}@{len(path.steps)}" for choice in transition.choices}
    names |= {choice: Variable(name) for choice, name in fresh.items()}
    return Path(
        path.source,
        transition.target,
        (*path.steps, step),
        conjunction(path.guard, apply(transition.guard, names)),
        {**path.update, **{name: substitute(term, names) for name, term in transition.update}},
        (*path.choices, *fresh.values()),
        path.world | {name for choice, name in fresh.items() if choice in transition.world},
        path.exact and transition.faith is Faith.EXACT,
    )


def single(system: System, index: int) -> Path:
    """One transition as a path."""
    transition = system.transitions[index]
    known = _alone(transition)
    if index not in known:
        path = _joined([transition], (index,))
        assert isinstance(path, Path)
        known[index] = path
    return known[index]


@partial(once, most=4096)
def _alone(transition: Transition) -> dict[int, Path]:
    """The transition as a path, by its place in those systems that have asked for it."""
    del transition
    return {}


def constants(values: Values) -> dict[str, Term]:
    """Values as a substitution."""
    return {name: Integer(value) for name, value in values}


@partial(once, most=16)
def bounds(system: System) -> Formula:
    """What always holds of the variables: lengths are not negative, truth values are 0 or 1."""
    parts: list[Formula] = []
    for variable in system.variables:
        name = Variable(variable.name)
        if variable.low is not None:
            parts.append(compare("<=", Integer(variable.low), name))
        if variable.high is not None:
            parts.append(compare("<=", name, Integer(variable.high)))
    return conjunction(*parts)


def speaks(system: System, terms: Iterable[Term | Formula], *more: str) -> bool:
    """Whether these speak of the system's variables alone, and of ``more`` names.

    What spoke of a choice by the fresh name that a path gives it would know the choice before it
    is made.
    """
    known = {variable.name for variable in system.variables}.union(more)
    return all(variables(term) <= known for term in terms)


def inner(system: System) -> tuple[int, ...]:
    """The transitions from inside the subject to inside it."""
    return _ways(system).get((True, True), ())


def leaving(system: System) -> tuple[int, ...]:
    """The transitions that leave the subject."""
    return _ways(system).get((True, False), ())


def entering(system: System) -> tuple[int, ...]:
    """The transitions that enter the subject."""
    return _ways(system).get((False, True), ())


@partial(once, most=16)
def _ways(system: System) -> dict[tuple[bool, bool], tuple[int, ...]]:
    """The transitions by whether their source and their target are inside the subject."""
    found: dict[tuple[bool, bool], tuple[int, ...]] = {}
    for index, one in enumerate(system.transitions):
        key = one.source in system.inside, one.target in system.inside
        found[key] = (*found.get(key, ()), index)
    return found
