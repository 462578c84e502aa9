"""A control-flow graph under construction: labels, blocks in order of placement, loops begun."""

from __future__ import annotations

from dataclasses import dataclass

from haltcheck.basis.span import Span
from haltcheck.model.instruction import Copy, Instruction, Local, Operand
from haltcheck.model.program import Jump, Raise, Terminator, Test


@dataclass(slots=True, eq=False)
class Draft:
    """A block that still grows; ``reached`` once control may come to it."""

    id: int
    instructions: list[Instruction]
    terminator: Terminator | None = None
    handler: int | None = None
    caught: str = "$error"
    reached: bool = False


@dataclass(slots=True, eq=False)
class RoughLoop:
    """A syntactic loop: its head, and the stretch of placed blocks that its body fills."""

    kind: str
    span: Span
    head: int
    first: int
    parent: RoughLoop | None
    end: int = 0


class Graph:
    """Places blocks one after the other; what follows a jump without a label is dropped."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.placed: list[Draft] = []
        self.loops: list[RoughLoop] = []
        self.loop: RoughLoop | None = None
        self.handler: int | None = None
        self.caught = "$error"
        self._temporaries = 0
        self._locals: dict[str, Local] = {}
        self.current = self.label()
        self.current.reached = True
        self.place(self.current)

    def label(self) -> Draft:
        """A block that can be jumped to and is placed later."""
        draft = Draft(len(self.drafts), [])
        self.drafts.append(draft)
        return draft

    def place(self, draft: Draft) -> None:
        """Goes on writing at this label, under the handler of this moment."""
        draft.handler = self.handler
        draft.caught = self.caught
        if draft.reached:
            self.placed.append(draft)
            if self.handler is not None:
                self.drafts[self.handler].reached = True
        self.current = draft

    def protect(self, handler: int | None, caught: str) -> None:
        """Begins a block whose exceptions go to ``handler``, bound to ``caught``."""
        self.handler = handler
        self.caught = caught
        block = self.label()
        self.jump(block)
        self.place(block)

    def emit(self, instruction: Instruction) -> None:
        """Appends to the block that is being written."""
        self.current.instructions.append(instruction)

    def finish(self, terminator: Terminator) -> None:
        """Ends the block; what is written next is dead until a label is placed."""
        self.current.terminator = terminator
        self.current = Draft(-1, [])

    def jump(self, to: Draft) -> None:
        """Ends the block by going to a label."""
        if self.current.reached:
            to.reached = True
        self.finish(Jump(to.id))

    def test(self, span: Span, condition: Operand, then: Draft, orelse: Draft) -> None:
        """Ends the block by a test."""
        if self.current.reached:
            then.reached = orelse.reached = True
        self.finish(Test(span, condition, then.id, orelse.id))

    def throw(self, span: Span, error: Operand) -> None:
        """Raises again what was caught."""
        self.finish(Raise(span, error))

    def fresh(self) -> str:
        """A new temporary."""
        self._temporaries += 1
        return f"${self._temporaries}"

    def number(self) -> int:
        """A number that no other name of this function carries."""
        self._temporaries += 1
        return self._temporaries

    def local(self, name: str) -> Local:
        """The operand of a local; one object for each name."""
        found = self._locals.get(name)
        if found is None:
            found = self._locals[name] = Local(name)
        return found

    def copied(self, span: Span, operand: Operand) -> Operand:
        """The operand's value now, safe from later writes."""
        if type(operand) is Local and not operand.name.startswith("$"):
            target = self.fresh()
            self.emit(Copy(span, target, operand))
            return self.local(target)
        return operand

    def open_loop(self, kind: str, span: Span, head: Draft) -> None:
        """Jumps to the head of a loop and places it; ``close_loop`` must follow."""
        self.jump(head)
        self.loop = RoughLoop(kind, span, head.id, len(self.placed), self.loop)
        self.loops.append(self.loop)
        self.place(head)

    def close_loop(self) -> None:
        """Everything of the loop is placed."""
        if self.loop is not None:
            self.loop.end = len(self.placed)
            self.loop = self.loop.parent
