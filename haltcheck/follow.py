"""Follows accepted proofs on the exact machine: a run that contradicts one is a fault of ours.

Halting: random small entries end, come to no state twice, and the measure falls round by round.
Looping: the run from the named inputs makes 10,000 rounds, and random small inputs that meet the
condition do not end.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from haltcheck.basis.answer import Answer
from haltcheck.frontend.expression import Parameter
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.surrounding import surrounding
from haltcheck.model.certificate import (
    EndlessIteration,
    NoBaseCase,
    NoExit,
    NoWayBack,
    Recurrent,
    Replay,
    Trapped,
)
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program
from haltcheck.model.step.event import AtHead, Event, Exceeded, Failed, Finished
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.replay import begin
from haltcheck.model.subject import IterationSubject, LoopSubject, RecursionSubject, Subject
from haltcheck.model.term import Formula, holds, variables
from haltcheck.pursuit import ROUNDS, Consistent, Contradicted, Following, Pursuit
from haltcheck.verdict.case import loop_of
from haltcheck.verdict.evidence import Settled

ENTRIES = 100
_STEPS = 60_000
_ALL_STEPS = 600_000
_LOOPING_STEPS = 1_000_000
_FIRST_STEPS = 30_000
_TRIED = 60
_ANYTHING: dict[str, object] = {"int": 3, "bool": True, "float": 1.5, "str": "ab", "bytes": b"ab"}


def follow(program: Program, subject: Subject, settled: Settled) -> Following:
    """Runs the program where the proof says what must happen."""
    if settled.answer is Answer.HALT:
        return _follow_halting(program, subject, settled)
    followed = _follow_looping(program, subject, settled, _LOOPING_STEPS)
    return (
        followed
        if isinstance(followed, Contradicted)
        else _follow_condition(program, subject, settled, followed.runs)
    )


def contradiction(
    program: Program, subject: Subject, settled: Settled, *, thorough: bool = True
) -> str:
    """How runs contradict a proof; empty where they do not.

    Without ``thorough`` only the beginning of the run that is said not to end, a few hundredths
    of a second of it: the machine knows of exceptions that the symbolic execution leaves out.
    """
    if thorough:
        found = follow(program, subject, settled)
    elif settled.answer is Answer.NON_HALT:
        found = _follow_looping(program, subject, settled, _FIRST_STEPS)
    else:
        return ""
    if not isinstance(found, Contradicted):
        return ""
    return f"contradicted proof by {settled.technique}: {found.why}"


# Halting


def _follow_halting(program: Program, subject: Subject, settled: Settled) -> Following:
    name = _owner(program, subject)
    function = program.functions[name]
    random = Random(name)
    left, exact = _ALL_STEPS, 0
    for _ in range(ENTRIES):
        inputs = {one.name: _value(random, one) for one in _fillable(function)}
        machine = begin(program, name, inputs)
        if isinstance(machine, str) or left <= 0:
            break
        watch = Pursuit(program, subject, settled.certificate)
        found = watch.run(machine, min(_STEPS, left))
        left -= machine.steps
        if isinstance(found, Contradicted):
            shown = ", ".join(f"{key}={value!r}" for key, value in inputs.items())
            return Contradicted(f"{found.why} from {name}({shown})")
        exact += found.runs
    return Consistent(exact)


def _fillable(function: Function) -> list[Parameter]:
    named = [one for one in function.parameters if one.kind not in ("*", "**")]
    return named[1:] if function.in_class is not None else named


def _value(random: Random, parameter: Parameter) -> object:
    text = (parameter.annotation or "").strip("'\"")
    small = random.randint(-8, 16)
    numbers = [random.randint(-3, 6) for _ in range(random.randint(0, 5))]
    made: dict[str, object] = {
        "int": small,
        "bool": small > 4,
        "float": small / 2,
        "str": "abca"[: abs(small) % 5],
        "bytes": b"abca"[: abs(small) % 5],
        "list": numbers,
    }
    plain = text.partition("[")[0]
    if plain in made:
        return made[plain]
    return made["list"] if random.random() < 0.3 else small


# Looping


def _follow_looping(program: Program, subject: Subject, settled: Settled, steps: int) -> Following:
    """Only runs whose every input the certificate names can contradict it."""
    certificate, given = settled.certificate, settled.witness.inputs
    if isinstance(subject, IterationSubject):
        # It is judged as if control came to it.
        return Consistent(0)
    match certificate:
        case Replay(qualname=name, inputs=known):
            inputs = dict(known)
        case Recurrent(entry=entry, picks=picks) if not any(picks) and not any(entry.choices):
            name, inputs = _owner(program, subject), dict(entry.inputs)
        case Trapped(entry=entry) if not any(entry.choices):
            name, inputs = _owner(program, subject), dict(entry.inputs)
        case NoExit() | NoBaseCase() | EndlessIteration():
            name, inputs = _owner(program, subject), dict(_integers(given))
        case _:
            return Consistent(0)
    function = function_of(program, name) or program.functions[name]
    reached = not isinstance(certificate, NoExit)
    if not reached:
        # Whatever comes to the loop stays: any inputs will do, and may miss it.
        inputs = {
            one.name: _ANYTHING[one.annotation or ""]
            for one in function.parameters
            if one.annotation in _ANYTHING
        } | inputs
    wanted = {one.name for one in function.parameters}
    if settled.assumptions or not wanted <= inputs.keys() or function.in_class is not None:
        return Consistent(0)
    machine = begin(program, name, {key: inputs[key] for key in wanted})
    if isinstance(machine, str):
        return Consistent(0)
    event, rounds = _go_round(program, subject, machine, steps)
    if isinstance(event, Finished | Failed) and (reached or rounds):
        shown = ", ".join(f"{key}={value!r}" for key, value in inputs.items())
        return Contradicted(f"the run ends from {name}({shown})")
    return Consistent(1)


def _is_true(formula: Formula, inputs: dict[str, int]) -> bool:
    try:
        return holds(formula, inputs)
    except ZeroDivisionError:
        return False


def _integers(given: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, object]]:
    for name, text in given:
        if text.lstrip("-").isdecimal():
            yield name, int(text)


def _go_round(
    program: Program, subject: Subject, machine: Machine, steps: int
) -> tuple[Event, int]:
    """What ends the run within 10,000 rounds of the subject, ``Exceeded`` where nothing does; and
    how often it came to the subject's head.
    """
    heads: frozenset[tuple[str, int]] = frozenset()
    if isinstance(subject, LoopSubject):
        heads = frozenset(((subject.qualname, loop_of(program, subject).head),))
    event: Event = Exceeded("steps")
    for seen in range(ROUNDS):
        if machine.steps >= steps:
            break
        event = machine.run(steps - machine.steps, heads)
        if not isinstance(event, AtHead):
            return event, seen
    return event, ROUNDS


def _follow_condition(program: Program, subject: Subject, settled: Settled, runs: int) -> Following:
    """Inputs that meet the condition do not end; where it is exact, the others repeat nothing."""
    name, partition = _owner(program, subject), settled.partition
    function = program.functions[name]
    names = [one.name for one in function.parameters]
    whole = all(one.annotation in (None, "int") for one in function.parameters)
    if partition is None or settled.assumptions or function.in_class is not None or not whole:
        return Consistent(runs)
    if not variables(partition.said) <= set(names):
        return Consistent(runs)
    random = Random(name)
    for _ in range(_TRIED):
        inputs = {one: random.randint(-9, 9) for one in names}
        machine = begin(program, name, inputs)
        if isinstance(machine, str):
            break
        shown = ", ".join(f"{key}={value}" for key, value in inputs.items())
        if _is_true(partition.said, inputs):
            if isinstance(machine.run(_STEPS // 10), Finished | Failed):
                return Contradicted(f"the run ends under the condition, from {name}({shown})")
        elif settled.exact:
            found = Pursuit(program, subject, NoWayBack()).run(machine, _STEPS // 10)
            if isinstance(found, Contradicted):
                return Contradicted(f"{found.why} without the condition, from {name}({shown})")
    return Consistent(runs)


def _owner(program: Program, subject: Subject) -> str:
    """The function that runs begin in: the entry, where only that leads into a recursion."""
    if program.entry and isinstance(subject, RecursionSubject):
        around = surrounding(tables_of(program).resolver, subject.qualnames)
        return program.entry if not around.open else subject.qualnames[0]
    return subject.qualname if isinstance(subject, LoopSubject) else subject.qualnames[0]
