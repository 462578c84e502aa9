"""Compares a transition system with the exact machine on one run."""

from __future__ import annotations

import re
from collections.abc import Mapping

from haltcheck.basis.budget import Budget
from haltcheck.frontend.parse import parse
from haltcheck.frontend.source import from_text
from haltcheck.frontend.syntax import Syntax
from haltcheck.model.abstract import Trust, build, show
from haltcheck.model.abstract.scene import frame_of
from haltcheck.model.lower import lower
from haltcheck.model.program import Program
from haltcheck.model.step.event import AtHead, Failed, Finished
from haltcheck.model.step.start import start
from haltcheck.model.step.state import Frame
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import ENTRY, EXIT, Faith, System, Transition
from haltcheck.model.term import Formula, Integer, apply, compare, conjunction, invert, substitute
from haltcheck.model.term import Variable as Name
from haltcheck.proof.encode import Prover

State = dict[str, int]


def lowered(text: str) -> Program:
    """The program of a text."""
    syntax = parse(from_text(text))
    assert isinstance(syntax, Syntax), syntax
    return lower(syntax)


def systems(program: Program, trust: Trust = Trust.NOTHING) -> list[System]:
    """The systems of all loops of a program."""
    found = []
    for qualname, function in program.functions.items():
        for loop in function.loops:
            system = build(program, LoopSubject(qualname, loop.id), trust, Budget())
            if isinstance(system, System):
                found.append(system)
    return found


def follow(
    program: Program, system: System, arguments: Mapping[str, object], rounds: int = 12
) -> int:
    """Runs the machine and asks the system to allow every round; the number of rounds seen."""
    assert isinstance(system.subject, LoopSubject)
    qualname = system.subject.qualname
    locations = {end for one in system.transitions for end in (one.source, one.target) if end >= 0}
    heads = frozenset((qualname, location) for location in locations)
    machine = start(program, qualname, arguments)
    frame = machine.stack[-1]
    assert isinstance(frame, Frame)
    here, state = ENTRY, _observe(frame, system)
    for count in range(rounds):
        event = machine.run(4000, heads=heads)
        if isinstance(event, AtHead):
            there = event.block
            live = frame_of(program, program.functions[qualname]).flow.live[there]
            after = _observe(frame, system, live)
        elif isinstance(event, Finished | Failed):
            there, after = EXIT, {}
        else:
            return count
        _check(system, here, state, there, after, arguments)
        if there == EXIT or (here in system.inside and there not in locations):
            return count
        here, state = there, after
    return rounds


def _observe(frame: Frame, system: System, live: frozenset[str] | None = None) -> State:
    """The variables that the frame knows; dead locals may have any value in the system."""
    seen: State = {}
    for variable in system.variables:
        name = variable.name
        if live is not None and not live & set(re.findall(r"\w+", name)):
            continue
        sized = re.fullmatch(r"len\((\w+)\)", name)
        if sized and isinstance(frame.env.get(sized[1]), list | str | tuple | dict | set | bytes):
            seen[name] = len(frame.env[sized[1]])
        elif isinstance(frame.env.get(name), int):
            seen[name] = int(frame.env[name])
    return seen


def _check(
    system: System,
    here: int,
    before: State,
    there: int,
    after: State,
    arguments: Mapping[str, object],
) -> None:
    inside = here in system.inside
    if there == EXIT and not inside:
        return
    prover = Prover(100_000, 1000)
    known = {name: Integer(value) for name, value in before.items()}
    allowed = [
        one
        for one in system.transitions
        if one.source == here
        and one.target == there
        and not prover.refutes(_condition(system, one, known, after))
    ]
    where = f"{here} {before} -> {there} {after} from {arguments}\n{show(system)}"
    assert allowed, f"no transition allows {where}"
    for one in system.transitions:
        if one.source == here and one.faith is Faith.EXACT and not one.choices:
            guard = apply(one.guard, known)
            if prover.refutes(invert(guard)):
                assert one.target == there, f"exact, but {where}"
                assert not prover.refutes(_condition(system, one, known, after)), where


def _condition(
    system: System, one: Transition, known: Mapping[str, Integer], after: State
) -> Formula:
    update = dict(one.update)
    parts = [apply(one.guard, known)]
    for name, value in after.items():
        term = substitute(update.get(name, Name(name)), known)
        if name not in update and name not in known:
            continue
        parts.append(compare("==", term, Integer(value)))
    for variable in system.variables:
        if variable.name in known:
            continue
        if variable.low is not None:
            parts.append(compare("<=", Integer(variable.low), Name(variable.name)))
        if variable.high is not None:
            parts.append(compare("<=", Name(variable.name), Integer(variable.high)))
    return conjunction(*parts)
