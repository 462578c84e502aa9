"""What functions of a recursion give back, where calls of them depend on it."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model.abstract.scene import Scene
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import as_term
from haltcheck.model.subject import RecursionSubject
from haltcheck.model.system import Result, Returned
from haltcheck.model.term import Formula, Term, conjunction, variables


@record
class Finish:
    """One way to the end of a function, with the state there and what is given back."""

    source: int
    state: State
    value: Term


def matter(state: State) -> bool:
    """Whether a path depends on what a call of the recursion gave back."""
    used = set(variables(conjunction(*state.guard)))
    for value in state.locals.values():
        term = as_term(value)
        used |= variables(term) if term is not None else set()
    return any(result in used for _, _, result in state.returned)


def came_back(
    subject: RecursionSubject, state: State, used: set[str]
) -> tuple[tuple[Returned, ...], set[str]]:
    """The calls that matter to these names, and all the names that matter then."""
    found: list[Returned] = []
    names = set(used)
    for qualname, handed, result in reversed(state.returned):
        if result in names:
            terms = [(name, as_term(value)) for name, value in handed]
            known = tuple((name, term) for name, term in terms if term is not None)
            found.append(Returned(subject.qualnames.index(qualname), known, result))
            for _, term in known:
                names |= variables(term)
    return tuple(reversed(found)), names


def results_of(subject: RecursionSubject, finishes: list[Finish]) -> tuple[Result, ...]:
    """The ways to the end of every function."""
    made: list[Result] = []
    for one in finishes:
        guard: Formula = conjunction(*one.state.guard)
        used = set(variables(guard) | variables(one.value))
        returned, used = came_back(subject, one.state, used)
        choices = tuple(name for name in one.state.choices if name in used)
        made.append(Result(one.source, guard, one.value, choices, returned))
    return tuple(dict.fromkeys(made))


def finish(scene: Scene, source: int, state: State) -> Finish:
    """The end of a path that stands in ``return``; what is no integer is anything."""
    value = state.locals.get("return")
    term = as_term(value) if value is not None else None
    scene.at(f"return.{source}.{len(state.blocks)}")
    return Finish(source, state, term if term is not None else scene.choice(state))
