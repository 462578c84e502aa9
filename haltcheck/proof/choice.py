"""What the outside world might answer on a cycle so that it never ends: terms over the state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from haltcheck.model.system import System, Transition
from haltcheck.model.term import Compare, Formula, Integer, Term, Variable, add, variables
from haltcheck.proof.path import Path, Picks, single
from haltcheck.proof.polynomial import Polynomial, difference, spell
from haltcheck.proof.simplify import atoms_of, numbers

_EACH = 10
_CONSTANTS = 6


def answers(system: System, path: Path, most: int) -> Iterator[tuple[Picks, ...]]:
    """Ways to fix all that the world chooses along the path, what changes least first."""
    slots = [
        (position, name)
        for position, step in enumerate(path.steps)
        for name in sorted(system.transitions[step].world)
    ]
    around = [
        atom
        for one in (system.transitions[step] for step in path.steps)
        for atom in atoms_of(one.guard)
        if not variables(atom) & set(one.choices)
    ]
    options = [
        _options(system, path.steps[position], name, around)[:_EACH] for position, name in slots
    ]
    ranked = sorted(
        islice(product(*(range(len(option)) for option in options)), most * most), key=_rank
    )
    for chosen in ranked[:most]:
        picks: list[dict[str, Term]] = [{} for _ in path.steps]
        for (position, name), option, index in zip(slots, options, chosen, strict=True):
            picks[position][name] = option[index]
        yield tuple(picks)


def _rank(chosen: Sequence[int]) -> tuple[int, Sequence[int]]:
    return sum(chosen), chosen


def _options(system: System, step: int, name: str, around: Sequence[Compare]) -> tuple[Term, ...]:
    """Terms over the state before the step: what keeps variables, meets bounds, or is small."""
    transition = system.transitions[step]
    path = single(system, step)
    fresh = f"{name}@0"
    found: dict[Term, None] = {}
    for variable, term in path.update.items():
        same = _solved(difference(term, Variable(variable)), fresh, transition)
        found.update(dict.fromkeys(same))
    bounds = [*atoms_of(path.guard), *(path.after(atom) for atom in around)]
    for atom in bounds:
        found.update(dict.fromkeys(_meeting(atom, fresh, transition)))
    for one in list(found):
        found.update(dict.fromkeys((add(one, Integer(1)), add(one, Integer(-1)))))
    near = sorted({one for atom in around for one in numbers(atom)}, key=lambda n: (abs(n), n))
    small = [Integer(number) for number in (0, 1, -1, 2, *near[:_CONSTANTS])]
    return tuple(dict.fromkeys((*list(found)[: _EACH - 4], *small)))


def _meeting(atom: Formula, name: str, transition: Transition) -> Iterator[Term]:
    """The terms at which a comparison just holds."""
    if isinstance(atom, Compare) and name in variables(atom):
        for edge in _solved(difference(atom.left, atom.right), name, transition):
            yield edge
            if atom.operator in ("<", "!="):
                yield add(edge, Integer(1))
                yield add(edge, Integer(-1))


def _solved(equation: Polynomial, name: str, transition: Transition) -> Iterator[Term]:
    """What the variable is where the polynomial is 0, if it occurs plainly and with nothing free.

    The result speaks of the state before the transition, not of its other choices.
    """
    factor = equation.terms.get((name,), 0)
    rest = {one: number for one, number in equation.terms.items() if one != (name,)}
    if abs(factor) != 1 or any(name in monomial for monomial in rest):
        return
    term = spell(
        Polynomial({one: -factor * number for one, number in rest.items()}, equation.atoms)
    )
    free = {f"{one}@0" for one in transition.choices}
    if not variables(term) & free:
        yield term
