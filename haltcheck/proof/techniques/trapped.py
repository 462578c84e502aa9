"""States that no transition leads out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, Entry, GaveUp, Trapped
from haltcheck.model.system import System
from haltcheck.model.term import (
    FALSE,
    TRUE,
    ZERO,
    Formula,
    compare,
    conjunction,
    invert,
    variables,
)
from haltcheck.proof.closure import Decider, decider
from haltcheck.proof.entry import find
from haltcheck.proof.invariant import Guesses, houdini
from haltcheck.proof.path import bounds, inner, leaving, single
from haltcheck.proof.pattern import facts
from haltcheck.proof.polynomial import Polynomial, equalities, in_span, normal, spell
from haltcheck.proof.problem import Problem
from haltcheck.proof.sample import Run
from haltcheck.proof.simplify import atoms_of, canonical
from haltcheck.proof.technique import Technique

_LONG = 12
_MOST_TAILS = 3
_MOST_ATOMS = 60
_MOST_EQUATIONS = 6
_HIGHEST = 6

Tail = dict[int, list[dict[str, int]]]
"""States by location."""


class TrappedStates(Technique):
    """States closed under every transition, none of which leaves the subject.

    It takes what guards compare and what held in the second half of a long run, and drops what is
    not inductive (Houdini). Equations are first carried along the transitions until their span is
    closed, a polynomial Krylov space (Müller-Olm and Seidl, POPL 2004). Formula: S implies
    that no leaving guard holds, and S and guard imply S after the update. Paper: closed recurrent
    sets, Chen et al., TACAS 2014.

    Decides::

        def f(a):
            n = 0
            x = 0
            y = 1
            z = 6
            while x == n * n * n:
                n += 1
                x += y
                y += z
                z += 6
    """

    cost: ClassVar[int] = 35

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first trap that a long run ended in and that an entry is known for."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if not system.complete:
            return GaveUp("paths were cut off")
        if problem.leaky:
            return GaveUp("no states are known that nothing leaves")
        for guesses in _guesses(problem, system, _atoms(system)):
            states = _closed(problem, system, guesses)
            for place in sorted(states) if _shut(problem, system, states) else ():
                entry = find(problem, system, place, states[place])
                if isinstance(entry, Entry):
                    spelled = tuple(sorted(states.items(), key=lambda item: item[0]))
                    return Claim(problem.subject, Answer.NON_HALT, Trapped(spelled, entry))
        return GaveUp("no states are known that nothing leaves")


def _guesses(problem: Problem, system: System, atoms: list[Formula]) -> Iterator[Guesses]:
    """What held at the end of runs: the guards' atoms alone, then with what the states share."""
    for tail in _tails(system, problem.samples.runs):
        yield {place: _true_in(atoms, tail.get(place, [])) for place in system.inside}
    names = sorted({name for index in inner(system) for name in _about(system, index)})
    for tail in _tails(system, problem.journeys):
        everywhere = [state for states in tail.values() for state in states]
        shared = [*atoms, *facts(everywhere, names)]
        yield {
            place: list(dict.fromkeys((*_true_in(shared, states), *facts(states, names))))
            for place in system.inside
            for states in (tail.get(place, []),)
        }


def _about(system: System, index: int) -> frozenset[str]:
    """The variables that a transition reads in its guard or writes."""
    one = system.transitions[index]
    return frozenset(name for name, _ in one.update) | (variables(one.guard) - set(one.choices))


def _tails(system: System, runs: Sequence[Run]) -> Iterator[Tail]:
    """The second half of the visits to each location, in runs that stayed inside."""
    found = 0
    for run in runs:
        targets = [system.transitions[step.transition].target for step in run.steps]
        since = max(
            (i for i, place in enumerate(targets) if place not in system.inside), default=-1
        )
        stayed = len(targets) - since - 1
        if stayed < _LONG:
            continue
        visits: Tail = {}
        for place, step in list(zip(targets, run.steps, strict=True))[since + 1 :]:
            visits.setdefault(place, []).append(step.after)
        found += 1
        yield {place: states[len(states) // 2 :] for place, states in visits.items()}
        if found >= _MOST_TAILS:
            return


def _atoms(system: System) -> list[Formula]:
    """What guards compare, both ways, and what equations need to be kept."""
    found: dict[Formula, None] = {}
    for index in (*leaving(system), *inner(system)):
        path = single(system, index)
        for atom in atoms_of(path.guard):
            if not variables(atom) & set(path.choices):
                found.update(dict.fromkeys((canonical(atom), canonical(invert(atom)))))
    for equation in _krylov(system, [equation for atom in found for equation in equalities(atom)]):
        found.setdefault(canonical(compare("==", spell(equation), ZERO)))
    return list(found)[:_MOST_ATOMS]


def _krylov(system: System, equations: list[Polynomial]) -> list[Polynomial]:
    """The equations carried along every transition inside until nothing new comes."""
    paths = [single(system, index) for index in inner(system)]
    known: list[Polynomial] = []
    pending = list(equations)
    while pending and len(known) < _MOST_EQUATIONS:
        equation = pending.pop(0)
        if equation.degree > _HIGHEST or in_span(equation, known):
            continue
        known.append(equation)
        for path in paths:
            carried = normal(path.value(spell(equation)))
            if not any(name in path.choices for name in carried.atoms):
                pending.append(carried)
    return known


def _true_in(atoms: list[Formula], states: list[dict[str, int]]) -> list[Formula]:
    """The atoms that hold in all of the states; nothing holds where control never was."""
    if not states:
        return [FALSE]
    return [atom for atom in atoms if all(_holds(decider(atom), state) for state in states)]


def _holds(test: Decider, state: dict[str, int]) -> bool:
    try:
        return test(state)
    except (KeyError, ZeroDivisionError):
        return False


def _closed(problem: Problem, system: System, guesses: Guesses) -> dict[int, Formula]:
    """The largest part of the guesses that the transitions inside keep."""
    inside = tuple(system.transitions[index] for index in inner(system))
    closed = houdini(replace(system, transitions=inside), problem.prover, guesses)
    return {place: conjunction(*parts) for place, parts in closed.items()}


def _shut(problem: Problem, system: System, states: dict[int, Formula]) -> bool:
    """No transition leaves from the states."""
    given = bounds(system)
    return all(
        problem.prover.refutes(conjunction(given, states.get(path.source, TRUE), path.guard))
        for path in (single(system, index) for index in leaving(system))
    )
