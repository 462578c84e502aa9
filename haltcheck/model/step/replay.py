"""Stepping a repetition again: what the kernel asks before it believes a replay."""

from __future__ import annotations

from collections.abc import Mapping

from haltcheck.model.calls import Resolver
from haltcheck.model.certificate import Ended, Replay
from haltcheck.model.program import Program
from haltcheck.model.recursion import recursions
from haltcheck.model.step.blame import blame
from haltcheck.model.step.cone import cone_returns
from haltcheck.model.step.event import Exceeded, Finished
from haltcheck.model.step.fault import HoleError, LimitError, ThrownError
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.sink import sizes, sunk
from haltcheck.model.step.snapshot import UnsnapshotableError, snapshot, visible
from haltcheck.model.step.start import start, start_module
from haltcheck.model.step.state import Frame
from haltcheck.model.subject import LoopSubject, RecursionSubject, Subject


def begin(program: Program, qualname: str, inputs: Mapping[str, object]) -> Machine | str:
    """A fresh machine before its first step, or why there is none."""
    try:
        if qualname == "<module>":
            return start_module(program)
        return start(program, qualname, inputs)
    except HoleError as hole:
        return hole.reason
    except LimitError as limit:
        return limit.reason
    except ThrownError:
        return "the arguments do not fit"


def went(machine: Machine, steps: int) -> bool:
    """Whether the machine makes exactly so many steps, all of them exact."""
    if steps:
        event = machine.run(steps)
        if event != Exceeded("steps"):
            return False
    return not machine.arbitrary and not machine.imagined


def revisits(
    program: Program,
    qualname: str,
    inputs: Mapping[str, object],
    stem: int,
    cycle: int,
    kept: frozenset[str] = frozenset(),
) -> bool:
    """Whether the state after ``stem`` steps is the state after ``stem + cycle`` steps.

    The steps are a function of the state, so a state that comes back comes back for ever. With
    ``kept`` only those locals of the function on top are compared; see ``cone``.
    """
    machine = begin(program, qualname, inputs)
    if isinstance(machine, str) or cycle <= 0 or not went(machine, stem):
        return False
    try:
        if kept:
            return cone_returns(machine, cycle, kept)
        first = snapshot(machine)
        return went(machine, cycle) and snapshot(machine) == first
    except UnsnapshotableError:
        return False


def outgrows(
    program: Program, qualname: str, inputs: Mapping[str, object], stem: int, cycle: int
) -> bool:
    """Whether the state comes back but for containers that the cycle adds to and never looks at.

    They are those that the cycle before has made grow; from the stem on sinks stand for them.
    """
    machine = begin(program, qualname, inputs)
    if isinstance(machine, str) or not 0 < cycle <= stem or not went(machine, stem - cycle):
        return False
    try:
        before = sizes(machine)
        if not went(machine, cycle) or not sunk(machine, before):
            return False
        first = snapshot(machine)
        return went(machine, cycle) and snapshot(machine) == first
    except UnsnapshotableError:
        return False


def descends(
    program: Program, qualname: str, inputs: Mapping[str, object], stem: int, cycle: int
) -> bool:
    """Whether the call entered after ``stem`` steps is made again within itself.

    After ``stem`` steps a function was just entered, after ``cycle`` more the same function with
    the same arguments and the same visible heap, and the first call has neither returned nor
    yielded: then each call makes the next one, an infinite chain.
    """
    machine = begin(program, qualname, inputs)
    if isinstance(machine, str) or cycle <= 0 or not went(machine, stem):
        return False
    depth = len(machine.stack)
    if not _is_fresh(machine):
        return False
    try:
        first = visible(machine)
        for _ in range(cycle):
            if not went(machine, 1) or len(machine.stack) < depth:
                return False
        return len(machine.stack) > depth and _is_fresh(machine) and visible(machine) == first
    except UnsnapshotableError:
        return False


def _is_fresh(machine: Machine) -> bool:
    top = machine.stack[-1]
    return (
        type(top) is Frame
        and top.block.id == 0
        and top.index == 0
        and top.env.keys() == {p.name for p in top.function.parameters}
    )


def confirms(program: Program, subject: Subject, certificate: Replay | Ended) -> bool:
    """Whether stepping again, from a fresh machine, bears the certificate out for the subject."""
    if isinstance(certificate, Ended):
        return (
            isinstance(subject, LoopSubject)
            and subject.qualname == certificate.qualname
            and only_run(program, certificate.qualname)
            and ends(program, certificate.qualname, {}, certificate.steps)
        )
    inputs = dict(certificate.inputs)
    run = (program, certificate.qualname, inputs, certificate.stem, certificate.cycle)
    if isinstance(subject, RecursionSubject):
        return certificate.deeper and descends(*run) and within(*run) == subject
    if certificate.deeper or (certificate.grown and certificate.kept):
        return False
    if not (outgrows(*run) if certificate.grown else revisits(*run, certificate.kept)):
        return False
    machine = begin(program, certificate.qualname, inputs)
    if isinstance(machine, str) or not went(machine, certificate.stem):
        return False
    return blame(machine, certificate.cycle) == subject


def within(
    program: Program, qualname: str, inputs: Mapping[str, object], stem: int, cycle: int
) -> RecursionSubject | None:
    """The recursion of the function that stands on top after ``stem`` steps."""
    machine = begin(program, qualname, inputs)
    if isinstance(machine, str) or not went(machine, stem):
        return None
    top = machine.stack[-1]
    if type(top) is not Frame:
        return None
    for component in recursions(Resolver(program)):
        if top.function.qualname in component:
            return RecursionSubject(component)
    return None


def only_run(program: Program, qualname: str) -> bool:
    """Whether there is one run only: the module body, or a function without anything to vary."""
    function = program.functions.get(qualname)
    if function is None or function.parameters or function.in_class is not None:
        return False
    return not function.free and not function.is_generator and not function.is_async


def ends(program: Program, qualname: str, inputs: Mapping[str, object], steps: int) -> bool:
    """Whether the run ends normally within so many exact steps."""
    machine = begin(program, qualname, inputs)
    if isinstance(machine, str):
        return False
    event = machine.run(steps)
    return isinstance(event, Finished) and not machine.arbitrary and not machine.imagined
