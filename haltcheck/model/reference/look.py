"""Where a walk along references goes on, and what stands around that place."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.program import Function
from haltcheck.model.reference.kin import Kin, Kinship
from haltcheck.model.reference.store import place_of


@record
class Step:
    """The place where the walk goes on: an instruction of a function, and the blocks around it.

    ``cyclic`` where control comes back to it by itself, as in a loop; else a call begins anew.
    """

    function: Function
    block: int
    index: int
    region: frozenset[int]
    cyclic: bool

    @property
    def instruction(self) -> i.Instruction:
        """The instruction itself."""
        return self.function.blocks[self.block].instructions[self.index]


class Look:
    """A step of a walk, and what stands around it."""

    def __init__(self, kinship: Kinship, step: Step, worklist: str) -> None:
        self.kinship = kinship
        self.step = step
        self.worklist = worklist
        self.resolver = kinship.resolver

    def place(self, operand: i.Operand) -> str:
        """The place that a value is read from."""
        return place_of(self.resolver, self.step.function, operand)

    def inside(self) -> Iterator[tuple[int, int, i.Instruction]]:
        """The instructions around the step, with their block and index."""
        for number in sorted(self.step.region):
            for index, one in enumerate(self.step.function.blocks[number].instructions):
                yield number, index, one

    def near(self, operand: i.Operand) -> bool:
        """Whether an operand has to do with the item."""
        return self.kinship.of(operand) is not Kin.APART
