"""Whether a repetition is borne out, and what is said of the inputs that led to it."""

from __future__ import annotations

from haltcheck.model.certificate import Replay
from haltcheck.model.instruction import Const, Suspend
from haltcheck.model.program import Program
from haltcheck.model.step.blame import blame
from haltcheck.model.step.replay import begin, confirms, went, within
from haltcheck.model.step.value import Opaque
from haltcheck.model.subject import LoopSubject, Subject


def bears(program: Program, replay: Replay) -> Subject | None:
    """The loop or recursion that the run stays in, where stepping again confirms it."""
    subject = subject_of(program, replay)
    if subject is None or not confirms(program, subject, replay):
        return None
    return subject


def subject_of(program: Program, replay: Replay) -> Subject | None:
    """The loop or recursion that the run is in."""
    inputs = dict(replay.inputs)
    if replay.deeper:
        return within(program, replay.qualname, inputs, replay.stem, replay.cycle)
    machine = begin(program, replay.qualname, inputs)
    if isinstance(machine, str) or not went(machine, replay.stem):
        return None
    subject = blame(machine, replay.cycle)
    return None if subject is None or _hands_over(program, subject) else subject


def _hands_over(program: Program, subject: LoopSubject) -> bool:
    """Whether the loop has a bare ``yield``: who goes on with it changes something before."""
    function = program.functions[subject.qualname]
    loop = next(loop for loop in function.loops if loop.id == subject.loop)
    return any(
        isinstance(one, Suspend) and one.kind == "yield" and one.value == Const(None)
        for number in loop.blocks
        for one in function.blocks[number].instructions
    )


def condition_of(inputs: tuple[tuple[str, object], ...]) -> str:
    """The inputs as a Python expression; arguments that do not matter are left out."""
    return " and ".join(
        f"{name} != {name}" if value != value else f"{name} == {_literal(value)}"
        for name, value in inputs
        if not isinstance(value, Opaque)
    )


def _literal(value: object) -> str:
    text = repr(value)
    return f"float('{text}')" if text in ("inf", "-inf") else text
