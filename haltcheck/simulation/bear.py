"""Whether a repetition is borne out, and what is said of the inputs that led to it."""

from __future__ import annotations

from haltcheck.model.certificate import Replay
from haltcheck.model.program import Program
from haltcheck.model.step.blame import blame
from haltcheck.model.step.replay import begin, confirms, went, within
from haltcheck.model.step.value import Opaque
from haltcheck.model.subject import Subject


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
    return blame(machine, replay.cycle)


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
