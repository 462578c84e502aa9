"""Which loop a repetition stays in: the innermost one that control does not leave."""

from __future__ import annotations

from haltcheck.model.program import Function
from haltcheck.model.step.event import Exceeded
from haltcheck.model.step.machine import Machine
from haltcheck.model.step.start import Consumer
from haltcheck.model.step.state import Frame
from haltcheck.model.subject import LoopSubject


class Trail:
    """The activations that are on the stack all the time, and the blocks that each visits."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.kept = [*machine.stack]
        self.blocks: list[set[int]] = [set() for _ in self.kept]
        self.note()

    def note(self) -> None:
        """Looks at the stack after a step."""
        stack = self.machine.stack
        common = min(len(self.kept), len(stack))
        while common and self.kept[common - 1] is not stack[common - 1]:
            common -= 1
        del self.kept[common:], self.blocks[common:]
        if common:
            frame = self.frame(common - 1)
            if frame is not None:
                self.blocks[common - 1].add(frame.block.id)

    def frame(self, index: int) -> Frame | None:
        """The function that the activation stands for: a consumer stands for its generator."""
        activation = self.kept[index]
        if type(activation) is Consumer:
            return activation.generator.frame
        return activation if type(activation) is Frame else None


def blame(machine: Machine, cycle: int) -> LoopSubject | None:
    """Steps the machine through the cycle; the loop that it stays in, None where there is none."""
    trail = Trail(machine)
    for _ in range(cycle):
        if machine.run(1) != Exceeded("steps"):
            return None
        trail.note()
    if not trail.kept:
        return None
    frame = trail.frame(len(trail.kept) - 1)
    if frame is None:
        return None
    return innermost(frame.function, trail.blocks[-1])


def innermost(function: Function, blocks: set[int]) -> LoopSubject | None:
    """The smallest loop that holds all of the blocks."""
    around = [loop for loop in function.loops if blocks <= loop.blocks]
    if not around:
        return None
    best = min(around, key=lambda loop: len(loop.blocks))
    return LoopSubject(function.qualname, best.id)
