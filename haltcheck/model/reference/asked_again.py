"""Functions that are asked again what they were asked, and the way to the line that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.program import Function, Test, successors
from haltcheck.model.reference.nowhere import Anything


@record
class HandsBack:
    """``line`` asks again what the function was asked, where ``needed`` holds.

    ``contrived`` says that nobody comes to hand that over but on purpose.
    """

    line: int
    needed: str
    contrived: bool = False


@record
class Answers:
    """Why nothing of the kind is known."""

    why: str


def first_reached(
    function: Function, wanted: Callable[[i.Instruction], bool], known: Anything
) -> int | None:
    """The line of the first instruction that is wanted and that nothing keeps from being reached.

    What changes something on the way may make the next time another one.
    """
    seen: set[int] = set()
    pending = [0]
    while pending:
        number = pending.pop()
        if number in seen:
            continue
        seen.add(number)
        block = function.blocks[number]
        for one in block.instructions:
            if wanted(one):
                return one.span.line
            if known.changes(one) or known.raises(one):
                break
        else:
            pending.extend(_onward(function, number, known))
        if block.handler is not None and known.catches(block):
            pending.append(block.handler)
    return None


def _onward(function: Function, number: int, known: Anything) -> Iterator[int]:
    block = function.blocks[number]
    end = block.terminator
    if not isinstance(end, Test):
        yield from (one for one in successors(block) if one != block.handler)
        return
    if known.shuts(end.condition):
        return
    answer = known.truth(end.condition)
    if answer is not False:
        yield end.then
    if answer is not True:
        yield end.orelse
