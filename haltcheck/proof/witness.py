"""Follows a divergence on plain numbers, for the reader: inputs, states by line, events."""

from __future__ import annotations

from collections.abc import Sequence

from haltcheck.model.certificate import Entry, Values
from haltcheck.model.system import Faith, System
from haltcheck.model.term import evaluate, holds, variables
from haltcheck.proof.path import Picks
from haltcheck.proof.ruling import Witness

_LONGEST = 64
_ROUND = 8


def follow(
    system: System, entry: Entry, cycle: Sequence[int], picks: Sequence[Picks] = ()
) -> Witness:
    """The witness of this entry, then of one turn around the cycle; free choices show as 0."""
    state = dict(entry.inputs)
    stem = _walk(system, state, entry.stem, [dict(values) for values in entry.choices])
    turn: list[tuple[int, Values]] = []
    for position, step in enumerate(cycle[:_LONGEST]):
        chosen = picks[position] if position < len(picks) else {}
        plain = {name: _value(term, state) for name, term in chosen.items()}
        turn += _walk(system, state, (step,), [plain])
    steps = (*entry.stem, *cycle)
    events = dict.fromkeys(event for step in steps for event in system.transitions[step].events)
    return Witness(entry.inputs, tuple(events), tuple(stem[-_LONGEST:]), tuple(turn))


def turn(system: System, entry: Entry) -> tuple[int, ...]:
    """Some exact transitions from where the entry leads to back to that location, if any."""
    state = dict(entry.inputs)
    _walk(system, state, entry.stem, [dict(values) for values in entry.choices])
    start = place = system.transitions[entry.stem[-1]].target
    taken: list[int] = []
    while len(taken) < _ROUND:
        step = _open(system, place, state)
        if step < 0:
            return ()
        taken.append(step)
        _walk(system, state, (step,), [])
        place = system.transitions[step].target
        if place == start:
            return tuple(taken)
    return ()


def _open(system: System, place: int, state: dict[str, int]) -> int:
    """A transition from here whose guard holds and that leaves nothing to chance, -1 if none."""
    for index, one in enumerate(system.transitions):
        plain = one.source == place and one.target in system.inside and not one.choices
        if plain and one.faith is Faith.EXACT and variables(one.guard) <= state.keys():
            try:
                if holds(one.guard, state):
                    return index
            except ZeroDivisionError:
                continue
    return -1


def _walk(
    system: System, state: dict[str, int], steps: Sequence[int], choices: Sequence[dict[str, int]]
) -> list[tuple[int, Values]]:
    seen: list[tuple[int, Values]] = []
    for position, step in enumerate(steps):
        transition = system.transitions[step]
        seen.append((transition.line, tuple(sorted(state.items()))))
        at = dict.fromkeys(transition.choices, 0) | state
        at |= choices[position] if position < len(choices) else {}
        state.update({name: _value(term, at) for name, term in transition.update})
    return seen


def _value(term: object, at: dict[str, int]) -> int:
    """The term's value; 0 for what the walk cannot know."""
    try:
        return evaluate(term, at)  # type: ignore[arg-type]
    except (KeyError, ZeroDivisionError):
        return 0
