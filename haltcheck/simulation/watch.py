"""Watches one run at the heads of loops and at calls: has it been here, is it moving away?"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model.instruction import Const, Local, Operand, Operate
from haltcheck.model.program import Function, Loop
from haltcheck.model.slice import Unsliceable, cone
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.snapshot import (
    Snapshot,
    UnsnapshotableError,
    fingerprint,
    partial,
    snapshot,
    visible,
)
from haltcheck.model.step.state import Activation, Frame
from haltcheck.model.subject import LoopSubject

# Snapshots cost a walk over the heap: all of the first visits, then short runs behind anchors.
EVERY = 64
BEHIND = 32
SHALLOW = 24
DEEP = 72


@record
class Repetition:
    """The state after ``stem`` steps came back ``cycle`` steps later.

    ``kept`` and ``deeper`` as in a ``Replay``.
    """

    stem: int
    cycle: int
    kept: frozenset[str] = frozenset()
    deeper: bool = False


@dataclass(slots=True)
class Trace:
    """What was seen at one head at one depth."""

    visits: int = 0
    prints: dict[int, int] = field(default_factory=dict)
    outlines: set[int] = field(default_factory=set)
    whole: dict[Snapshot, int] = field(default_factory=dict)
    cones: dict[Snapshot, int] = field(default_factory=dict)
    recent: list[dict[str, int]] = field(default_factory=list)


class Watch:
    """All that one run's visits have shown so far."""

    def __init__(self) -> None:
        self.traces: dict[tuple[int, str, int], Trace] = {}
        self.calls: list[tuple[Activation, Snapshot, int]] = []
        self.slices: dict[tuple[str, int], frozenset[str]] = {}

    def at_head(self, machine: Machine) -> Repetition | None:
        """Called whenever control is at the head of a loop."""
        top = machine.stack[-1]
        if type(top) is not Frame:
            return None
        key = (len(machine.stack), top.function.qualname, top.block.id)
        trace = self.traces.setdefault(key, Trace())
        trace.visits += 1
        numbers = {name: v for name, v in top.env.items() if type(v) is int}
        trace.recent = [*trace.recent[-19:], numbers]
        if not _is_due(trace.visits):
            return None
        print_ = fingerprint(machine)
        seen = trace.prints.get(print_, 0)
        trace.prints[print_] = seen + 1
        try:
            found = self._whole(machine, trace) if seen else None
            return found or self._cone(machine, trace, top)
        except UnsnapshotableError:
            return None

    def _whole(self, machine: Machine, trace: Trace) -> Repetition | None:
        return _again(trace.whole, snapshot(machine), machine.steps)

    def _cone(self, machine: Machine, trace: Trace, top: Frame) -> Repetition | None:
        kept = self._kept(top)
        if not kept or trace.visits > EVERY:
            return None
        print_ = fingerprint(machine, kept)
        if print_ not in trace.outlines:
            trace.outlines.add(print_)
            return None
        found = _again(trace.cones, partial(machine, kept), machine.steps)
        return None if found is None else Repetition(found.stem, found.cycle, kept)

    def _kept(self, top: Frame) -> frozenset[str]:
        """The cone of the loop at whose head the frame stands, where it leaves anything out."""
        key = (top.function.qualname, top.block.id)
        if key not in self.slices:
            self.slices[key] = _slices(top.function).get(top.block.id, frozenset())
        return self.slices[key]

    def distrust(self, machine: Machine) -> None:
        """No more repetitions of the cone at this head."""
        top = machine.stack[-1]
        if type(top) is Frame:
            self.slices[top.function.qualname, top.block.id] = frozenset()

    def at_call(self, machine: Machine) -> Repetition | None:
        """Called whenever a function was entered."""
        depth = len(machine.stack)
        if not SHALLOW <= depth <= DEEP:
            return None
        stack = machine.stack
        while self.calls and not _is_below(self.calls[-1][0], stack):
            self.calls.pop()
        try:
            form = visible(machine)
        except UnsnapshotableError:
            return None
        for _, other, steps in self.calls:
            if other == form:
                return Repetition(steps, machine.steps - steps, deeper=True)
        self.calls.append((stack[-1], form, machine.steps))
        return None

    def is_growing(self, top: Frame, depth: int) -> bool:
        """Whether a comparison that a loop leaves by has moved away from it in every round."""
        for (at, qualname, block), trace in self.traces.items():
            if (at, qualname) != (depth, top.function.qualname) or len(trace.recent) < 16:
                continue
            loop = loop_at(top.function, block)
            if loop is not None and any(
                _moves_away(trace.recent, test) for test in _tests(top.function, loop)
            ):
                return True
        return False


@once
def _slices(function: Function) -> dict[int, frozenset[str]]:
    """By head, the cone of each loop of the function, where it leaves anything out."""
    return {loop.head: _slice(function, loop.head) for loop in function.loops}


def _slice(function: Function, block: int) -> frozenset[str]:
    loop = loop_at(function, block)
    found = cone(function, loop) if loop is not None else Unsliceable("no loop")
    small = frozenset() if isinstance(found, Unsliceable) else found
    return small if function.locals - small else frozenset()


def _again(seen: dict[Snapshot, int], form: Snapshot, steps: int) -> Repetition | None:
    if form in seen:
        return Repetition(seen[form], steps - seen[form])
    seen[form] = steps
    return None


def _is_due(visits: int) -> bool:
    """All of the first visits; later those just behind powers of two (Brent, BIT 1980)."""
    return visits <= EVERY or visits - (1 << visits.bit_length() - 1) <= BEHIND


def _is_below(activation: Activation, stack: list[Activation]) -> bool:
    return any(activation is other for other in stack[:-1])


def loop_at(function: Function, block: int) -> Loop | None:
    """The loop with that head, the outermost of several."""
    found = [loop for loop in function.loops if loop.head == block]
    return max(found, key=lambda loop: len(loop.blocks)) if found else None


def _tests(function: Function, loop: Loop) -> list[Operate]:
    """The comparisons of ints in the loop's head."""
    return [
        instruction
        for instruction in function.blocks[loop.head].instructions
        if type(instruction) is Operate and instruction.operator in ("<", "<=", ">", ">=", "!=")
    ]


def _moves_away(recent: list[dict[str, int]], test: Operate) -> bool:
    """Whether the distance of the operands rose all the time, or fell, as the sign asks."""
    left, right = test.operands
    series = []
    for numbers in recent:
        one, two = _number(left, numbers), _number(right, numbers)
        if one is None or two is None:
            return False
        series.append(two - one if test.operator[0] in "<!" else one - two)
    steps = [after - before for before, after in pairwise(series)]
    rising = all(step > 0 for step in steps) and series[0] > 0
    falling = test.operator == "!=" and all(step < 0 for step in steps) and series[0] < 0
    return rising or falling


def _number(operand: Operand, numbers: dict[str, int]) -> int | None:
    if type(operand) is Local:
        return numbers.get(operand.name)
    return operand.value if type(operand) is Const and type(operand.value) is int else None


def subjects_of(machine: Machine) -> frozenset[LoopSubject]:
    """The loops in whose blocks the functions on the stack stand."""
    return frozenset(
        LoopSubject(activation.function.qualname, loop.id)
        for activation in machine.stack
        if type(activation) is Frame
        for loop in activation.function.loops
        if activation.block.id in loop.blocks
    )
