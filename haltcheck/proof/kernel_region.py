"""Checks for which inputs a subject diverges and for which it halts; small and dull on purpose."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import assert_never

from haltcheck.model.certificate import Bounded, Ranking
from haltcheck.model.subject import RecursionSubject
from haltcheck.model.system import ENTRY, System
from haltcheck.model.term import (
    FALSE,
    Formula,
    conjunction,
    disjunction,
    invert,
    variables,
)
from haltcheck.proof.condition import is_sayable, is_total
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_halting import check_bounded, check_ranking
from haltcheck.proof.path import Path, bounds, compose, single, speaks
from haltcheck.proof.plain import told
from haltcheck.proof.region import Partition, Piece, Rest
from haltcheck.proof.ruling import Granted, Rejected, Ruling, leaned_on


def check_partition(system: System, prover: Prover, partition: Partition) -> Ruling:
    """Every input of ``said`` is one of a piece; with a rest, all others are in the rest."""
    parameters = {variable.name for variable in system.variables if variable.parameter}
    if not variables(partition.said) <= parameters:
        return Rejected("a condition is about the parameters")
    if not all(is_sayable(name) for name in variables(partition.said)):
        return Rejected("a condition is about names that stand for themselves")
    if not is_total(partition.said):
        return Rejected("a condition has a value everywhere")
    used: list[Granted] = []
    parts: tuple[Piece | Rest, ...] = (*partition.pieces, *partition.rest)
    for part in parts:
        ruling = check_part(system, prover, part)
        if isinstance(ruling, Rejected):
            return ruling
        used.append(ruling)
    given = conjunction(bounds(system), system.entry_condition)
    diverging = disjunction(*(piece.inputs for piece in partition.pieces))
    if not prover.entails(conjunction(given, partition.said), diverging):
        return Rejected("the condition is true of inputs that no piece has")
    if partition.rest:
        halting = disjunction(*(rest.inputs for rest in partition.rest))
        others = conjunction(given, invert(partition.said))
        if not prover.entails(others, halting):
            return Rejected("some inputs are neither in a piece nor in the rest")
    supposed = dict.fromkeys(one for ruling in used for one in ruling.assumptions)
    always = prover.entails(given, partition.said)
    return Granted(tuple(supposed), "" if always else told(partition.said, system))


def check_part(system: System, prover: Prover, part: Piece | Rest) -> Ruling:
    """One part of the inputs."""
    match part:
        case Piece():
            return check_piece(system, prover, part)
        case Rest():
            return check_rest(system, prover, part)
        case _:
            assert_never(part)


def check_rest(system: System, prover: Prover, rest: Rest) -> Ruling:
    """The certificate holds where the runs start from these inputs."""
    narrowed = replace(system, entry_condition=conjunction(system.entry_condition, rest.inputs))
    match rest.certificate:
        case Ranking():
            return check_ranking(narrowed, prover, rest.certificate)
        case Bounded():
            return check_bounded(narrowed, prover, rest.certificate)
        case _:
            assert_never(rest.certificate)


def check_piece(system: System, prover: Prover, piece: Piece) -> Ruling:
    """From the inputs and from each of the states the run goes on into the states."""
    states = dict(piece.states)
    if len(states) < len(piece.states) or ENTRY in states:
        return Rejected("states belong to locations, one each")
    chosen = (term for way in piece.picks for step in way for _, term in step)
    parameters = {variable.name for variable in system.variables if variable.parameter}
    if not speaks(system, (*states.values(), *chosen)) or not variables(piece.inputs) <= parameters:
        return Rejected("the states or inputs speak of what is no variable of the subject")
    ways: dict[int, list[Path]] = defaultdict(list)
    for position, steps in enumerate(piece.ways):
        picks = piece.picks[position] if position < len(piece.picks) else ()
        path = compose(system, steps, tuple(dict(chosen) for chosen in picks))
        if not isinstance(path, Path):
            return Rejected(path.reason)
        if not path.exact:
            return Rejected("a way is only an approximation of the program")
        ways[path.source].append(path)
    start = conjunction(system.entry_condition, piece.inputs)
    for place, held in ((ENTRY, start), *piece.states):
        premise = conjunction(bounds(system), held)
        if not _goes_on(system, prover, premise, place, ways[place], states):
            return Rejected(f"the states at location {place} may be left")
    inside = [i for i, one in enumerate(system.transitions) if not ways[one.source]]
    used = {step for steps in piece.ways for step in steps} | {
        index for index in inside if system.transitions[index].source in states
    }
    return Granted(leaned_on(system.transitions[index] for index in sorted(used)))


def _goes_on(
    system: System,
    prover: Prover,
    premise: Formula,
    place: int,
    ways: list[Path],
    states: dict[int, Formula],
) -> bool:
    """One of the ways is open and leads into the states; without ways everything does."""
    into = [conjunction(path.guard, path.after(states.get(path.target, FALSE))) for path in ways]
    if place == ENTRY and isinstance(system.subject, RecursionSubject):
        entered = {one.target for one in system.transitions if one.source == ENTRY}
        everywhere = entered == {path.target for path in ways}
        return everywhere and all(prover.entails(premise, one) for one in into)
    if ways:
        return prover.entails(premise, disjunction(*into))
    if place not in system.inside or not system.complete:
        return False
    return all(
        prover.entails(conjunction(premise, path.guard), path.after(states.get(path.target, FALSE)))
        for path in (
            single(system, index)
            for index, one in enumerate(system.transitions)
            if one.source == place
        )
    )
