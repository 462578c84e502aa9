"""States on one side of what would let the subject be left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Trapped
from haltcheck.model.system import System
from haltcheck.model.term import Compare, Formula, compare, conjunction, invert, variables
from haltcheck.proof.closure import decider
from haltcheck.proof.entry import find
from haltcheck.proof.path import bounds, entering, inner, leaving, single
from haltcheck.proof.problem import Problem
from haltcheck.proof.simplify import atoms_of
from haltcheck.proof.technique import Technique

_MOST = 12


class Drift(Technique):
    """One side of a guard that every round keeps, whatever it chooses.

    A loop that leaves at ``a == b`` never does once ``a < b`` is kept; no run needs to be known.
    Formula: for a side S of what a leaving guard compares, S and guard imply S after the update,
    and S implies that no leaving guard holds. Paper: closed recurrent sets, Chen et al.,
    TACAS 2014.

    Decides::

        def f(n):
            while n:
                n &= n - 1
    """

    cost: ClassVar[int] = 24

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first side that nothing leaves and that an entry is known for."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if not system.complete:
            return GaveUp("paths were cut off")
        if problem.leaky:
            return GaveUp("no side of a guard is kept")
        for side in list(dict.fromkeys(_wider(system)))[:_MOST]:
            if not _is_kept(problem, system, side):
                continue
            for place in sorted({system.transitions[index].target for index in entering(system)}):
                entry = find(problem, system, place, side)
                if not isinstance(entry, GaveUp):
                    states = tuple((inside, side) for inside in sorted(system.inside))
                    return Claim(problem.subject, Answer.NON_HALT, Trapped(states, entry))
        return GaveUp("no side of a guard is kept")


def _wider(system: System) -> Iterator[Formula]:
    """Each side alone, then with what no round can change."""
    sides = list(dict.fromkeys(_sides(system)))
    yield from sides
    yield from _whole(system)
    moving = {name for index in inner(system) for name, _ in system.transitions[index].update}
    guards = [system.transitions[index].guard for index in leaving(system)]
    atoms = [atom for guard in guards for atom in atoms_of(guard)]
    held = {variable.name for variable in system.variables} - moving
    still = dict.fromkeys(invert(atom) for atom in atoms if variables(atom) <= held)
    for side in sides:
        if still and variables(side) & moving:
            yield conjunction(side, *still)


def _whole(system: System) -> Iterator[Formula]:
    """Where no leaving guard holds, if that is more than one comparison."""
    paths = [single(system, index) for index in leaving(system)]
    if not any(path.choices for path in paths):
        stays = conjunction(*(invert(path.guard) for path in paths))
        if len(list(atoms_of(stays))) > 1:
            yield stays


def _sides(system: System) -> Iterator[Formula]:
    """Where a comparison of a leaving guard is false."""
    for index in leaving(system):
        path = single(system, index)
        for atom in atoms_of(path.guard):
            if variables(atom) & set(path.choices):
                continue
            if isinstance(atom, Compare) and atom.operator == "==":
                yield compare("<", atom.left, atom.right)
                yield compare("<", atom.right, atom.left)
            else:
                yield invert(atom)


def _is_kept(problem: Problem, system: System, side: Formula) -> bool:
    """No transition leads out of the side, the leaving ones least of all."""
    if _is_seen_to_break(problem, system, side):
        return False
    given = conjunction(bounds(system), side)
    return all(
        problem.prover.refutes(conjunction(given, path.guard))
        for path in (single(system, index) for index in leaving(system))
    ) and all(
        problem.prover.entails(conjunction(given, path.guard), path.after(side))
        for path in (single(system, index) for index in inner(system))
    )


def _is_seen_to_break(problem: Problem, system: System, side: Formula) -> bool:
    """Some sampled run leaves from the side, or leaves the side."""
    test = decider(side)
    outside = set(leaving(system))
    for index in (*leaving(system), *inner(system)):
        for step in problem.samples.steps.get(index, ()):
            try:
                if test(step.before) and (index in outside or not test(step.after)):
                    return True
            except ZeroDivisionError:
                continue
    return False
