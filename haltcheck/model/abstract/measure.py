"""What the variables of a system are at the end of a path: the way from states to updates."""

from __future__ import annotations

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.condition import relate, truth
from haltcheck.model.abstract.scene import (
    Measured,
    Predicate,
    Scene,
    Size,
    Upcoming,
    Whole,
    may_have_moved,
)
from haltcheck.model.abstract.state import FORGOTTEN, State
from haltcheck.model.abstract.value import Known, Number, Thing, Value, as_term
from haltcheck.model.term import (
    ONE,
    ZERO,
    Compare,
    Formula,
    Integer,
    Term,
    Variable,
    choose,
    variables,
)


def measure(scene: Scene, state: State, name: str, known: Measured) -> Term | None:
    """The new value of a variable at the end of a path; None where it may be anything."""
    match known:
        case Whole(place=place):
            return _whole(scene, state, place)
        case Size(place=place):
            return _size(scene, state, place, name)
        case Upcoming(place=place):
            value = current(scene, state, place)
            if not isinstance(value, Thing):
                return None
            found = state.next_values.get(value.id)
            if found == FORGOTTEN:
                return None
            if found is None and value.key == place:
                return Variable(name)
            return found
        case Predicate(operator=operator, operands=operands):
            return _predicate(scene, state, name, operator, operands)


def current(scene: Scene, state: State, place: str) -> Value | None:
    """What a place holds now; None where nobody knows."""
    if place in state.locals:
        return state.locals[place]
    if place in scene.frame.function.locals or place.startswith("$"):
        return None
    found = state.places.get(place)
    lost = state.stale_places or place.rpartition(".")[2] in state.lost
    if found is None and not lost:
        mask = scene.masks.get(place, k.ANY)
        return scene.start(place, mask)
    return found


def _whole(scene: Scene, state: State, place: str) -> Term | None:
    value = current(scene, state, place)
    if value is None:
        return None
    if isinstance(value, Thing) and value.key == place:
        return Variable(place)
    return as_term(value)


def _size(scene: Scene, state: State, place: str, name: str) -> Term | None:
    value = current(scene, state, place)
    match value:
        case Thing(id=identity, key=key):
            found = state.sizes.get(identity)
            if found == FORGOTTEN or (found is None and may_have_moved(scene, state, value)):
                return None
            if found is None and key == place:
                return Variable(name)
            if found is None and key:
                return Variable(name.replace(f"({place})", f"({key})"))
            return found
        case Known(value=str() | bytes() as text):
            return Integer(len(text))
        case None | Number():
            return None
        case _:
            return Integer(len(value.values)) if hasattr(value, "values") else None


def _predicate(
    scene: Scene, state: State, name: str, operator: str, operands: tuple[Value, ...]
) -> Term | None:
    now: list[Value] = []
    for operand in operands:
        fresh = _operand(scene, state, operand)
        if fresh is None:
            return None
        now.append(fresh)
    probe = state.fork()
    formula = (
        truth(scene, probe, now[0])
        if operator == "truth"
        else relate(scene, probe, operator, now[0], now[1])
    )
    if formula == Compare("!=", Variable(name), ZERO):
        return Variable(name)
    added = probe.guard[len(state.guard) :]
    if any(not one.startswith("?") for part in added for one in variables(part)):
        # Evaluating it may raise; a state at a cut point has not done so yet.
        return None
    state.guard, state.choices, state.exact = probe.guard, probe.choices, probe.exact
    return _bit(formula)


def _bit(formula: Formula) -> Term:
    return choose(formula, ONE, ZERO)


def _operand(scene: Scene, state: State, operand: Value) -> Value | None:
    match operand:
        case Thing(key=key) if key:
            return current(scene, state, key)
        case Number(term=Variable(name=name)):
            known = scene.measured.get(name)
            if known is None or isinstance(known, Predicate):
                return None
            term = measure(scene, state, name, known)
            return None if term is None else Number(term)
        case _:
            return operand
