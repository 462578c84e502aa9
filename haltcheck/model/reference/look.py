"""Where a walk along references goes on, and what stands around that place."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.program import Function, Next, Test, code_of, reached
from haltcheck.model.reference.kin import Kin, Kinship
from haltcheck.model.reference.store import place_of
from haltcheck.model.slice import reads


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
        self._decisive = frozenset[str]()

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

    def is_forgotten(self, place: str) -> bool:
        """Whether the next call has a local of its own there, and is not told of this one."""
        function = self.step.function
        if self.step.cyclic or place not in function.locals:
            return False
        if any(one.name == place for one in function.parameters):
            return False
        handed = {
            name
            for item in getattr(self.step.instruction, "items", ())
            for name in _names(item.value)
        }
        made = list(code_of(function))
        size = 0
        while len(handed) > size:
            size = len(handed)
            handed |= {
                name for one in made if handed.intersection(bound(one)) for name in reads(one)
            }
        return place not in handed

    def shuts(self, number: int, end: Test) -> bool:
        """Whether the test at the end of a block keeps one side from the step."""
        function = self.step.function
        return any(
            self.step.block not in reached(function, {(number, way)})
            for way in (end.then, end.orelse)
        )

    def decides(self, name: str) -> bool:
        """Whether some test hangs on the local, or on what is made of it."""
        if not self._decisive:
            self._decisive = _decisive(self.step.function)
        return name in self._decisive


def _names(operand: i.Operand) -> tuple[str, ...]:
    return (operand.name,) if isinstance(operand, i.Local) else ()


def _decisive(function: Function) -> frozenset[str]:
    """The locals that tests, and the numbers of rounds, are made of."""
    found: set[str] = set()
    for block in function.blocks:
        end = block.terminator
        if isinstance(end, Test | Next):
            operand = end.condition if isinstance(end, Test) else end.iterator
            found |= {operand.name} if isinstance(operand, i.Local) else set()
    code = list(code_of(function))
    changed = True
    while changed:
        made = {name for one in code if found.intersection(bound(one)) for name in reads(one)}
        changed = not made <= found
        found |= made
    return frozenset(found)
