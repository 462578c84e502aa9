"""Puts paths together to a system: the cone of variables, their bounds, updates and faith."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from haltcheck.basis.record import record
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.measure import measure
from haltcheck.model.abstract.result import Recall, came_back, handed, matter, results_of
from haltcheck.model.abstract.scene import Frame, Measured, Predicate, Scene, Size, Whole
from haltcheck.model.abstract.state import State
from haltcheck.model.abstract.value import Thing
from haltcheck.model.assumption import DoesNotWrite, ReturnsNormally, Specific
from haltcheck.model.subject import Subject
from haltcheck.model.system import (
    ENTRY,
    EXIT,
    Faith,
    Result,
    System,
    Transition,
    Variable,
)
from haltcheck.model.term import (
    FALSE,
    ONE,
    ZERO,
    Compare,
    Formula,
    Term,
    choose,
    compare,
    conjunction,
    variables,
)
from haltcheck.model.term import Variable as Name


@record
class Path:
    """One way from a location to the next, with the state at its end.

    ``callee`` is the function of the target, where the system is that of a recursion, and
    ``block`` the block there.
    """

    source: int
    target: int
    state: State
    line: int
    callee: Frame | None = None
    block: int = 0


def assemble(
    scene: Scene,
    subject: Subject,
    inside: frozenset[int],
    paths: list[Path],
    recall: Recall,
) -> System:
    """The system of some paths: only variables that a guard depends on are kept.

    Ways to the ends of functions are kept where what a call gave back matters.
    """
    results: tuple[Result, ...] = ()
    if recall.finishes and any(matter(path.state) for path in paths):
        own = [one for one in recall.finishes if not one.effect]
        results = results_of(recall, own)
    kept, updates = _cone(scene, paths, results)
    in_recursion = any(path.callee is not None for path in paths)
    transitions = []
    for path, update in zip(paths, updates, strict=True):
        transitions.append(_transition(scene, recall, path, kept, update))
    here = scene.frame, scene.root
    results = tuple(dict.fromkeys((*results, *recall.outside())))
    scene.frame, scene.root = here
    return System(
        subject,
        tuple(_variable(scene, name, in_recursion) for name in sorted(kept)),
        inside,
        tuple(dict.fromkeys(transitions)),
        results=results,
    )


Update = dict[str, Term]


def _cone(
    scene: Scene, paths: list[Path], results: tuple[Result, ...]
) -> tuple[set[str], list[Update]]:
    updates: list[Update] = [{} for _ in paths]
    wanted: set[str] = set()
    for result in results:
        wanted |= _of(scene, result.guard) | _of(scene, result.value)
        for called in result.returned:
            wanted.update(*(_of(scene, term) for _, term in called.arguments))
    for path in paths:
        wanted |= _behind(scene, path, _mentioned(path.state.guard))
    read = [path.state.guard for path in paths]
    known = len(scene.measured)
    kept: set[str] = set()
    while wanted:
        # In the order of the names, which is the same under every seed of the hashes.
        name = min(wanted)
        wanted.remove(name)
        kept.add(name)
        itself = Name(name)
        for position, (path, update) in enumerate(zip(paths, updates, strict=True)):
            if path.target == EXIT:
                continue
            if path.callee is not None:
                scene.frame = scene.root = path.callee
            scene.at(f"{name}.{position}")
            scene.raising = []
            term = _updated(scene, path, name)
            if term is not None and term != itself:
                update[name] = term
                wanted |= _behind(scene, path, variables(term)) - kept
        for position, path in enumerate(paths):
            if path.state.guard is not read[position] or len(scene.measured) != known:
                read[position] = path.state.guard
                wanted |= _behind(scene, path, _mentioned(path.state.guard)) - kept
        known = len(scene.measured)
    return kept, updates


def _mentioned(guard: tuple[Formula, ...]) -> frozenset[str]:
    """The names in a guard; none where it never holds."""
    return frozenset() if FALSE in guard else frozenset().union(*map(variables, guard))


def _behind(scene: Scene, path: Path, names: Iterable[str]) -> set[str]:
    """Those of the names that are measured, and arguments of calls whose results they are."""
    if path.state.returned:
        names = handed(path.state, names)
    return {name for name in names if name in scene.measured}


def _of(scene: Scene, part: Formula | Term) -> set[str]:
    return {name for name in variables(part) if name in scene.measured}


def _updated(scene: Scene, path: Path, name: str) -> Term | None:
    """What the variable becomes; None where it keeps its value."""
    state = path.state
    if path.source == ENTRY and path.callee is not None and not state.blocks:
        return None
    if not _is_live(scene, path, name):
        return None
    term = measure(scene, state, name, scene.measured[name])
    if term is not None:
        return term
    state.exact = False
    fresh = scene.choice(state)
    match scene.measured[name]:
        case Predicate():
            return choose(Compare("!=", fresh, ZERO), ONE, ZERO)
        case Size():
            state.suppose(compare("<=", ZERO, fresh))
        case _:
            pass
    return fresh


def _is_live(scene: Scene, path: Path, name: str) -> bool:
    """A local that is written before it is read again may keep any value."""
    known = scene.measured[name]
    function = scene.frame.function
    if path.callee is not None:
        masks = path.callee.kinds.at[path.block]
        return all(_fits(path.callee, masks, known, place) for place in _places(known))
    if isinstance(known, Predicate):
        return True
    if known.place not in function.locals and not known.place.startswith("$"):
        return True
    return known.place in scene.frame.flow.live[path.target]


def _places(known: Measured) -> tuple[str, ...]:
    if isinstance(known, Predicate):
        return tuple(one.key for one in known.operands if isinstance(one, Thing) and one.key)
    return (known.place,)


def _fits(callee: Frame, masks: Mapping[str, int], known: Measured, place: str) -> bool:
    """Whether a callee has such a variable: its parameter of that name and kind, or a place."""
    mask = masks.get(place)
    if mask is None:
        return place not in callee.function.locals
    if isinstance(known, Whole):
        return bool(mask & k.WHOLE)
    return not isinstance(known, Size) or not mask & k.WHOLE


def _transition(
    scene: Scene, recall: Recall, path: Path, kept: set[str], update: Update
) -> Transition:
    state = path.state
    guard = conjunction(*state.guard)
    used = set(variables(guard))
    for term in update.values():
        used |= variables(term)
    returned, used = came_back(recall, state, used)
    # What a path that was merged away chose is a choice of this one.
    lost = sorted(used - kept - state.choices.keys())
    choices = (*(name for name in state.choices if name in used), *lost)
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
        returned,
    )


def _assumptions(scene: Scene, state: State, kept: set[str]) -> tuple[Specific, ...]:
    """A call that is supposed to return is also supposed to leave alone what counts."""
    found: list[Specific] = []
    exposed: tuple[str, ...] | None = None
    for supposed in state.assumptions:
        found.append(supposed)
        if isinstance(supposed, ReturnsNormally):
            if exposed is None:
                exposed = tuple([name for name in sorted(kept) if _exposed(scene, name)])
            found += _leaves_alone(supposed.callee, exposed, supposed.line)
    return tuple(found)


@lru_cache(maxsize=4096)
def _leaves_alone(callee: str, names: tuple[str, ...], line: int) -> tuple[DoesNotWrite, ...]:
    return tuple(DoesNotWrite(callee, name, line) for name in names)


def _exposed(scene: Scene, name: str) -> bool:
    known = scene.measured[name]
    function = scene.frame.function
    if isinstance(known, Predicate):
        return True
    if isinstance(known, Whole):
        return known.place not in function.locals or known.place in function.rebound
    return known.place not in scene.frame.private


def _variable(scene: Scene, name: str, in_recursion: bool) -> Variable:
    known = scene.measured[name]
    low = high = None
    match known:
        case Predicate():
            free = all(_is_free(scene, place) for place in _places(known))
            return Variable(name, 0, 1, free or in_recursion)
        case Size():
            low = 0
        case Whole(place=place) if scene.masks.get(place) == k.BOOL:
            low, high = 0, 1
        case _:
            pass
    return Variable(name, low, high, in_recursion or _is_free(scene, known.place))


def _is_free(scene: Scene, place: str) -> bool:
    """Whether a place has a value at the entry that the function did not give it."""
    function = scene.frame.function
    if any(parameter.name == place for parameter in function.parameters):
        return True
    return place not in function.locals and not place.startswith("$")


__all__ = ["ENTRY", "Path", "assemble"]
