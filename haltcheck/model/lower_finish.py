"""From a drafted graph to blocks and loops: drops what is unreachable, merges, renumbers."""

from __future__ import annotations

from haltcheck.model.instruction import Copy, Instruction, Local, Operand
from haltcheck.model.lower_graph import Draft, Graph, RoughLoop
from haltcheck.model.program import Block, Jump, Loop, Next, Raise, Return, Terminator, Test
from haltcheck.model.program import successors as block_successors


def finish(graph: Graph) -> tuple[tuple[Block, ...], tuple[Loop, ...]]:
    """The blocks, entry first, and the natural loops of a finished draft."""
    heads = {loop.head for loop in graph.loops}
    for draft in graph.placed:
        if draft.handler is not None and not _may_raise(draft):
            draft.handler = None
    _thread(graph, heads)
    _merge(_reachable(graph), heads)
    kept = _reachable(graph)
    numbers = {draft.id: number for number, draft in enumerate(kept)}
    blocks = tuple([_block(draft, numbers) for draft in kept])
    return blocks, _loops(graph, blocks, numbers)


def _quiet(operand: Operand) -> bool:
    return type(operand) is not Local or operand.name.startswith("$")


def _may_raise(draft: Draft) -> bool:
    """Copies of constants and temporaries cannot; everything else is taken to."""
    for instruction in draft.instructions:
        if type(instruction) is not Copy or not _quiet(instruction.value):
            return True
    terminator = draft.terminator
    if type(terminator) is Jump:
        return False
    return type(terminator) is not Return or not _quiet(terminator.value)


def _targets(draft: Draft) -> tuple[int, ...]:
    end = draft.terminator
    kind = type(end)
    if kind is Jump:
        return (end.to,)  # type: ignore[union-attr]
    if kind is Test:
        return (end.then, end.orelse)  # type: ignore[union-attr]
    if kind is Next:
        return (end.body, end.done)  # type: ignore[union-attr]
    return ()


def _renamed(end: Terminator, ids: dict[int, int]) -> Terminator:
    """The terminator with its targets renamed; those that are not in ``ids`` stay."""
    match end:
        case Jump(to):
            return Jump(ids.get(to, to))
        case Test(span, condition, then, orelse):
            return Test(span, condition, ids.get(then, then), ids.get(orelse, orelse))
        case Next(span, iterator, target, body, done, is_async):
            return Next(span, iterator, target, ids.get(body, body), ids.get(done, done), is_async)
        case Return() | Raise():
            return end


def _thread(graph: Graph, heads: set[int]) -> None:
    """Lets jumps to empty blocks go where those go."""
    entry = graph.placed[0].id
    away: dict[int, int] = {}
    for draft in graph.placed:
        if not draft.instructions and draft.id not in heads and draft.id != entry:
            end = draft.terminator
            if type(end) is Jump and end.to != draft.id:
                away[draft.id] = end.to
    if not away:
        return
    final = {block: _follow(block, away) for block in away}
    for draft in graph.placed:
        if draft.terminator is not None and any(to in final for to in _targets(draft)):
            draft.terminator = _renamed(draft.terminator, final)
        if draft.handler in final:
            draft.handler = final[draft.handler]


def _follow(block: int, away: dict[int, int]) -> int:
    seen = {block}
    while block in away and away[block] not in seen:
        block = away[block]
        seen.add(block)
    return block


def _reachable(graph: Graph) -> list[Draft]:
    """What the entry reaches, in order of placement."""
    entry = graph.placed[0]
    seen = {entry.id}
    work = [entry]
    drafts = graph.drafts
    while work:
        draft = work.pop()
        targets = _targets(draft)
        for to in targets if draft.handler is None else (*targets, draft.handler):
            if to not in seen:
                seen.add(to)
                work.append(drafts[to])
    return [draft for draft in graph.placed if draft.id in seen]


def _merge(kept: list[Draft], heads: set[int]) -> None:
    """Joins a block to the only one that jumps to it, where both have the same handler."""
    entries: dict[int, int] = {}
    by_id = {draft.id: draft for draft in kept}
    for draft in kept:
        for to in _targets(draft):
            entries[to] = entries.get(to, 0) + 1
        if draft.handler is not None:
            entries[draft.handler] = 2
    gone: set[int] = set()
    for draft in kept:
        while draft.id not in gone:
            end = draft.terminator
            if type(end) is not Jump or end.to in heads or entries[end.to] != 1:
                break
            after = by_id[end.to]
            if after is draft or not _join(draft, after):
                break
            gone.add(after.id)


def _join(draft: Draft, after: Draft) -> bool:
    if draft.handler is None and not _may_raise(draft):
        draft.handler, draft.caught = after.handler, after.caught
    elif (draft.handler, draft.caught) != (after.handler, after.caught) and (
        (draft.handler is not None or after.handler is not None) and _may_raise(after)
    ):
        return False
    draft.instructions += after.instructions
    draft.terminator = after.terminator
    return True


def _block(draft: Draft, numbers: dict[int, int]) -> Block:
    end = draft.terminator
    if end is None:
        raise AssertionError("a block was left open")
    handler = None if draft.handler is None else numbers[draft.handler]
    instructions: tuple[Instruction, ...] = tuple(draft.instructions)
    renamed = _renamed(end, numbers)
    return Block(numbers[draft.id], instructions, renamed, handler, draft.caught)


def _loops(graph: Graph, blocks: tuple[Block, ...], numbers: dict[int, int]) -> tuple[Loop, ...]:
    if not graph.loops:
        return ()
    before: list[list[int]] = [[] for _ in blocks]
    for block in blocks:
        for to in block_successors(block):
            before[to].append(block.id)
    places = [-1] * len(blocks)
    for place, draft in enumerate(graph.placed):
        if draft.id in numbers:
            places[numbers[draft.id]] = place
    found: dict[int, tuple[int, frozenset[int]]] = {}
    loops: list[Loop] = []
    for rough in graph.loops:
        if rough.head not in numbers:
            continue
        head = numbers[rough.head]
        inside = _natural(head, rough, before, places)
        found[id(rough)] = (len(loops), inside)
        parent = _parent(rough, head, found)
        loops.append(Loop(len(loops), rough.kind, rough.span, head, inside, parent))
    return tuple(loops)


def _natural(
    head: int, rough: RoughLoop, before: list[list[int]], places: list[int]
) -> frozenset[int]:
    """The natural loop of the edges that come back to ``head`` from its own body."""
    inside = {head}
    work = [block for block in before[head] if rough.first <= places[block] < rough.end]
    while work:
        block = work.pop()
        if block not in inside:
            inside.add(block)
            work += before[block]
    return frozenset(inside)


def _parent(
    rough: RoughLoop, head: int, found: dict[int, tuple[int, frozenset[int]]]
) -> int | None:
    """The innermost loop around it; a part that leaves an outer loop is not inside that."""
    outer = rough.parent
    while outer is not None:
        number, inside = found.get(id(outer), (-1, frozenset[int]()))
        if head in inside:
            return number
        outer = outer.parent
    return None
