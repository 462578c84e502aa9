"""Puts paths together to a system: the cone of variables, their bounds, updates and faith."""

from __future__ import annotations

from dataclasses import dataclass

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.measure import measure
from haltcheck.model.abstract.scene import Predicate, Scene, Size, Whole
from haltcheck.model.abstract.state import State
from haltcheck.model.assumption import DoesNotWrite, ReturnsNormally, Specific
from haltcheck.model.subject import Subject
from haltcheck.model.system import ENTRY, EXIT, Faith, System, Transition, Variable
from haltcheck.model.term import Formula, Term, conjunction, variables
from haltcheck.model.term import Variable as Name


@dataclass(frozen=True, slots=True)
class Path:
    """One way from a location to the next, with the state at its end."""

    source: int
    target: int
    state: State
    line: int


def assemble(scene: Scene, subject: Subject, inside: frozenset[int], paths: list[Path]) -> System:
    """The system of some paths: only variables that a guard depends on are kept."""
    kept, updates = _cone(scene, paths)
    transitions = []
    for path, update in zip(paths, updates, strict=True):
        transitions.append(_transition(scene, path, kept, update))
    return System(
        subject,
        tuple(_variable(scene, name) for name in sorted(kept)),
        inside,
        tuple(dict.fromkeys(transitions)),
    )


Update = dict[str, Term]


def _cone(scene: Scene, paths: list[Path]) -> tuple[set[str], list[Update]]:
    updates: list[Update] = [{} for _ in paths]
    wanted: set[str] = set()
    for path in paths:
        wanted |= _of(scene, conjunction(*path.state.guard))
    kept: set[str] = set()
    while wanted:
        name = wanted.pop()
        kept.add(name)
        for position, (path, update) in enumerate(zip(paths, updates, strict=True)):
            if path.target == EXIT:
                continue
            scene.at(f"{name}.{position}")
            scene.raising = []
            term = _updated(scene, path, name)
            if term != Name(name):
                update[name] = term
                wanted |= _of(scene, term) - kept
        for path in paths:
            wanted |= _of(scene, conjunction(*path.state.guard)) - kept
    return kept, updates


def _of(scene: Scene, part: Formula | Term) -> set[str]:
    return {name for name in variables(part) if name in scene.measured}


def _updated(scene: Scene, path: Path, name: str) -> Term:
    live = _is_live(scene, path.target, name)
    state = path.state
    if not live:
        return Name(name)
    term = measure(scene, state, name, scene.measured[name])
    if term is not None:
        return term
    state.exact = False
    return scene.choice(state)


def _is_live(scene: Scene, target: int, name: str) -> bool:
    """A local that is written before it is read again may keep any value."""
    known = scene.measured[name]
    if isinstance(known, Predicate):
        return True
    place = known.place
    if place not in scene.frame.function.locals and not place.startswith("$"):
        return True
    return place in scene.frame.flow.live[target]


def _transition(scene: Scene, path: Path, kept: set[str], update: Update) -> Transition:
    state = path.state
    guard = conjunction(*state.guard)
    used = set(variables(guard))
    for term in update.values():
        used |= variables(term)
    choices = tuple(name for name in state.choices if name in used)
    return Transition(
        path.source,
        path.target,
        guard,
        tuple(sorted(update.items())),
        choices,
        state.world & frozenset(choices),
        Faith.EXACT if state.exact else Faith.COARSE,
        state.blocks,
        path.line,
        state.events,
        _assumptions(scene, state, kept),
    )


def _assumptions(scene: Scene, state: State, kept: set[str]) -> tuple[Specific, ...]:
    """A call that is supposed to return is also supposed to leave alone what counts."""
    found: list[Specific] = []
    for supposed in state.assumptions:
        found.append(supposed)
        if isinstance(supposed, ReturnsNormally):
            for name in sorted(kept):
                if _exposed(scene, name):
                    found.append(DoesNotWrite(supposed.callee, name, supposed.line))
    return tuple(found)


def _exposed(scene: Scene, name: str) -> bool:
    known = scene.measured[name]
    function = scene.frame.function
    if isinstance(known, Predicate):
        return True
    if isinstance(known, Whole):
        return known.place not in function.locals or known.place in function.rebound
    return known.place not in scene.frame.private


def _variable(scene: Scene, name: str) -> Variable:
    known = scene.measured[name]
    function = scene.frame.function
    parameters = {parameter.name for parameter in function.parameters}
    low = high = None
    match known:
        case Predicate():
            low, high = 0, 1
            return Variable(name, low, high, True)
        case Size():
            low = 0
        case Whole(place=place) if scene.masks.get(place) == k.BOOL:
            low, high = 0, 1
        case _:
            pass
    place = known.place
    is_local = place in function.locals or place.startswith("$")
    return Variable(name, low, high, place in parameters or not is_local)


__all__ = ["ENTRY", "Path", "assemble"]
