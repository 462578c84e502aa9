"""What functions of a recursion give back, where calls of them depend on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from haltcheck.basis.record import record
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import as_term
from haltcheck.model.system import Result, Returned
from haltcheck.model.term import Formula, Term, conjunction, variables


@record
class Finish:
    """One way to the end of a function, with the state there and what is given back.

    Where ``effect`` names a function and a global, ``value`` is what is left in that.
    """

    source: int
    state: State
    value: Term
    effect: str = ""


_OUTSIDE = -10
"""Locations of functions that are no part of the subject: downward from here."""

_MOST = 4
EFFECT = "=>"
"""Between a function and a global that it writes: what a call leaves there is a result too."""


@dataclass(slots=True)
class Recall:
    """Where functions whose results count have their location, and how to find their ends.

    ``finishes`` are those that are known of the subject's own functions.
    """

    explore: Callable[[str, int], list[Finish]]
    places: dict[str, int] = field(default_factory=dict)
    finishes: list[Finish] = field(default_factory=list)

    def place(self, qualname: str) -> int:
        """The location of a function; one from outside of the subject gets a new one."""
        return self.places.setdefault(qualname, _OUTSIDE - len(self.places))

    def outside(self) -> tuple[Result, ...]:
        """The ways to the ends of all functions from outside whose results count by now."""
        found: dict[Result, None] = {}
        done: set[str] = set()
        while len(done) < _MOST:
            names = [name for name, place in self.places.items() if place < 0]
            fresh = next((name for name in names if name not in done), "")
            if not fresh:
                break
            done.add(fresh)
            found.update(dict.fromkeys(results_of(self, self._ends(fresh))))
        return tuple(found)

    def _ends(self, name: str) -> list[Finish]:
        """The ways to the end of a function from outside, or to a global that it leaves."""
        qualname, _, effect = name.partition(EFFECT)
        place = self.places.get(qualname, self.places[name])
        ends = self.finishes if place >= 0 else self.explore(qualname, place)
        wanted = name if effect else ""
        return [replace(one, source=self.places[name]) for one in ends if one.effect == wanted]


def matter(state: State) -> bool:
    """Whether a path depends on what a call of the recursion gave back."""
    used = set(variables(conjunction(*state.guard)))
    for value in state.locals.values():
        term = as_term(value)
        used |= variables(term) if term is not None else set()
    return any(result in used for _, _, result in state.returned)


def handed(state: State, used: Iterable[str]) -> set[str]:
    """These names, and those that the arguments of calls with such results speak of."""
    names = set(used)
    for _, arguments, result in reversed(state.returned):
        if result in names:
            for _, value in arguments:
                term = as_term(value)
                names |= variables(term) if term is not None else set()
    return names


def came_back(
    recall: Recall, state: State, used: set[str]
) -> tuple[tuple[Returned, ...], set[str]]:
    """The calls that matter to these names, and all the names that matter then."""
    found: list[Returned] = []
    names = set(used)
    for qualname, handed, result in reversed(state.returned):
        if result in names:
            terms = [(name, as_term(value)) for name, value in handed]
            known = tuple((name, term) for name, term in terms if term is not None)
            found.append(Returned(recall.place(qualname), known, result))
            for _, term in known:
                names |= variables(term)
    return tuple(reversed(found)), names


def results_of(recall: Recall, finishes: list[Finish]) -> tuple[Result, ...]:
    """The ways to the end of every function."""
    made: list[Result] = []
    for one in finishes:
        guard: Formula = conjunction(*one.state.guard)
        used = set(variables(guard) | variables(one.value))
        returned, used = came_back(recall, one.state, used)
        choices = tuple(name for name in one.state.choices if name in used)
        made.append(Result(one.source, guard, one.value, choices, returned))
    return tuple(dict.fromkeys(made))


def finish(scene: Scene, source: int, state: State) -> Finish:
    """The end of a path that stands in ``return``; what is no integer is anything."""
    value = state.locals.get("return")
    term = as_term(value) if value is not None else None
    scene.at(f"return.{source}.{len(state.blocks)}")
    return Finish(source, state, term if term is not None else scene.choice(state))
