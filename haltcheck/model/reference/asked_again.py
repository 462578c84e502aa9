"""Functions that are asked again what they were asked, and the way to the line that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.program import Function, Test, successors
from haltcheck.model.reference.nowhere import Anything

Facts = frozenset[tuple[str, bool]]
"""What was asked on the way, and whether it holds."""

_MOST = 400


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

    What changes something on the way may make the next time another one. What was asked once on
    the way has the same answer later on.
    """
    seen: set[tuple[int, Facts]] = set()
    pending: list[tuple[int, Facts]] = [(0, frozenset())]
    while pending:
        at = pending.pop()
        if at in seen or len(seen) > _MOST:
            continue
        seen.add(at)
        number, facts = at
        block = function.blocks[number]
        for one in block.instructions:
            if wanted(one):
                return one.span.line
            if known.changes(one) or known.raises(one):
                break
        else:
            pending.extend(_onward(function, number, known, facts))
        if block.handler is not None and known.catches(block):
            pending.append((block.handler, facts))
    return None


def _onward(
    function: Function, number: int, known: Anything, facts: Facts
) -> Iterator[tuple[int, Facts]]:
    block = function.blocks[number]
    end = block.terminator
    if not isinstance(end, Test):
        yield from ((one, facts) for one in successors(block) if one != block.handler)
        return
    if known.shuts(end.condition):
        return
    answer = known.truth(end.condition)
    asked = known.fact(end.condition)
    for way, to in ((True, end.then), (False, end.orelse)):
        fact = (asked[0], asked[1] == way) if asked is not None else None
        contradicted = fact is not None and (fact[0], not fact[1]) in facts
        if answer is not (not way) and not contradicted:
            yield to, facts if fact is None else facts | {fact}
