"""One round after the event, for the reader: where the event came, the way back, the exits."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Literal
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Empty, Known, Value
from haltcheck.model.program import Block, Function, Loop, Test, successors

_LONGEST = 40


@record
class Occasion:
    """Where the event came: the call by its text (empty for anything else), and its line."""

    text: str
    line: int


NOWHERE = Occasion("", 0)


@record
class Turn:
    """One way around the loop by which the event comes in.

    ``stops`` are lines in their order, each with the locals that are known to hold a constant
    before it; ``exits`` are the lines of the tests that never lead out.
    """

    occasion: Occasion = NOWHERE
    stops: tuple[tuple[int, tuple[tuple[str, Literal], ...]], ...] = ()
    exits: tuple[int, ...] = ()


def turn(
    function: Function,
    loop: Loop,
    came: Mapping[Span, Occasion],
    at: Mapping[int, State],
    edges: Mapping[int, Iterable[int]],
) -> Turn:
    """The shortest way from the head through the first place of the event and back.

    ``came`` tells of each instruction that met the event, inner ones first; ``at`` and ``edges``
    are the blocks that the walk reached, and how.
    """
    occasion = next(iter(came.values()), NOWHERE)
    place = next((number for number in sorted(at) if _meets(function.blocks[number], came)), None)
    way = [loop.head] if place is None else _way(edges, (loop.head,), place)
    back = _way(edges, tuple(sorted(edges.get(way[-1], ()))), loop.head) if way else []
    return Turn(occasion, tuple(_stops(function, way + back, at)), exits(function, loop, at))


def _meets(block: Block, came: Mapping[Span, Occasion]) -> bool:
    return any(one.span in came for one in block.instructions)


def _way(edges: Mapping[int, Iterable[int]], begins: tuple[int, ...], end: int) -> list[int]:
    """The blocks of the shortest way, both ends included; none where there is no way."""
    before: dict[int, int | None] = dict.fromkeys(begins)
    queue = deque(begins)
    while queue and end not in before:
        block = queue.popleft()
        for after in sorted(edges.get(block, ())):
            if after not in before:
                before[after] = block
                queue.append(after)
    found: list[int] = []
    at: int | None = end if end in before else None
    while at is not None:
        found.append(at)
        at = before[at]
    return found[::-1]


def _stops(
    function: Function, way: Iterable[int], at: Mapping[int, State]
) -> Iterator[tuple[int, tuple[tuple[str, Literal], ...]]]:
    last, count = 0, 0
    shown: dict[str, Literal] = {}
    for number in way:
        held = _constants(at[number].locals) if number in at else {}
        fresh = {name: value for name, value in held.items() if shown.get(name, ...) != value}
        for line in _lines(function.blocks[number]):
            if line != last and count < _LONGEST:
                yield line, tuple(sorted(fresh.items()))
                shown |= fresh
                last, count, fresh = line, count + 1, {}


def _constants(values: Mapping[str, Value]) -> dict[str, Literal]:
    found: dict[str, Literal] = {}
    for name, value in values.items():
        if name.startswith("$"):
            continue
        if isinstance(value, Known):
            found[name] = value.value
        elif isinstance(value, Empty):
            found[name] = ""
    return found


def _lines(block: Block) -> Iterator[int]:
    for one in block.instructions:
        yield one.span.line
    if isinstance(block.terminator, Test):
        yield block.terminator.span.line


def exits(function: Function, loop: Loop, at: Iterable[int]) -> tuple[int, ...]:
    """The lines of the tests in these blocks one side of which alone can leave the loop."""
    found: set[int] = set()
    for number in at:
        block = function.blocks[number]
        if isinstance(block.terminator, Test) and leaves(function, loop, block):
            found.add(block.terminator.span.line)
    return tuple(sorted(found))


def leaves(function: Function, loop: Loop, block: Block) -> bool:
    """Whether one side of the test at the end of the block leads out as the other does not."""
    end = block.terminator
    assert isinstance(end, Test)
    sides = [_ways_out(function, loop, side) for side in (end.then, end.orelse)]
    return any(one is not other for one, other in zip(*sides, strict=True))


def _ways_out(function: Function, loop: Loop, number: int) -> tuple[bool, bool]:
    """Whether control may leave from the block, and whether it must, before it is at the head."""
    seen: set[int] = set()
    pending = [number]
    may, must = False, True
    while pending:
        block = pending.pop()
        if block == loop.head:
            must = False
        elif block not in loop.blocks:
            may = True
        elif block not in seen:
            seen.add(block)
            pending.extend(successors(function.blocks[block]))
    return may, must
