"""The shape of one control-flow graph: order, cut points, reachability and live locals."""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model.abstract.access import asked, binds, bound, locals_of, reads
from haltcheck.model.instruction import StoreGlobal, Unbind
from haltcheck.model.program import Block, Function, Next, successors


@record
class Flow:
    """``order`` ranks blocks in reverse postorder; every edge that does not rise in it ends in
    one of ``cuts``. ``live`` are the locals that may be read from the start of a block on,
    ``stored`` the globals that every way to it has bound.
    """

    order: dict[int, int]
    cuts: frozenset[int]
    before: dict[int, tuple[int, ...]]
    live: tuple[frozenset[str], ...]
    stored: tuple[frozenset[str], ...]


@once
def flow_of(function: Function) -> Flow:
    """The shape of a function's graph."""
    order = _reverse_postorder(function.blocks)
    before: dict[int, list[int]] = {}
    cuts = {loop.head for loop in function.loops}
    for block in function.blocks:
        for target in successors(block):
            before.setdefault(target, []).append(block.id)
            if block.id in order and order[target] <= order[block.id]:
                cuts.add(target)
    return Flow(
        order,
        frozenset(cuts),
        {target: tuple(sources) for target, sources in before.items()},
        _live(function, before),
        _stored(function, order),
    )


def _stored(function: Function, order: dict[int, int]) -> tuple[frozenset[str], ...]:
    """Globals that are bound for certain at the start of each block (a must analysis)."""
    everything = frozenset(
        one.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, StoreGlobal)
    )
    at = [everything for _ in function.blocks]
    if not everything:
        return tuple(at)
    at[0] = frozenset()
    ranked = sorted(order, key=lambda block: order[block])
    changed = True
    while changed:
        changed = False
        for index in ranked:
            block = function.blocks[index]
            after = set(at[index])
            for one in block.instructions:
                if isinstance(one, StoreGlobal):
                    after.add(one.name)
                elif isinstance(one, Unbind) and one.scope == "global":
                    after.discard(one.name)
            every = successors(block)
            for target in every:
                known = at[index] & after if target == block.handler else after
                if not at[target] <= known:
                    at[target] &= known
                    changed = True
    return tuple(at)


def _reverse_postorder(blocks: tuple[Block, ...]) -> dict[int, int]:
    seen = {0}
    finished: list[int] = []
    stack = [(0, iter(successors(blocks[0])))]
    while stack:
        current, rest = stack[-1]
        for target in rest:
            if target not in seen:
                seen.add(target)
                stack.append((target, iter(successors(blocks[target]))))
                break
        else:
            finished.append(current)
            stack.pop()
    return {block: rank for rank, block in enumerate(reversed(finished))}


def reaching(flow: Flow, targets: Iterable[int]) -> frozenset[int]:
    """The blocks from which control may come to one of the targets, the targets included."""
    found = set(targets)
    work = list(found)
    while work:
        for source in flow.before.get(work.pop(), ()):
            if source not in found:
                found.add(source)
                work.append(source)
    return frozenset(found)


def _live(function: Function, before: dict[int, list[int]]) -> tuple[frozenset[str], ...]:
    """Live locals at the start of each block (a backward fixed point)."""
    uses: list[set[str]] = []
    kills: list[set[str]] = []
    for block in function.blocks:
        read, written = _uses(block)
        uses.append(read)
        kills.append(written)
    live: list[set[str]] = [set(read) for read in uses]
    work = [block.id for block in function.blocks]
    while work:
        index = work.pop()
        block = function.blocks[index]
        flowing: set[str] = set()
        every = successors(block)
        for target in every if block.handler is None else every[:-1]:
            flowing |= live[target] - _bound_towards(block, target)
        flowing -= kills[index]
        if block.handler is not None:
            # The error may come before anything was bound.
            flowing |= live[block.handler] - {block.caught}
        if not flowing <= live[index]:
            live[index] |= flowing
            work.extend(before.get(index, ()))
    return tuple(frozenset(names) for names in live)


def _bound_towards(block: Block, target: int) -> set[str]:
    """What a ``for`` loop binds on the way into its body, and on no other way."""
    ahead = block.terminator
    if isinstance(ahead, Next) and target == ahead.body != ahead.done:
        return {ahead.target}
    return set()


def _uses(block: Block) -> tuple[set[str], set[str]]:
    read: set[str] = set()
    written: set[str] = set()
    for instruction in block.instructions:
        read.update(name for name in reads(instruction) if name not in written)
        if isinstance(instruction, Unbind):
            # It raises where the name is not bound.
            read.update({instruction.name} - written if instruction.scope == "local" else ())
        written.update(bound(instruction))
    read.update(name for name in locals_of(asked(block.terminator)) if name not in written)
    if isinstance(block.terminator, Next):
        # The target is bound on the way into the body only.
        written.discard(block.terminator.target)
    return read, written


def written_in(function: Function, blocks: Iterable[int]) -> frozenset[str]:
    """Every local that some of the blocks may bind."""
    found: set[str] = set()
    for index in blocks:
        block = function.blocks[index]
        found.update(binds(block))
        if block.handler is not None:
            found.add(block.caught)
    return frozenset(found)
